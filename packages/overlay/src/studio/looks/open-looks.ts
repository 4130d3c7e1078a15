import '@stallcast/elements/room';
import '@stallcast/elements/scene';
import { openKeptScenes } from '../composer/kept/kept-scenes.js';
import { openStage } from '../composer/stage/stage.js';
import { StudioLooksElement, type LooksShelf } from './looks.js';

/** Opens what the looks are drawn with. */
export async function openLooks(): Promise<LooksShelf> {
  const { tagName } = StudioLooksElement;
  if (!customElements.get(tagName)) customElements.define(tagName, StudioLooksElement);
  return { stage: await openStage(), kept: openKeptScenes() };
}
