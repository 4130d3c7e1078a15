import { put } from '@stallcast/testing';
import type { Offer } from '@stallcast/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall, type SampleChanges } from '../../internal/sample-stall.js';
import { STATES_AT } from '../../internal/widget-state.js';
import './define.js';

const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;

async function setup(changes: SampleChanges | null = {}, attributes: Record<string, string> = {}) {
  const stall = changes && sampleStall('peach', changes);
  const stage = setStage(
    'stall-price',
    { name: 'test', en: '', 'zh-CN': '', stall, attributes: { 'product-id': 'peach', ...attributes } },
    'zh-CN',
  );
  const root = await raise(stage);
  const [base] = sampleStall('peach', changes ?? {}).offers;
  if (!base) throw new Error('The sample stall has no offer.');
  const offer = async (more: Partial<Offer>) => {
    stage.fake.change([put('offer', { ...base, ...more })]);
    await settled(stage.element);
  };
  const read = (selector: string) => root.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();
  const moving = () => root.getAnimations().length;
  return { ...stage, root, offer, read, moving };
}

describe('<stall-price>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows nothing before the first snapshot, then the price at once', async () => {
    const { root, fake, element, read, moving } = await setup(null);
    expect(root.querySelector('.price')).toBeNull();
    fake.snapshot(sampleStall('peach'));
    await settled(element);
    expect(read('.price .spoken')).toBe('价格 ¥39.90');
    expect(moving()).toBe(0);
  });

  it('tells its state in an attribute', async () => {
    const { element, offer } = await setup();
    expect(element.getAttribute('state')).toBe('plain');
    await offer({ price: null });
    expect(element.getAttribute('state')).toBe('hidden');
  });

  it('says at once what a price has become, and rolls the figures that changed', async () => {
    const { root, offer, read } = await setup();
    await offer({ price: cny(3790) });
    expect(read('.price .spoken')).toBe('价格 ¥37.90');
    const cells = [...root.querySelectorAll('.amount .cell')];
    expect(cells.map((cell) => cell.getAnimations().length)).toEqual([0, 1, 0, 0, 0]);
    for (const animation of root.getAnimations()) animation.finish();
    await expect.poll(() => root.querySelectorAll('.past').length).toBe(0);
  });

  it('rolls cents upwards when the whole price rises', async () => {
    const { root, offer } = await setup();
    await offer({ price: cny(4010) });
    expect(root.querySelectorAll('.past').length).toBeGreaterThan(0);
    const rising = [...root.querySelectorAll<HTMLElement>('.past')].filter(({ style }) =>
      style.transform.includes('-'),
    );
    const falling = [...root.querySelectorAll<HTMLElement>('.past')].filter(({ style }) =>
      /\((?!0%|-)/.test(style.transform),
    );
    expect([rising.length > 0, falling.length]).toEqual([true, 0]);
  });

  it('brings the whole price in where its figures do not match, and when it is opened', async () => {
    const { root, offer, read } = await setup({ offer: { price: null } });
    const moves = () => root.querySelector('.price')?.getAnimations().length;
    await offer({ price: cny(3990) });
    expect([read('.price .spoken'), moves()]).toEqual(['价格 ¥39.90', 1]);
    await offer({ price: cny(10_990) });
    expect([read('.price .spoken'), moves()]).toEqual(['价格 ¥109.90', 2]);
  });

  it('shows the basis of what it compares with, and nothing without one', async () => {
    const { read } = await setup();
    expect(read('.compare')).toBe('日常价 ¥49.90');
    const { fake, element } = await setup();
    const offers: Offer[] = [{ id: 'peach-offer', productId: 'peach', price: cny(3990) }];
    fake.snapshot({ ...sampleStall('peach'), offers });
    await settled(element);
    expect(element.shadowRoot?.querySelector('.compare')).toBeNull();
  });

  it('takes the price of a flash sale for as long as it runs, without a message', async () => {
    const endsAt = new Date(Date.parse(STATES_AT) + 50).toISOString();
    const { element, read, pass } = await setup({
      offer: { flash: { price: cny(3490), startsAt: STATES_AT, endsAt } },
    });
    expect([read('.price .spoken'), read('.ear')]).toEqual(['价格 ¥34.90', '限时价']);
    pass(50);
    await expect.poll(() => read('.price .spoken')).toBe('价格 ¥39.90');
    expect(element.getAttribute('state')).toBe('plain');
  });

  it('jumps to the truth after a new snapshot, and for another product', async () => {
    const { fake, element, read, moving } = await setup();
    fake.snapshot(sampleStall('peach', { offer: { price: cny(3790) } }));
    await settled(element);
    expect([read('.price .spoken'), moving()]).toEqual(['价格 ¥37.90', 0]);
    const [product] = sampleStall('pepper').products;
    const [offer] = sampleStall('pepper').offers;
    if (!product || !offer) throw new Error('The sample stall has no pepper.');
    fake.change([put('product', product), put('offer', offer)]);
    element.setAttribute('product-id', 'pepper');
    await settled(element);
    expect([read('.price .spoken'), moving()]).toEqual(['价格 ¥58.00', 0]);
  });
});
