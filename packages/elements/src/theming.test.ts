import '@stallcast/themes/orchard.css';
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
    expect(getComputedStyle(find('.price')).color).toBe('rgb(1, 2, 3)');
  });

  it('reaches the counter inside the card', async () => {
    const { find } = await setup();
    addStyle('body { --stall-stock-counter-fill: rgb(4, 5, 6); }');
    const fill = find('stall-stock-counter').shadowRoot?.querySelector('.fill');
    expect(fill && getComputedStyle(fill).backgroundColor).toBe('rgb(4, 5, 6)');
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
