import { parseScene, type Scene } from '@stallcast/elements';
import axe from 'axe-core';
import { atom } from 'nanostores';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../words/language.js';
import { openScenesInUse } from '../in-use/in-use.js';
import { createBench, type Bench } from './bench/bench.js';
import { defineComposer } from './define.js';
import { openKeptScenes } from './kept/kept-scenes.js';
import { openStage } from './stage/stage.js';

defineComposer();

const SCENE: Scene = {
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

async function open(scene: Scene = SCENE, language: Language = 'zh-CN') {
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
function drag(target: Element, dx: number, dy: number, more: PointerEventInit = {}): void {
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

const zoomOf = (canvas: ShadowRoot) => canvas.querySelector('.board')!.getBoundingClientRect().width / 1080;

describe('<studio-composer>', () => {
  beforeEach(async () => {
    localStorage.clear();
    await page.viewport(1366, 768);
    // A pointer that no hand holds cannot be captured.
    Element.prototype.setPointerCapture = () => {};
  });

  afterEach(async () => {
    document.body.replaceChildren();
    for (const bench of benches.splice(0)) bench.stage.close();
    await page.viewport(414, 896);
  });

  it('draws the real widgets, with the mark of a demonstration, and a frame around each that is on air', async () => {
    const { canvas, frame } = await open();
    const card = canvas.querySelector('stall-scene')!.shadowRoot!.querySelector('stall-product-card')!;
    await expect.poll(() => card.shadowRoot!.querySelector('.mark')?.textContent?.trim()).toBe('演示');
    const [box, outline] = [card.getBoundingClientRect(), frame('card').getBoundingClientRect()];
    expect(Math.abs(box.left - outline.left) + Math.abs(box.bottom - outline.bottom)).toBeLessThan(2);
    expect(canvas.querySelector('[data-item="chart"]')).toBeNull();
  });

  it('is moved by a pointer, snaps, and is one step to undo', async () => {
    const { bench, canvas, item, frame } = await open();
    const zoom = zoomOf(canvas);
    drag(frame('goal'), 163 * zoom, 97 * zoom, { altKey: true });
    expect([item('goal').x, item('goal').y]).toEqual([203, 337]);
    bench.undo();
    expect(item('goal').x).toBe(40);
    await expect.poll(() => bench.$frames.get().get('goal')?.x).toBe(40);
    drag(frame('goal'), 267 * zoom, 0);
    expect(item('goal').x + 736).toBe(1040);
  });

  it('is resized by a handle: a side sets the width, a corner the scale', async () => {
    const { canvas, item, frame } = await open();
    drag(frame('goal'), 0, 0);
    await expect.poll(() => canvas.querySelector('.handle.e')).not.toBeNull();
    const zoom = zoomOf(canvas);
    drag(canvas.querySelector('.handle.e')!, -100 * zoom, 0, { altKey: true });
    expect(item('goal').width).toBe(636);
    await expect.poll(() => canvas.querySelector('.handle.se')).not.toBeNull();
    drag(canvas.querySelector('.handle.se')!, 120 * zoom, 0);
    expect(item('goal').scale).toBeGreaterThan(1.1);
  });

  it('catches with a rectangle, and more with Shift', async () => {
    const { bench, canvas, frame } = await open();
    const board = canvas.querySelector('.board')!;
    const { left, top, width } = board.getBoundingClientRect();
    const at = (x: number, y: number, type: string) =>
      board.dispatchEvent(
        new PointerEvent(type, { ...{ bubbles: true, pointerId: 1 }, clientX: left + x, clientY: top + y }),
      );
    at(2, 60, 'pointerdown');
    at(width - 2, 130, 'pointermove');
    at(width - 2, 130, 'pointerup');
    expect([...bench.$picked.get()]).toEqual(['goal']);
    frame('card').dispatchEvent(
      new PointerEvent('pointerdown', { bubbles: true, composed: true, shiftKey: true, pointerId: 1 }),
    );
    expect([...bench.$picked.get()].sort()).toEqual(['card', 'goal']);
  });

  it('does everything from the keyboard', async () => {
    const { bench, item, frame } = await open();
    frame('goal').focus();
    expect([...bench.$picked.get()]).toEqual(['goal']);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Control>}{ArrowDown}{/Control}');
    expect([item('goal').x, item('goal').y]).toEqual([42, 250]);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(item('goal').width).toBe(746);
    await userEvent.keyboard('l{ArrowLeft}');
    expect([item('goal').locked, item('goal').x]).toEqual([true, 42]);
    await userEvent.keyboard('l]');
    expect(bench.$scene.get().items.map(({ id }) => id)).toEqual(['card', 'goal', 'chart']);
    await userEvent.keyboard('{Control>}d{/Control}');
    expect(bench.$scene.get().items).toHaveLength(4);
    await userEvent.keyboard('{Delete}');
    expect(bench.$scene.get().items).toHaveLength(3);
    await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}{Control>}y{/Control}');
    expect(bench.$scene.get().items).toHaveLength(4);
  });

  it('adds any widget, and edits it in fields that its own comments tell of', async () => {
    const { bench, item, tab, part, composer } = await open();
    await tab('widgets');
    part('studio-palette').querySelector<HTMLElement>('[data-tag="stall-stock-counter"]')!.click();
    await composer.updateComplete;
    const inspector = part('studio-inspector');
    await expect.poll(() => inspector.querySelector('select[name=look]')).not.toBeNull();
    const look = inspector.querySelector<HTMLSelectElement>('select[name=look]')!;
    expect([...look.options].map(({ value }) => value)).toEqual(['', 'number', 'row', 'ring', 'bar', 'small']);
    look.value = 'ring';
    look.dispatchEvent(new Event('change'));
    expect(item('stock-counter').attributes).toEqual({ look: 'ring' });
    const low = inspector.querySelector<HTMLInputElement>('input[name=low-at]')!;
    low.value = '-4';
    low.dispatchEvent(new Event('change'));
    await expect.poll(() => inspector.querySelector('[role=alert]')?.textContent).toContain('0 到 9999');
    expect(item('stock-counter').attributes).toEqual({ look: 'ring' });
    expect(parseScene(JSON.parse(JSON.stringify(bench.$scene.get()))).faults).toEqual([]);
  });

  it('tunes a colour at once on the canvas, warns where it cannot be read, and writes it as CSS', async () => {
    const { bench, canvas, tab, part } = await open();
    await tab('theme');
    const tuner = part('studio-tuner');
    const field = () => tuner.querySelector<HTMLInputElement>('#stall-color-text')!;
    await expect.poll(() => field().value).toBe('#2b2014');
    field().value = '#f0e0c0';
    field().dispatchEvent(new Event('input'));
    expect(bench.$scene.get().tokens).toEqual({ '--stall-color-text': '#f0e0c0' });
    const wear = canvas.querySelector<HTMLElement>('.wear')!;
    await expect.poll(() => getComputedStyle(wear).getPropertyValue('--stall-color-text').trim()).toBe('#f0e0c0');
    await expect.poll(() => tuner.querySelector('.trouble')?.textContent).toContain('看不清');
    bench.undo();
    await expect.poll(() => wear.style.getPropertyValue('--stall-color-text')).toBe('');
  });

  it('plays every test on its own stage', async () => {
    const { bench, tab, part, composer } = await open();
    await tab('test');
    part('studio-tests').querySelector<HTMLElement>('[data-event="sold-out"]')!.click();
    await expect
      .poll(() => bench.stage.store.$stocks.get().find(({ productId }) => productId === 'peach')?.hold)
      .toBe('sold-out');
    await expect.poll(() => composer.shadowRoot!.querySelector('.notice')?.textContent).toBe('演示：抢光');
  });

  it('keeps every change in this browser, with versions, and opens it again', async () => {
    const { bench, frame } = await open();
    bench.keepVersion();
    frame('goal').focus();
    await userEvent.keyboard('{ArrowRight}');
    const [kept] = openKeptScenes().all();
    expect(kept?.scene.items[0]?.x).toBe(41);
    expect(kept?.versions.map(({ scene }) => scene.items[0]?.x)).toContain(40);
  });

  it('opens a file, and says in one sentence what is wrong with another', async () => {
    const { bench, tab, part, composer } = await open();
    await tab('scenes');
    const scenes = part('studio-scenes');
    const choose = (text: string) => {
      const field = scenes.querySelector<HTMLInputElement>('input[type=file]')!;
      const files = new DataTransfer();
      files.items.add(new File([text], 'scene.json'));
      field.files = files.files;
      field.dispatchEvent(new Event('change'));
    };
    choose('{"version":9}');
    await expect.poll(() => scenes.querySelector('[role=alert]')?.textContent).toContain('请更新 Stallcast');
    choose(JSON.stringify({ ...SCENE, title: '来自文件', canvas: 'landscape' }));
    await expect.poll(() => bench.$scene.get().title).toBe('来自文件');
    await composer.updateComplete;
    expect(bench.$scene.get().canvas).toBe('landscape');
  });

  it('shows no key as text, and says where a scene is too large for a link', async () => {
    const { root, tab, part, bench } = await open();
    await tab('use');
    const use = part('studio-use');
    await expect
      .poll(() => use.querySelector<HTMLAnchorElement>('.ticket')?.href)
      .toMatch(/scene=~p\.[\w-]+&layer-name=/);
    expect(root.textContent + (use.textContent ?? '')).not.toContain('CANARY');
    const noise = (seed: number) =>
      Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + ((seed * 977 + i * 131) % 20_000))).join('');
    const items = Array.from({ length: 40 }, (_, i) => ({
      id: `a-${i}`,
      tag: 'stall-tickets',
      x: 0,
      y: 0,
      attributes: { 'product-ids': noise(i) },
    }));
    bench.edit((scene) => ({ ...scene, items }));
    await expect.poll(() => use.querySelector('[role=alert]')?.textContent).toContain('链接放不下');
  });

  it.each([
    [1366, 'zh-CN'],
    [390, 'en'],
  ] as const)('has nothing against accessibility at %i px in %s, and nothing hangs over', async (width, language) => {
    await page.viewport(width, 768);
    const { composer, root, tab, frame, part } = await open(SCENE, language);
    frame('goal').focus();
    const tabs = [...root.querySelectorAll('[role=tab]')].map(({ id }) => id.replace('tab-', ''));
    expect(tabs).toHaveLength(7);
    // The widgets are hidden from those who listen here, and have tests of their own.
    part('studio-canvas').querySelector('.wear')?.remove();
    for (const [left, right] of [
      ['widgets', 'item'],
      ['layers', 'theme'],
      ['scenes', 'test'],
      ['scenes', 'use'],
    ] as const) {
      await tab(left);
      await tab(right);
      await composer.updateComplete;
      // Sixty small widgets that are hidden from those who listen would be looked at one by one.
      for (const preview of root.querySelector('studio-scenes')?.shadowRoot?.querySelectorAll('.scaled') ?? [])
        preview.remove();
      const { violations } = await axe.run(document.body, {
        resultTypes: ['violations'],
        rules: { region: { enabled: false } },
        runOnly: ['wcag2a', 'wcag2aa', 'best-practice'],
      });
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });

  it('speaks the other language at once', async () => {
    const { $language, root } = await open();
    $language.set('en');
    await expect.poll(() => root.querySelector('#tab-layers')?.textContent?.trim()).toBe('Layers');
  });
});
