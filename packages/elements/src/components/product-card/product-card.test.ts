import { put } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall, type SampleChanges } from '../../internal/sample-stall.js';
import { STATES_AT } from '../../internal/widget-state.js';
import { HOSTILE, PRODUCT_CARD_STATES } from './product-card.states.js';
import './define.js';

const ON = { featured: ['peach'] };

async function setup(changes: SampleChanges | null = ON, attributes: Record<string, string> = {}, language = 'zh-CN') {
  const stall = changes && sampleStall('peach', changes);
  const stage = setStage('stall-product-card', { name: 'test', en: '', 'zh-CN': '', stall, attributes }, language);
  const root = await raise(stage);
  const find = (selector: string, inside = '') =>
    (inside ? root.querySelector(inside)?.shadowRoot : root)?.querySelector(selector);
  const read = (selector: string, inside?: string) =>
    find(selector, inside)?.textContent?.replaceAll(/\s+/g, ' ').trim();
  const moving = () => root.getAnimations().length;
  return { ...stage, root, find, read, moving };
}

const first = <T>(values: readonly T[]): T => {
  const [value] = values;
  if (value === undefined) throw new Error('Expected a value in the sample stall.');
  return value;
};

describe('<stall-product-card>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows nothing before the first snapshot, then everything at once', async () => {
    const { root, fake, element, read, moving } = await setup(null);
    expect(root.querySelector('.card')).toBeNull();
    fake.snapshot(sampleStall('peach', ON));
    await settled(element);
    expect(read('.title')).toBe('阳山水蜜桃 5斤装');
    expect(moving()).toBe(0);
  });

  it('is not drawn anew for a stock that its counter alone tells of', async () => {
    const { fake, root, element } = await setup();
    const card = root.querySelector('.card');
    let drawn = 0;
    const update = Object.getPrototypeOf(element).performUpdate as () => void;
    Object.assign(element, {
      performUpdate() {
        drawn += 1;
        update.call(element);
      },
    });
    const stock = first(sampleStall('peach', ON).stocks);
    for (const sellable of [185, 184, 100]) fake.change([put('stock', { ...stock, sellable })]);
    await settled(element);
    expect(drawn).toBe(0);
    fake.change([put('stock', { ...stock, sellable: 0 })]);
    await settled(element);
    expect(drawn).toBeGreaterThan(0);
    expect(root.querySelector('.card')).toBe(card);
  });

  it('reads as text in the order of the card', async () => {
    const { root } = await setup();
    const said: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Element && (node.getAttribute('aria-hidden') === 'true' || node.localName === 'style'))
        return;
      if (node instanceof Text && node.data.trim()) said.push(node.data.trim());
      const isSlot = node instanceof HTMLSlotElement && node.assignedNodes().length > 0;
      const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
      for (const child of isSlot ? node.assignedNodes() : inner.childNodes) walk(child);
    };
    walk(root);
    expect(said.join(' | ')).toBe(
      '讲解中 | 1号链接 | 阳山水蜜桃 5斤装 | 价格 ¥39.90 | 日常价 | ¥49.90 | ¥7.98/斤 | 48小时发货 | 坏果包赔 | 还有 | 186 | 件',
    );
  });

  it('counts a time offer down as soon as it has what does so', async () => {
    const now = Date.parse(STATES_AT);
    const [startsAt, endsAt] = [now - 60_000, now + 60_000].map((at) => new Date(at).toISOString()) as [string, string];
    const flash = { price: { minor: 2_990, currency: 'CNY', exponent: 2 as const }, startsAt, endsAt };
    const { find } = await setup({ ...ON, offer: { flash } });
    await expect.poll(() => find('.clock', 'stall-countdown')).toBeInstanceOf(Element);
  });

  it('is there again, whole, where it comes back while it leaves', async () => {
    const { root, fake, element } = await setup();
    fake.change([put('featured', [])]);
    await settled(element);
    fake.change([put('featured', ['peach'])]);
    await settled(element);
    for (const animation of root.getAnimations()) animation.finish();
    expect(getComputedStyle(root.querySelector('.card')!).opacity).toBe('1');
  });

  it('follows what is being shown, by its place', async () => {
    const { fake, element, read } = await setup(ON, { featured: '1' });
    expect(read('.title')).toBeUndefined();
    fake.change([put('product', first(sampleStall('pepper').products)), put('featured', ['peach', 'pepper'])]);
    await settled(element);
    expect(read('.title')).toBe('青花椒 鲜采 1斤');
  });

  it('stays with the product that is named, and says when it is being shown', async () => {
    const { fake, element, read } = await setup({}, { 'product-id': 'peach' });
    expect(read('.tab')).toBeUndefined();
    fake.change([put('featured', ['peach'])]);
    await settled(element);
    expect(read('.tab')).toBe('讲解中');
  });

  it('leaves when nothing is being shown any more', async () => {
    const { fake, element, root } = await setup();
    fake.change([put('featured', [])]);
    await settled(element);
    for (const animation of root.getAnimations()) animation.finish();
    await expect.poll(() => root.querySelector('.card')).toBeNull();
  });

  it('never shows one product with the stock of another, not for one frame', async () => {
    const { fake, element, root } = await setup();
    const pepper = sampleStall('pepper', { stock: { onHand: 8, sold: 0, sellable: 8 } });
    fake.change([
      put('product', first(pepper.products)),
      put('stock', first(pepper.stocks)),
      put('offer', first(pepper.offers)),
    ]);
    fake.change([put('featured', ['pepper'])]);
    const seen = await new Promise<string>((resolve) => {
      const look = (): void => {
        const counter = root.querySelector('stall-stock-counter');
        const title = root.querySelector('.title')?.textContent;
        if (title?.includes('青花椒')) resolve(counter?.shadowRoot?.querySelector('.count')?.textContent?.trim() ?? '');
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await settled(element);
    expect(seen).toMatch(/^8/);
  });

  it('stamps what is sold out, steps the price back, and brings both back', async () => {
    const { fake, element, root } = await setup();
    const stock = first(sampleStall('peach').stocks);
    fake.change([put('stock', { ...stock, sold: 300, sellable: 0 })]);
    await settled(element);
    expect(element.getAttribute('state')).toBe('sold-out');
    expect(root.querySelectorAll('.stamp')).toHaveLength(1);
    expect(root.querySelector('.card')?.classList).toContain('dim');
    fake.change([put('stock', stock)]);
    await settled(element);
    for (const animation of root.getAnimations()) animation.finish();
    await expect.poll(() => root.querySelector('.stamp')).toBeNull();
    expect(root.querySelector('.card')?.classList).not.toContain('dim');
  });

  it('opens a price that was kept back', async () => {
    const { fake, element, read, find } = await setup({ ...ON, offer: { price: null } });
    expect(read('.price .spoken', 'stall-price')).toBe('待开价');
    expect(find('.inset', 'stall-price')?.textContent).not.toContain('39.90');
    fake.change([put('offer', first(sampleStall('peach').offers))]);
    await settled(element);
    expect(read('.price .spoken', 'stall-price')).toBe('价格 ¥39.90');
  });

  it('speaks English inside an English page', async () => {
    const { read } = await setup(ON, {}, 'en');
    expect(read('.title')).toBe('Yangshan peaches');
    expect(read('.tab')).toBe('ON NOW');
    expect(read('.per', 'stall-price')).toBe('¥15.96/kg');
  });

  describe('the picture', () => {
    const boxOf = (root: ShadowRoot) => root.querySelector('.picture')?.getBoundingClientRect().toJSON() as unknown;

    it('has its box before, while and after it loads, and when it does not', async () => {
      const { root, fake, element } = await setup({ ...ON, product: { media: [] } });
      const empty = boxOf(root);
      const product = first(sampleStall('peach').products);
      fake.change([put('product', { ...product, media: [{ kind: 'image', url: 'data:image/png;base64,broken' }] })]);
      await settled(element);
      expect(boxOf(root)).toEqual(empty);
      await expect.poll(() => root.querySelector('img')).toBeNull();
      expect(root.querySelector('.basket')).not.toBeNull();
      expect(boxOf(root)).toEqual(empty);
    });

    it('that did not load is tried again after the next snapshot', async () => {
      const broken = { ...ON, product: { media: [{ kind: 'image' as const, url: 'data:image/png;base64,broken' }] } };
      const { root, fake, element } = await setup(broken);
      await expect.poll(() => root.querySelector('img')).toBeNull();
      let tries = 0;
      new MutationObserver(() => (tries += root.querySelectorAll('img').length)).observe(root, {
        childList: true,
        subtree: true,
      });
      fake.snapshot(sampleStall('peach', broken));
      await settled(element);
      await expect.poll(() => tries).toBeGreaterThan(0);
    });
  });

  describe.each(['wide', 'tall', 'slim'])('the %s look', (look) => {
    it.each(Object.keys(HOSTILE))('keeps hostile text (%s) inside its plate', async (kind) => {
      const state = PRODUCT_CARD_STATES.find(({ name }) => name === `hostile-${kind}`);
      if (!state) throw new Error(`There is no state hostile-${kind}.`);
      const stage = setStage('stall-product-card', state, 'zh-CN');
      stage.element.setAttribute('look', look);
      const root = await raise(stage);
      const body = root.querySelector('.body')?.getBoundingClientRect();
      const title = root.querySelector('.title');
      const box = title?.getBoundingClientRect();
      if (!body || !title || !box) throw new Error('The card is not there.');
      expect(root.querySelector('script, .title img, .title *')).toBeNull();
      expect(getComputedStyle(title).overflow).toBe('hidden');
      expect([box.left >= body.left, box.right <= body.right, box.bottom <= body.bottom]).toEqual([true, true, true]);
      expect(root.querySelector('.card')?.getBoundingClientRect().width).toBeLessThanOrEqual(1000);
    });
  });
});
