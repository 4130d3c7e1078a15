import type { Offer } from '@stallcast/protocol';
import { put } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { loadEntries } from '../gallery/entries.js';
import { setStage, settled } from '../gallery/stage.js';
import { sampleStall } from './internal/sample-stall.js';
import { STATES_AT } from './internal/widget-state.js';

/**
 * A price is kept back, opened, changed in the middle of a flash sale, and the sale ends: a second after each step no
 * widget may tell a price of a step before. Every widget that there is takes part, with the details open.
 */
const cny = (minor: number) => ({ minor, currency: 'CNY', exponent: 2 }) as const;
const at = (ms: number): string => new Date(Date.parse(STATES_AT) + ms).toISOString();
const OFFER: Offer = { id: 'peach-offer', productId: 'peach', price: cny(4111), limitPerBuyer: 2 };
const FLASH = { startsAt: at(-1_000), endsAt: at(60_000) };

/** Each step with what may be read after it, and how far the clock goes on; a flash price compares with the usual one. */
const STEPS: readonly { name: string; offer?: Offer; passMs?: number; told: readonly string[] }[] = [
  { name: 'on sale', offer: OFFER, told: ['41.11', '8.22', '16.44'] },
  { name: 'kept back', offer: { ...OFFER, price: null }, told: [] },
  { name: 'opened', offer: { ...OFFER, price: cny(4222) }, told: ['42.22', '8.44', '16.89'] },
  {
    name: 'a flash sale',
    offer: { ...OFFER, price: cny(4222), flash: { price: cny(3333), ...FLASH } },
    told: ['33.33', '6.67', '13.33', '42.22'],
  },
  {
    name: 'changed in the middle of it',
    offer: { ...OFFER, price: cny(4444), flash: { price: cny(2999), ...FLASH } },
    told: ['29.99', '6.00', '12.00', '44.44'],
  },
  { name: 'its end, told by the clock alone', passMs: 60_000, told: ['44.44', '8.89', '17.78'] },
  { name: 'kept back again', offer: { ...OFFER, price: null }, told: [] },
];

/** All text in a tree and its shadow trees, with what is drawn beside what is said. */
function textIn(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  const inner =
    node instanceof Element && node.shadowRoot ? [node.shadowRoot, ...node.childNodes] : [...node.childNodes];
  return inner.map(textIn).join(' ');
}

/** Amounts of money that can be read: 39.90 of ¥39.90. */
const amountsIn = (root: Node): Set<string> => new Set(textIn(root).match(/\d+\.\d\d(?!\d)/g));

const cases = (await loadEntries()).flatMap(({ tag, looks = [''] }) => looks.map((look) => ({ tag, look })));

async function setup(tag: string, look: string) {
  const stall = sampleStall('peach', { featured: ['peach'], offer: OFFER });
  const attributes = { 'product-id': 'peach', details: '', ...(look ? { look } : {}) };
  const stage = setStage(
    tag,
    { name: 'test', en: '', 'zh-CN': '', stall: { ...stall, offers: [OFFER] }, attributes },
    'zh-CN',
  );
  document.body.append(stage.room);
  await settled(stage.element);
  stage.element.shadowRoot?.querySelector<HTMLButtonElement>('.more')?.click();
  return stage;
}

describe('no price is told a second after it has changed', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it.each(cases)('by <$tag $look>', async ({ tag, look }) => {
    const { element, fake, pass } = await setup(tag, look);
    const all = new Set(STEPS.flatMap(({ told }) => told));
    for (const { name, offer, passMs, told } of STEPS) {
      if (offer) fake.change([put('offer', offer)]);
      if (passMs) pass(passMs);
      // The store's clock is the test's: whatever waits for it looks again, as its own timer would make it.
      const again = (root: ParentNode): void => {
        for (const one of root.querySelectorAll('*')) {
          (one as { requestUpdate?: () => void }).requestUpdate?.();
          if (one.shadowRoot) again(one.shadowRoot);
        }
      };
      if (passMs) again(document);
      const stale = () => [...amountsIn(element)].filter((amount) => all.has(amount) && !told.includes(amount));
      await expect.poll(stale, { timeout: 1_000, message: name }).toEqual([]);
    }
  });

  it('is a test that sees a price at all, on the card and in its details', async () => {
    const { element } = await setup('stall-product-card', 'wide');
    await expect
      .poll(() => element.shadowRoot?.querySelector('stall-product-details')?.shadowRoot?.querySelector('dialog'))
      .not.toBe(null);
    await expect.poll(() => [...amountsIn(element)].sort()).toEqual(['16.44', '41.11', '8.22']);
  });
});
