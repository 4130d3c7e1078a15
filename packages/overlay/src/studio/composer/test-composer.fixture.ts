import type { Scene } from '@stallcast/elements';
import { atom } from 'nanostores';
import { afterEach, beforeEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import type { Language } from '../../words/language.js';
import { openScenesInUse } from '../in-use/in-use.js';
import { createBench, type Bench } from './bench/bench.js';
import { defineComposer } from './define.js';
import { openKeptScenes } from './kept/kept-scenes.js';
import { openStage } from './stage/stage.js';

defineComposer();

/** Three widgets, one of them hidden. */
export const SCENE: Scene = {
  version: 1,
  title: '测试场景',
  canvas: 'portrait',
  theme: 'orchard',
  items: [
    { id: 'goal', tag: 'stall-goal', x: 40, y: 240, width: 736 },
    { id: 'card', tag: 'stall-product-card', x: 40, y: 818, width: 1000, attributes: { look: 'wide' } },
    { id: 'chart', tag: 'stall-sales-chart', x: 100, y: 1300, width: 600, hidden: true },
  ],
};

const benches: Bench[] = [];

/** Opens a composer on a stage of its own, and waits until its widgets are laid out. */
export async function open(scene: Scene = SCENE, language: Language = 'zh-CN') {
  const stage = await openStage({ pictureBase: '/none' });
  const $language = atom(language);
  const bench = createBench({ stage, kept: openKeptScenes(), $language, scene });
  benches.push(bench);
  document.documentElement.lang = language;
  const composer = document.createElement('studio-composer');
  composer.bench = bench;
  composer.address = { origin: 'http://127.0.0.1:7788', stall: 'orchard' };
  composer.viewKey = 'VIEW-CANARY';
  composer.inUse = openScenesInUse('orchard');
  document.body.replaceChildren(composer);
  await expect.poll(() => bench.$frames.get().get('card')?.height ?? 0, { timeout: 15_000 }).toBeGreaterThan(200);
  const root = composer.shadowRoot!;
  const canvas = root.querySelector('studio-canvas')!.shadowRoot!;
  const item = (id: string) => bench.$scene.get().items.find((one) => one.id === id)!;
  const frame = (id: string) => canvas.querySelector<HTMLElement>(`[data-item="${id}"]`)!;
  const tab = async (name: string) => {
    root.querySelector<HTMLElement>(`#tab-${name}`)!.click();
    await composer.updateComplete;
  };
  const part = <T extends keyof HTMLElementTagNameMap>(tag: T) => root.querySelector(tag)!.shadowRoot!;
  return { bench, composer, root, canvas, item, frame, tab, part, $language };
}

/** Drags as a pointer does, px of the screen. */
export function drag(target: Element, dx: number, dy: number, more: PointerEventInit = {}): void {
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const send = (type: string, by: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        ...{ bubbles: true, composed: true, cancelable: true, pointerId: 1, button: 0 },
        ...{ clientX: x + dx * by, clientY: y + dy * by, ...more },
      }),
    );
  send('pointerdown', 0);
  send('pointermove', 0.5);
  send('pointermove', 1);
  send('pointerup', 1);
}

/** Px of the screen for one of the canvas. */
export const zoomOf = (canvas: ShadowRoot) => canvas.querySelector('.board')!.getBoundingClientRect().width / 1080;

/** Gives each test of a file a laptop's window and nothing kept, and clears up behind it. */
export function eachOnALaptop(): void {
  beforeEach(async () => {
    localStorage.clear();
    await page.viewport(1366, 768);
    // A pointer that no hand holds cannot be captured.
    Element.prototype.setPointerCapture = () => {};
  });

  afterEach(async () => {
    document.body.replaceChildren();
    localStorage.clear();
    for (const bench of benches.splice(0)) bench.stage.close();
    await page.viewport(414, 896);
  });
}
