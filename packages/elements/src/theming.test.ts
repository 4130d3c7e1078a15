import '@stallcast/themes/all.css';
import nightCss from '@stallcast/themes/night.css?inline';
import { THEMES, TOKENS } from '@stallcast/themes';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage } from '../gallery/stage.js';
import { sampleStall } from './internal/sample-stall.js';
import './define.js';

const STALL = sampleStall('peach', { featured: ['peach'], synthetic: true });
const styles: HTMLElement[] = [];

async function setup(look = 'wide') {
  const stage = setStage(
    'stall-product-card',
    { name: 'test', en: '', 'zh-CN': '', stall: STALL, silentMs: 12_000, attributes: { look } },
    'zh-CN',
  );
  const root = await raise(stage);
  const find = (selector: string): Element => {
    const found = root.querySelector(selector);
    if (!found) throw new Error(`Expected ${selector} in the card.`);
    return found;
  };
  return { ...stage, root, find };
}

/** As OBS does it: a style at the end of the head, after everything has loaded. */
function addStyle(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  styles.push(style);
}

describe('theming', () => {
  afterEach(() => {
    document.body.replaceChildren();
    for (const style of styles.splice(0)) style.remove();
  });

  it('takes variables that are put on the body after the widget has painted', async () => {
    const { find } = await setup();
    const board = find('.board');
    expect(getComputedStyle(board).backgroundColor).toBe('rgb(255, 245, 227)');
    addStyle('body { --stall-color-plate: #102030; --stall-product-card-price: rgb(1, 2, 3); }');
    expect(getComputedStyle(board).backgroundColor).toBe('rgb(16, 32, 48)');
    const price = find('stall-price').shadowRoot?.querySelector('.price');
    expect(price && getComputedStyle(price).color).toBe('rgb(1, 2, 3)');
  });

  it('reaches the counter inside the card', async () => {
    const { find } = await setup();
    addStyle('body { --stall-stock-counter-fill: rgb(4, 5, 6); }');
    const fill = find('stall-stock-counter').shadowRoot?.querySelector('.fill');
    expect(fill && getComputedStyle(fill).backgroundColor).toBe('rgb(4, 5, 6)');
  });
});

describe('a theme', () => {
  afterEach(() => {
    document.body.replaceChildren();
    for (const style of styles.splice(0)) style.remove();
    delete document.documentElement.dataset['stallTheme'];
  });

  const PLATES = {
    orchard: 'rgb(255, 245, 227)',
    harvest: 'rgb(44, 26, 36)',
    batik: 'rgb(18, 38, 75)',
    newyear: 'rgb(168, 19, 26)',
    night: 'rgb(10, 14, 17)',
    paper: 'rgb(251, 250, 245)',
  } as const;
  const plate = (board: Element): string => getComputedStyle(board).backgroundColor;

  it.each(Object.keys(THEMES) as (keyof typeof PLATES)[])('%s dresses the page whose root names it', async (theme) => {
    const { find } = await setup();
    document.documentElement.dataset['stallTheme'] = theme;
    expect(plate(find('.board'))).toBe(PLATES[theme]);
  });

  it('dresses the element that names it and what is inside, also inside another', async () => {
    const { element, room, find } = await setup();
    const board = find('.board');
    room.dataset['stallTheme'] = 'batik';
    expect(plate(board)).toBe(PLATES.batik);
    element.dataset['stallTheme'] = 'paper';
    expect(plate(board)).toBe(PLATES.paper);
    expect(getComputedStyle(element).getPropertyValue('--stall-plate-line').trim()).toBe('none');
    element.dataset['stallTheme'] = 'orchard';
    expect(plate(board)).toBe(PLATES.orchard);
  });

  it('sets every semantic token, so that nothing of an outer theme comes through', async () => {
    const { element, room } = await setup();
    const semantic = Object.entries(TOKENS).flatMap(([name, { tier }]) => (tier === 'semantic' ? [name] : []));
    const worn = (): string[] => semantic.map((name) => getComputedStyle(element).getPropertyValue(name));
    for (const inner of Object.keys(THEMES)) {
      element.dataset['stallTheme'] = inner;
      const alone = worn();
      for (const outer of Object.keys(THEMES)) {
        room.dataset['stallTheme'] = outer;
        expect(worn()).toEqual(alone);
      }
      delete room.dataset['stallTheme'];
    }
  });

  it('gives way to what a person writes on the body, on an ancestor, and on what names the theme', async () => {
    const { room, find } = await setup();
    const board = find('.board');
    document.documentElement.dataset['stallTheme'] = 'night';
    addStyle('body { --stall-color-plate: rgb(1, 2, 3) }');
    expect(plate(board)).toBe('rgb(1, 2, 3)');
    addStyle('stall-room { --stall-color-plate: rgb(4, 5, 6) }');
    expect(plate(board)).toBe('rgb(4, 5, 6)');
    room.dataset['stallTheme'] = 'batik';
    expect(plate(board)).toBe('rgb(4, 5, 6)');
  });

  it('that is pasted later wins over the page’s, and leaves inner ones alone', async () => {
    const { room, find } = await setup();
    const board = find('.board');
    document.documentElement.dataset['stallTheme'] = 'harvest';
    addStyle(nightCss);
    expect(plate(board)).toBe(PLATES.night);
    room.dataset['stallTheme'] = 'paper';
    expect(plate(board)).toBe(PLATES.paper);
  });
});

describe('the marks', () => {
  afterEach(() => {
    document.body.replaceChildren();
    for (const style of styles.splice(0)) style.remove();
  });

  const attack = `
    * { visibility: hidden; }
    stall-product-card { visibility: hidden; font-size: 0; color: transparent; text-indent: -9999px; letter-spacing: 9em;
      clip-path: inset(60px 0 0 0); overflow: hidden; max-height: 20px; -webkit-mask: linear-gradient(transparent, transparent); }
    stall-product-card::part(board), stall-product-card::part(title) { display: none; }
    stall-product-card::part(stub) { inset: -80px 0 0 0; width: auto; z-index: 9999; visibility: visible; background: red; }
    stall-product-card::part(tab) { position: absolute; inset: 0; z-index: 9999; visibility: visible; display: block; }
    body { --stall-color-text: transparent; --stall-font-text: none; }`;

  it.each([
    ['.demo', 'wide'],
    ['.age', 'wide'],
    ['.demo', 'tall'],
    ['.age', 'tall'],
    ['.demo', 'slim'],
    ['.age', 'slim'],
  ])('%s stays on screen in the %s look whatever a theme does', async (selector, look) => {
    const { find, root } = await setup(look);
    const mark = find(selector);
    const before = mark.getBoundingClientRect();
    addStyle(attack);
    mark.scrollIntoView({ block: 'center', inline: 'center' });
    const after = mark.getBoundingClientRect();
    const style = getComputedStyle(mark);
    expect([after.width, after.height]).toEqual([before.width, before.height]);
    expect([style.visibility, style.display, style.opacity, style.textIndent, style.fontSize]).toEqual([
      'visible',
      'flex',
      '1',
      '0px',
      '28px',
    ]);
    // A hit test sees what is on top and not clipped away.
    expect(root.elementFromPoint(after.left + after.width - 8, after.top + after.height / 2)).toBe(mark);
    expect(style.color).not.toBe('rgba(0, 0, 0, 0)');
  });

  it('stand in no part', async () => {
    const { find } = await setup();
    expect(find('.demo').closest('[part]')).toBeNull();
    expect(find('.age').closest('[part]')).toBeNull();
  });
});
