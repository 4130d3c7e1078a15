import { keepOwnScene } from '../../overlay/scene/own-scenes.js';
import type { ReadPacked } from './packed.js';

/**
 * Sets an overlay up as its pack says.
 *
 * It is said by variables on the root, so that what OBS's CSS box sets on the body wins, as it does over an address; what the
 * address says wins over the pack.
 */
export function wearPacked({ stall, language, scene }: ReadPacked, search = location.search): void {
  const query = new URLSearchParams(search);
  const { style } = document.documentElement;
  const set = (property: string, parameter: string, value: string | undefined): void => {
    if (value !== undefined && !query.has(parameter)) style.setProperty(property, JSON.stringify(value));
  };
  set('--stall-id', 'stall', stall);
  set('--stall-lang', 'lang', language);
  set('--stall-scene', 'scene', scene && keepOwnScene(scene));
}
