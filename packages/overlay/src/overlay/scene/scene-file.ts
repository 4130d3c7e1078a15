import '@stallcast/elements/scene';
import { decodeScene } from '../../scene-code/scene-code.js';

export { wearTokens } from '../look/wear-tokens.js';

type Canvas = 'portrait' | 'landscape';

/** Every starting scene, each loaded when it is asked for. */
const FILES: Readonly<Record<string, Readonly<Record<Canvas, () => Promise<{ default: string }>>>>> = {
  county: {
    portrait: () => import('@stallcast/elements/scenes/county-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/county-landscape.json?raw'),
  },
  orchard: {
    portrait: () => import('@stallcast/elements/scenes/orchard-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/orchard-landscape.json?raw'),
  },
  rooms: {
    portrait: () => import('@stallcast/elements/scenes/rooms-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/rooms-landscape.json?raw'),
  },
  tickets: {
    portrait: () => import('@stallcast/elements/scenes/tickets-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/tickets-landscape.json?raw'),
  },
  workshop: {
    portrait: () => import('@stallcast/elements/scenes/workshop-portrait.json?raw'),
    landscape: () => import('@stallcast/elements/scenes/workshop-landscape.json?raw'),
  },
};

/**
 * Opens a scene: a starting one by its name, for a canvas, or one that a link carries as a code. The theme is left to the page.
 * Throws one sentence where there is no such scene.
 */
export async function openScene(name: string, canvas: Canvas): Promise<HTMLElementTagNameMap['stall-scene']> {
  const element = document.createElement('stall-scene');
  element.withoutTheme = true;
  element.scene = name.startsWith('~') ? await decodeScene(name) : await readStarting(name, canvas);
  return element;
}

async function readStarting(name: string, canvas: Canvas): Promise<string> {
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (!file)
    throw new Error(
      `scene: expected one of ${Object.keys(FILES).join(', ')}, got "${name.slice(0, 40)}": the usual widgets are shown. ` +
        `没有叫这个名字的场景，先显示平常的部件。`,
    );
  return (await file[canvas]()).default;
}
