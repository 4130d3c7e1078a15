import { put } from '@stallcast/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall, type SampleChanges } from '../../internal/sample-stall.js';
import type { StockDepletedEvent } from './stock-counter.events.js';
import './define.js';

const LOW = { onHand: 12, sold: 0, sellable: 12 };

async function setup(changes: SampleChanges | null = {}, attributes: Record<string, string> = {}) {
  const stall = changes && sampleStall('peach', changes);
  const stage = setStage(
    'stall-stock-counter',
    {
      name: 'test',
      en: '',
      'zh-CN': '',
      stall,
      attributes: { 'product-id': 'peach', ...attributes },
    },
    'zh-CN',
  );
  const root = await raise(stage);
  const [base] = sampleStall('peach').stocks;
  if (!base) throw new Error('The sample stall has no stock.');
  const sell = async (left: number, more: Partial<typeof base> = {}) => {
    stage.fake.change([put('stock', { ...base, onHand: 300, sold: 300 - left, sellable: left, ...more })]);
    await settled(stage.element);
  };
  const text = () =>
    [...root.querySelectorAll('.stock > *')]
      .map((part) => part.textContent?.replaceAll(/\s+/g, ''))
      .filter(Boolean)
      .join(' ');
  const moving = () => root.getAnimations().length;
  return { ...stage, root, sell, text, moving };
}

/** What OBS sends when a scene shows or hides the source. */
function showSource(visible: boolean) {
  window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } }));
}

describe('<stall-stock-counter>', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    showSource(true);
    document.body.replaceChildren();
  });

  it('shows nothing before the first snapshot, then the truth at once', async () => {
    const { root, fake, element, text, moving } = await setup(null);
    expect(root.querySelector('.stock')).toBeNull();
    fake.snapshot(sampleStall('peach', { stock: LOW }));
    await settled(element);
    expect(text()).toBe('仅剩 12件');
    expect(moving()).toBe(0);
  });

  it('reads as text in the order in which it is said', async () => {
    const { text } = await setup({ stock: { onHand: 117, reserved: 3, sold: 114, sellable: 0 } });
    expect(text()).toBe('可拍 0件 3件待付款 可能放出');
  });

  it('tells its state in an attribute', async () => {
    const { element, sell } = await setup();
    expect(element.getAttribute('state')).toBe('ample');
    await sell(1);
    expect(element.getAttribute('state')).toBe('last');
  });

  it('rolls only the digits that changed, and ends with nothing but the new number', async () => {
    const { root, sell, text } = await setup();
    await sell(184);
    const cells = [...root.querySelectorAll('.cell')];
    expect(cells.map((cell) => cell.getAnimations().length)).toEqual([0, 0, 1]);
    expect(cells[2]?.querySelectorAll('.past')).toHaveLength(2);
    for (const animation of root.getAnimations()) animation.finish();
    await expect.poll(() => root.querySelectorAll('.past, .rolling').length).toBe(0);
    expect(text()).toBe('还有 184件');
  });

  it('stands still while it changes faster than it can be read, and rolls again once it does not', async () => {
    const { root, sell, text } = await setup();
    await sell(184);
    await sell(183);
    expect(root.getAnimations()).toEqual([]);
    expect(root.querySelectorAll('.past, .rolling')).toHaveLength(0);
    expect(text()).toBe('还有 183件');

    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 600);
    await sell(182);
    expect(root.getAnimations()).toHaveLength(1);
  });

  it('changes over where a digit is further away than three steps', async () => {
    const { root, sell } = await setup();
    await sell(181);
    const last = root.querySelectorAll('.cell')[2];
    expect(last?.getAnimations()).toHaveLength(0);
    expect(last?.querySelectorAll('.past')).toHaveLength(1);
  });

  it('does not roll from what was left into what was sold', async () => {
    const { root, sell } = await setup({ stock: { onHand: 300, sold: 299, sellable: 1 } });
    await sell(0);
    expect(root.querySelectorAll('.past')).toHaveLength(0);
    expect(root.querySelector('.count')?.getAnimations()).toHaveLength(1);
  });

  it('moves by transform and opacity alone', async () => {
    const { root, sell } = await setup({ stock: LOW });
    await sell(11);
    const moved = root.getAnimations().flatMap((animation) => (animation.effect as KeyframeEffect).getKeyframes());
    const properties = new Set(moved.flatMap((frame) => Object.keys(frame)));
    for (const word of ['offset', 'computedOffset', 'easing', 'composite']) properties.delete(word);
    expect(properties.size).toBeGreaterThan(0);
    expect([...properties].filter((property) => property !== 'transform' && property !== 'opacity')).toEqual([]);
  });

  it('is still at rest', async () => {
    const { moving } = await setup();
    expect(moving()).toBe(0);
  });

  it('jumps to the truth after a new snapshot', async () => {
    const { fake, element, text, moving } = await setup();
    fake.snapshot(sampleStall('peach', { stock: { sellable: 185 } }));
    await settled(element);
    await expect.poll(text).toBe('还有 185件');
    expect(moving()).toBe(0);
  });

  it('jumps to the truth when the source is shown again', async () => {
    const { sell, text, moving } = await setup();
    showSource(false);
    await sell(185);
    await sell(184);
    expect(text()).toBe('还有 186件');
    showSource(true);
    await expect.poll(text).toBe('还有 184件');
    expect(moving()).toBe(0);
  });

  it('paints once a frame, however many changes come', async () => {
    const { element, sell } = await setup();
    const updates = vi.spyOn(element as unknown as { performUpdate(): void }, 'performUpdate');
    void sell(180);
    void sell(170);
    await sell(160);
    expect(updates).toHaveBeenCalledTimes(1);
  });

  describe('stall-stock-depleted', () => {
    function hear(element: HTMLElement) {
      const heard: string[] = [];
      element.addEventListener('stall-stock-depleted', (event: StockDepletedEvent) => heard.push(event.productId));
      return heard;
    }

    it('is fired once when the product runs out on screen', async () => {
      const { element, sell } = await setup({ stock: LOW });
      const heard = hear(element);
      await sell(1);
      await sell(0);
      await sell(0, { sold: 301, oversold: 1 });
      expect(heard).toEqual(['peach']);
    });

    it('is not fired for a product that is sold out from the start, nor for one that is swapped in', async () => {
      const gone = await setup({ stock: { sellable: 0, sold: 300 } });
      const heard = hear(gone.element);
      await gone.sell(0, { sold: 301 });
      expect(heard).toEqual([]);

      const swapped = await setup();
      const heardThere = hear(swapped.element);
      const [stock] = sampleStall('pepper', { stock: { sellable: 0, sold: 300 } }).stocks;
      const [product] = sampleStall('pepper').products;
      if (!stock || !product) throw new Error('The sample stall has no pepper.');
      swapped.fake.change([put('stock', stock), put('product', product)]);
      swapped.element.setAttribute('product-id', 'pepper');
      await settled(swapped.element);
      expect(swapped.element.getAttribute('state')).toBe('sold-out');
      expect(heardThere).toEqual([]);
    });
  });

  it('says how old its figure is once the line is silent, and is live again by itself', async () => {
    const { root, element, pass, fake, text } = await setup({ stock: LOW });
    expect(root.querySelector('.mark')).toBeNull();
    pass(12_000);
    await settled(element);
    expect(text()).toBe('12秒前剩 12件');
    expect(root.querySelector('.age')?.textContent?.trim()).toBe('数据 12 秒前');
    fake.ping();
    await settled(element);
    expect(text()).toBe('仅剩 12件');
    expect(root.querySelector('.mark')).toBeNull();
  });

  it('calls a figure old that its source has not renewed, and not the line down', async () => {
    const observedAt = '2026-07-01T11:30:00.000Z';
    const { root } = await setup({ stock: { stockFrom: 'woocommerce', observedAt, ttlMs: 60_000 } });
    expect(root.querySelector('.mark')?.textContent?.trim()).toBe('数据 12 分钟前');
  });

  it('moves nothing where less motion is asked for: it changes in one cut', async () => {
    const real = window.matchMedia.bind(window);
    const asked = vi
      .spyOn(window, 'matchMedia')
      .mockImplementation((query) =>
        query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(query),
      );
    const { root, sell } = await setup({ stock: LOW });
    await sell(11);
    expect(root.getAnimations()).toEqual([]);
    expect(root.querySelector('.spoken')?.textContent).toContain('11');
    asked.mockRestore();
  });
});
