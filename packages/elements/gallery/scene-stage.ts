import '@stallcast/themes/all.css';
import type { SceneElement } from '../src/components/scene/scene.js';
import '../src/components/scene/define.js';
import { inEnglish, SCENE_STALLS } from './scene-stalls.js';
import { raise, setStage, settled, type Stage } from './stage.js';

const FILES = import.meta.glob<unknown>('../scenes/*.json', { import: 'default', eager: true });

/** Every starting scene, by the name of its file. */
export const SCENES: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(FILES)
    .filter(([path]) => !path.endsWith('.schema.json'))
    .map(([path, file]) => [/([^/]+)\.json$/.exec(path)?.[1] ?? path, file]),
);

/** A scene in the document, with the stall that it was made for. */
export interface SceneStage extends Stage {
  element: SceneElement;
  canvas: HTMLElement;
}

/** Puts a scene on, by name, with its stall, and waits until all of its widgets have painted. */
export async function raiseScene(name: string, language: string, isSynthetic = false): Promise<SceneStage> {
  const situation = name.replace(/-(portrait|landscape)$/, '');
  const found = SCENE_STALLS[situation];
  if (!found) throw new Error(`Expected a stall for the scene ${situation}.`);
  const { stall, live } = language === 'en' ? inEnglish(found) : found;
  const shown = isSynthetic ? marked(stall) : stall;
  const stage = setStage('stall-scene', { name, en: '', 'zh-CN': '', stall: shown }, language);
  const element = stage.element as SceneElement;
  element.scene = SCENES[name];
  const root = await raise(stage);
  const widgets = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.box > *')];
  await Promise.all(widgets().map(({ localName }) => customElements.whenDefined(localName)));
  const all = async (): Promise<void> => {
    for (const widget of widgets()) await settled(widget);
  };
  await all();
  const { put } = await import('@stallcast/testing');
  for (const order of live) stage.fake.change([put('order', isSynthetic ? { ...order, synthetic: true } : order)]);
  await all();
  const canvas = root.querySelector<HTMLElement>('.canvas');
  if (!canvas) throw new Error('Expected a canvas.');
  return { ...stage, element, canvas };
}

/** The same stall with everything marked as synthetic: what a demo shows. */
function marked<T>(value: T): T {
  if (Array.isArray(value)) return value.map(marked) as T;
  if (typeof value !== 'object' || value === null) return value;
  const bears =
    'promises' in value || 'onHand' in value || 'productId' in value || 'goals' in value || 'gross' in value;
  const says = 'text' in value && 'at' in value;
  const entries = Object.entries(value).map(([key, inner]) => [key, marked(inner as unknown)] as const);
  return { ...Object.fromEntries(entries), ...(bears || says ? { synthetic: true } : {}) } as T;
}
