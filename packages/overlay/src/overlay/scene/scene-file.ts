import '@stallcast/elements/scene';
import { decodeScene } from '../../scene-code/scene-code.js';
import { isSituation, readStartingFile, SITUATIONS } from '../../starting-scenes/starting-scenes.js';
import { ownScene } from './own-scenes.js';

export { wearTokens } from '../look/wear-tokens.js';

type Canvas = 'portrait' | 'landscape';

/**
 * Opens a scene: a starting one by its name, for a canvas, one that a link carries as a code, or one that came with the page. The theme is left to the page.
 * Throws one sentence where there is no such scene.
 */
export async function openScene(name: string, canvas: Canvas): Promise<HTMLElementTagNameMap['stall-scene']> {
  const element = document.createElement('stall-scene');
  element.withoutTheme = true;
  element.scene = ownScene(name) ?? (name.startsWith('~') ? await decodeScene(name) : await readStarting(name, canvas));
  return element;
}

function readStarting(name: string, canvas: Canvas): Promise<string> {
  if (isSituation(name)) return readStartingFile(name, canvas);
  throw new Error(
    `scene: expected one of ${SITUATIONS.join(', ')}, got "${name.slice(0, 40)}": the usual widgets are shown. ` +
      `没有叫这个名字的场景，先显示平常的部件。`,
  );
}
