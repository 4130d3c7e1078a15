import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';
import type { Scene } from '@stallcast/elements';
import { AdapterError, registerScheme } from '@stallcast/protocol';
import { THEMES, TOKENS } from '@stallcast/themes';
import { asSynthetic, createFakeAdapter, exampleOrder, exampleState, put, removal } from '@stallcast/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { encodeScene } from '../scene-code/scene-code.js';
import { startOverlay } from './overlay-page.js';

/** Each theme as a designer pastes it. */
const SHEETS = import.meta.glob<string>('../../../themes/src/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

const fakes = { one: createFakeAdapter(), two: createFakeAdapter() };
const canvas = () => document.querySelector<HTMLElement>('#canvas')!;
const cards = () =>
  [...document.querySelectorAll('stall-product-card')].flatMap(
    ({ shadowRoot }) => shadowRoot!.querySelector<HTMLElement>('.card') ?? [],
  );
const titles = () => cards().map((card) => card.getAttribute('aria-label'));
const plate = () => document.querySelector('stall-order-ticker')!.shadowRoot!.querySelector<HTMLElement>('.toast');

const said = () => {
  const line = document.querySelector('stall-announcement')?.shadowRoot?.querySelector<HTMLElement>('.say');
  return line ? [line] : null;
};

/** Says as much as an operator can, or nothing more. */
const say = (text: string | null) =>
  fakes.one.change([
    text === null
      ? removal('announcement', 'main')
      : put('announcement', { text, at: new Date().toISOString() }, 'main'),
  ]);

/** Features the first n products of the example. */
function feature(n: number): void {
  const ids = exampleState().products.slice(0, n);
  fakes.one.change([
    put(
      'featured',
      ids.map(({ id }) => id),
      'main',
    ),
  ]);
}

/** Adds a style as OBS does with its CSS box: the last in the head, long after the page has loaded. */
function box(css: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  return style;
}

/** Where a part of a widget lies, in px of the canvas. */
function placeOf(element: Element): { left: number; top: number; right: number; bottom: number } {
  const frame = canvas().getBoundingClientRect();
  const scale = frame.width / canvas().offsetWidth;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return {
    left: (left - frame.left) / scale,
    top: (top - frame.top) / scale,
    right: (right - frame.left) / scale,
    bottom: (bottom - frame.top) / scale,
  };
}

type Box = ReturnType<typeof placeOf>;

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** What is wrong with the places of the widgets: outside the safe area, before the host, or one on another. */
function misplaced(safe: Box, face: Box): string[] {
  const places = [...cards(), plate()!, ...(said() ?? [])].map((element) => ({
    name: element.className,
    box: placeOf(element),
  }));
  const grown = { left: safe.left - 1, top: safe.top - 1, right: safe.right + 1, bottom: safe.bottom + 1 };
  return places.flatMap(({ name, box }, index) => [
    ...(box.left < grown.left || box.top < grown.top || box.right > grown.right || box.bottom > grown.bottom
      ? [`${name} is outside: ${JSON.stringify(box)}`]
      : []),
    ...(overlaps(box, face) ? [`${name} is before the host`] : []),
    ...places.slice(index + 1).flatMap((other) => (overlaps(box, other.box) ? [`${name} is on ${other.name}`] : [])),
  ]);
}

describe('the overlay page', () => {
  const styles: HTMLStyleElement[] = [];
  const errors = vi.spyOn(console, 'error');

  beforeAll(async () => {
    localStorage.clear();
    registerScheme('fake', (address) => fakes[address.startsWith('two') ? 'two' : 'one'].adapter);
    await startOverlay(() => 'fake:one#VIEW-KEY');
  });

  beforeEach(async () => {
    errors.mockClear().mockImplementation(() => {});
    await page.viewport(540, 960);
  });

  afterEach(() => {
    for (const style of styles.splice(0)) style.remove();
  });

  it('is transparent and shows nothing before the first snapshot, whatever goes wrong', async () => {
    await expect.poll(() => fakes.one.running).toBe(true);
    fakes.one.fault(new AdapterError('unreachable', 'Expected a relay, got no connection.'));
    expect(cards()).toEqual([]);
    expect(getComputedStyle(document.body).backgroundColor).toBe('rgba(0, 0, 0, 0)');
    await expect.poll(() => errors.mock.calls.flat().join()).toContain('got no connection');
    expect(errors.mock.calls.flat().join()).not.toContain('VIEW-KEY');
  });

  it('tells a person in a browser what is wrong, until the first snapshot', async () => {
    const note = document.querySelector<HTMLElement>('.note')!;
    await expect.poll(() => note.hidden).toBe(false);
    fakes.one.snapshot();
    await expect.poll(titles).toEqual(['阳山水蜜桃 5斤装']);
    expect(note.hidden).toBe(true);
  });

  it('wears the theme, and what the CSS box sets on the body after load', async () => {
    const price = () =>
      getComputedStyle(cards()[0]!.querySelector('stall-price')!.shadowRoot!.querySelector('.price')!).color;
    expect(price()).toBe('rgb(196, 45, 26)');
    styles.push(box('body { --stall-color-value: #0a5cc4 }'));
    expect(price()).toBe('rgb(10, 92, 196)');
  });

  it('shows a starting scene that is named, in its theme, and the usual widgets again without it', async () => {
    const style = box('body { --stall-scene: workshop }');
    styles.push(style);
    const tags = () =>
      [...(document.querySelector('stall-scene')?.shadowRoot?.querySelectorAll('.box > *') ?? [])].map(
        (one) => one.localName,
      );
    await expect.poll(tags).toContain('stall-presale');
    expect(document.querySelector('stall-room > stall-order-ticker')).toBeNull();
    await expect.poll(() => document.documentElement.dataset['stallTheme']).toBe('harvest');
    style.textContent = 'body { --stall-scene: workshop; --stall-theme: night }';
    await expect.poll(() => document.documentElement.dataset['stallTheme']).toBe('night');
    style.remove();
    await expect.poll(() => document.querySelector('stall-room > stall-order-ticker')).not.toBeNull();
    expect(document.documentElement.dataset['stallTheme']).toBe('orchard');
    expect(document.querySelector('stall-scene')).toBeNull();
  });

  it('shows a scene of one’s own from its code, with its colours; what the CSS box sets wins', async () => {
    const scene: Scene = {
      ...{ version: 1, canvas: 'landscape', theme: 'paper' },
      tokens: { '--stall-color-value': '#0a5cc4' },
      items: [{ id: 'price', tag: 'stall-price', x: 96, y: 54 }],
    };
    const style = box(`body { --stall-scene: "${await encodeScene(scene)}" }`);
    styles.push(style);
    const price = () => {
      const room = document.querySelector('stall-scene')?.shadowRoot?.querySelector('stall-price')?.shadowRoot;
      const figure = room?.querySelector('.price');
      return figure ? getComputedStyle(figure).color : '';
    };
    await expect.poll(price).toBe('rgb(10, 92, 196)');
    expect([canvas().offsetWidth, document.documentElement.dataset['stallTheme']]).toEqual([1920, 'paper']);
    styles.push(box('body { --stall-color-value: #a11200 }'));
    await expect.poll(price).toBe('rgb(161, 18, 0)');
    style.remove();
    await expect.poll(() => canvas().querySelector('stall-scene')).toBeNull();
    for (const one of styles.splice(0)) one.remove();
    await expect
      .poll(() => getComputedStyle(document.documentElement).getPropertyValue('--stall-color-value'))
      .not.toBe('#0a5cc4');
  });

  it('shows the usual widgets where there is no such scene, and says so', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    styles.push(box('body { --stall-scene: toString }'));
    await expect
      .poll(() => said.mock.calls.map(([line]) => String(line).slice(0, 23)))
      .toEqual(['scene: expected one of ']);
    expect(document.querySelector('stall-room > stall-order-ticker')).not.toBeNull();
    said.mockRestore();
  });

  it('wears another theme by its settings', async () => {
    const style = box('body { --stall-theme: night }');
    styles.push(style);
    await expect.poll(() => document.documentElement.dataset['stallTheme']).toBe('night');
    expect(getComputedStyle(cards()[0]!.querySelector('.board')!).backgroundColor).toBe('rgb(10, 14, 17)');
    style.remove();
    await expect.poll(() => document.documentElement.dataset['stallTheme']).toBe('orchard');
  });

  it.each(Object.keys(THEMES))('takes %s from the CSS box, and keeps nothing of what it wore', (theme) => {
    const semantic = Object.entries(TOKENS).flatMap(([name, { tier }]) => (tier === 'semantic' ? [name] : []));
    const worn = (element: Element) => semantic.map((name) => getComputedStyle(element).getPropertyValue(name));
    const wearer = document.createElement('div');
    wearer.dataset['stallTheme'] = theme;
    document.body.append(wearer);
    const wanted = worn(wearer);
    wearer.remove();
    styles.push(box(SHEETS[`../../../themes/src/${theme}.css`] ?? ''));
    expect(worn(cards()[0]!)).toEqual(wanted);
    expect(worn(cards()[0]!)).not.toContain('');
  });

  it('takes its settings from the CSS box, and lets go of them with it', async () => {
    styles.push(
      box('body { --stall-lang: "en"; --stall-canvas: landscape; --stall-background: green; --stall-widgets: ticker }'),
    );
    await expect.poll(() => document.documentElement.lang).toBe('en');
    expect(canvas().dataset['canvas']).toBe('landscape');
    expect(getComputedStyle(document.documentElement).backgroundColor).toBe('rgb(0, 177, 64)');
    expect(document.querySelector('stall-product-card')).toBeNull();

    styles.splice(0).forEach((style) => style.remove());
    await expect.poll(() => document.documentElement.lang).toBe('zh-CN');
    await expect.poll(titles).toEqual(['阳山水蜜桃 5斤装']);
    expect(getComputedStyle(document.documentElement).backgroundColor).toBe('rgba(0, 0, 0, 0)');
  });

  it('moves to another connection that the CSS box names, and closes the first', async () => {
    styles.push(box('body { --stall-src: "fake:two#OTHER" }'));
    await expect.poll(() => [fakes.one.running, fakes.two.running]).toEqual([false, true]);
    expect(cards()).toEqual([]);
    fakes.two.snapshot(asSynthetic(exampleState({ featured: { stall: ['pepper'], rooms: {} } })));
    await expect.poll(titles).toEqual(['青花椒 鲜采 1斤']);

    styles.splice(0).forEach((style) => style.remove());
    await expect.poll(titles).toEqual(['阳山水蜜桃 5斤装']);
    expect(fakes.two.running).toBe(false);
  });

  it('asks for nothing anew while the head changes and no setting does', async () => {
    const starts = fakes.one.starts;
    styles.push(box('body { color: red }'));
    await expect.poll(() => getComputedStyle(document.body).color).toBe('rgb(255, 0, 0)');
    expect(fakes.one.starts).toBe(starts);
  });

  it.each([
    [1080, 1920, 'portrait', 1],
    [1920, 1080, 'landscape', 1],
    [540, 960, 'portrait', 0.5],
    [800, 600, 'landscape', 0.4167],
  ] as const)('fits its canvas into %i × %i', async (width, height, shape, scale) => {
    await page.viewport(width, height);
    await expect.poll(() => canvas().dataset['canvas']).toBe(shape);
    await expect.poll(() => canvas().getBoundingClientRect().width / canvas().offsetWidth).toBeCloseTo(scale, 3);
    const frame = canvas().getBoundingClientRect();
    expect([frame.left, frame.right]).toEqual([expect.closeTo(0, 0), expect.closeTo(width, 0)]);
    expect(frame.top).toBeCloseTo((height - frame.height) / 2, 0);
  });

  describe.each([
    [
      'portrait',
      1080,
      1920,
      { left: 40, top: 240, right: 1040, bottom: 1256 },
      { left: 300, top: 470, right: 790, bottom: 750 },
    ],
    [
      'landscape',
      1920,
      1080,
      { left: 96, top: 54, right: 1824, bottom: 1026 },
      { left: 560, top: 170, right: 1480, bottom: 760 },
    ],
  ] as const)('in %s', (_, width, height, safe, face) => {
    beforeEach(() => page.viewport(width, height));

    it.each([1, 2, 3])('stands inside the safe area with %i on air, and leaves the host free', async (count) => {
      feature(count);
      fakes.one.change([put('order', exampleOrder({ seq: count, occurredAt: new Date().toISOString() }))]);
      await expect.poll(() => cards().length).toBe(count);
      await expect.poll(() => plate()).not.toBeNull();
      say('今晚八点全场包邮，'.repeat(20));
      await expect.poll(said).not.toBeNull();
      // Widgets come in by a motion, which is over when nothing is wrong any more.
      await expect.poll(() => misplaced(safe, face)).toEqual([]);
    });
  });

  it('says what is said, where the cards are and there alone', async () => {
    say('今晚全场包邮');
    await expect.poll(() => said()?.[0]?.textContent).toContain('今晚全场包邮');
    const style = box('body { --stall-widgets: ticker }');
    await expect.poll(() => document.querySelector('stall-product-card')).toBeNull();
    expect(document.querySelector('stall-announcement')).toBeNull();
    style.remove();
    await expect.poll(() => said()?.[0]?.textContent).toContain('今晚全场包邮');
    say(null);
    await expect.poll(said).toBeNull();
  });

  it('leaves the air at the panic key and comes back', async () => {
    feature(1);
    const room = exampleState().rooms[0]!;
    fakes.one.change([put('room', { ...room, panic: true })]);
    await expect.poll(() => document.querySelector('stall-room')!.panic).toBe(true);
    expect(document.querySelector('stall-product-card')!.getClientRects()).toHaveLength(0);
    fakes.one.change([put('room', room)]);
    await expect.poll(() => document.querySelector('stall-product-card')!.getClientRects().length).toBeGreaterThan(0);
  });
});
