import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStage, type Stage } from './stage.js';
import { STAGE_EVENTS } from './stage-events.js';

const WORDS = { announcement: '这是一条测试公告' };

/** Everything that the stage shows and that people could take for real. */
function unmarked({ store }: Stage): unknown[] {
  const lists = [store.$products, store.$stocks, store.$orders].flatMap((atom): readonly object[] => atom.get());
  const offers = store.$products.get().map(({ id }) => store.$offer(id).get());
  return [...lists, ...offers, store.$session.get(), store.$totals.get(), store.$announcement.get()].filter(
    (value) => value !== null && !('synthetic' in value && value.synthetic),
  );
}

describe('the stage of the studio', () => {
  const stages: Stage[] = [];
  const open = async () => {
    const stage = await openStage();
    stages.push(stage);
    return stage;
  };
  afterEach(() => {
    for (const stage of stages.splice(0)) stage.close();
    vi.useRealTimers();
  });

  it('shows a stall that everything can be shown of: goal, share, presale, visits, origin', async () => {
    const { store } = await open();
    expect(store.$session.get()?.goals?.length).toBe(1);
    expect(store.$products.get().filter(({ kind }) => kind === 'ticket')).toHaveLength(3);
    expect(store.$products.get().some(({ presale }) => presale)).toBe(true);
    expect(store.$featured.get()).toEqual(['peach']);
  });

  it('shows a real stall’s products as a demonstration, with a stock of its own, also after it began anew', async () => {
    const stage = await open();
    const [peach] = stage.store.$products.get();
    const { synthetic: _, ...real } = { ...peach!, id: 'own', title: '自家桃', stockFrom: 'shopify' };
    const price = { minor: 990, currency: 'USD', exponent: 2 } as const;
    await stage.lend({
      products: [real, { ...real, id: 'example', synthetic: true }],
      offers: [{ id: 'o', productId: 'own', price }],
    });
    const own = () => stage.store.$products.get().find(({ id }) => id === 'own');
    expect(own()).toMatchObject({ title: '自家桃', stockFrom: 'ledger', synthetic: true });
    expect(stage.store.$stock('own').get()?.sellable).toBe(20);
    expect(stage.store.$products.get().some(({ id }) => id === 'example')).toBe(false);
    await stage.reset();
    expect(own()?.title).toBe('自家桃');
    await stage.play('order', WORDS);
    expect(unmarked(stage)).toEqual([]);
  });

  it.each(STAGE_EVENTS)('plays %s, and marks all of it as a demonstration', async (event) => {
    const stage = await open();
    // What ends something needs something to end.
    if (event === 'flash-end') await stage.play('countdown', WORDS);
    if (event === 'announcement-end') await stage.play('announcement', WORDS);
    const before = stage.store.position;
    await stage.play(event, WORDS);
    if (event !== 'one-product') expect(stage.store.position).not.toEqual(before);
    expect(unmarked(stage)).toEqual([]);
  });

  it('says what it is there for: sold out, reached, fallen back', async () => {
    const stage = await open();
    await stage.play('sold-out', WORDS);
    expect(stage.store.$stocks.get().find(({ productId }) => productId === 'peach')?.hold).toBe('sold-out');
    await stage.play('restock', WORDS);
    expect(stage.store.$stocks.get().find(({ productId }) => productId === 'peach')?.hold).toBe('none');
    await stage.play('low-stock', WORDS);
    expect(stage.store.$stocks.get().find(({ productId }) => productId === 'peach')?.sellable).toBe(4);
    await stage.play('presale', WORDS);
    expect(stage.store.$featured.get()).toEqual(['cabbage']);
    await stage.play('goal-reached', WORDS);
    const target = stage.store.$session.get()!.goals![0]!.target;
    expect(stage.store.$totals.get()!.net.minor).toBe(target);
    await stage.play('goal-fallen', WORDS);
    expect(stage.store.$totals.get()!.net.minor).toBeLessThan(target);
  });

  it('goes stale when the line is cut, and is live again when it is joined', async () => {
    vi.useFakeTimers();
    const stage = await open();
    stage.cut(true);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(stage.store.$freshness.get().level).not.toBe('live');
    stage.cut(false);
    expect(stage.store.$freshness.get().level).toBe('live');
  });

  it('begins anew', async () => {
    const stage = await open();
    await stage.play('sold-out', WORDS);
    await stage.reset();
    expect(stage.store.$stocks.get().find(({ productId }) => productId === 'peach')?.hold).toBe('none');
  });
});
