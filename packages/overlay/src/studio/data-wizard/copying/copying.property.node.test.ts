import { inspectTable } from '@stallcast/adapters/table/inspect';
import { createMemoryStorage, openLedger, type Ledger } from '@stallcast/ledger';
import type { Command } from '@stallcast/protocol';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { UnansweredError } from '../../../deck/command-sender/command-sender.js';
import { commandsOf, endExample } from './commands-of.js';
import { compareProducts, findLinkClashes, type Comparison } from './compare-products.js';
import { createCopyRun } from './copy-run.js';
import { stillHolds } from './still-holds.js';

const WHERE = { url: 'https://shop.example/stall.csv', currency: 'CNY' };
let ids = 0;
const newId = () => `id-${++ids}`;

let ledger: Ledger;
beforeEach(async () => {
  ledger = await openLedger({ stall: 'orchard', storage: createMemoryStorage() });
});

const state = () => ledger.snapshot().state;
const compare = (csv: string) => compareProducts(inspectTable(csv, WHERE).rows, state(), newId);
const sender = { send: async (command: Command) => answer(await ledger.command(command)), close: () => {} };
const answer = (outcome: Awaited<ReturnType<Ledger['command']>>) =>
  outcome.ok
    ? { ok: true as const, position: outcome.position }
    : { ok: false as const, status: outcome.refusal.status, message: outcome.refusal.message };
async function copy(comparisons: readonly Comparison[]) {
  const parcels = comparisons.map((one) => ({ title: one.product.title, drafts: commandsOf(one) }));
  return createCopyRun(parcels, { sender, newId, wait: async () => {} }).go();
}
const standings = (csv: string) => compare(csv).map(({ standing }) => standing);
const goods = () =>
  state().products.map(({ id, title, linkNo }) => [
    title,
    linkNo,
    state().offers.find(({ productId }) => productId === id)?.price?.minor,
    state().stocks.find(({ productId }) => productId === id)?.sellable,
  ]);

describe('a table that is copied into a stall', () => {
  it('is there whole, and is the same from then on', async () => {
    const csv = '商品,价格,库存,链接号\n水蜜桃,39.9,186,1\n李子,,售罄,2\n';
    expect(standings(csv)).toEqual(['new', 'new']);
    expect(await copy(compare(csv))).toMatchObject({ done: 2, of: 2, refused: [] });
    expect(goods()).toEqual([
      ['水蜜桃', 1, 3_990, 186],
      ['李子', 2, undefined, 0],
    ]);
    expect(state().products.every(({ stockFrom }) => stockFrom === 'ledger')).toBe(true);
    expect(standings(csv)).toEqual(['same', 'same']);
  });

  it('changes of a product that is there what differs, and nothing else', async () => {
    await copy(compare('商品,价格,库存,链接号,净重\n水蜜桃,39.9,186,1,5斤\n'));
    const [changed] = compare('商品,价格,库存\n 水蜜桃 ,35,186\n');
    expect(changed).toMatchObject({
      standing: 'changed',
      differences: [{ field: 'price', before: '¥39.90', after: '¥35.00' }],
    });
    expect(commandsOf(changed!).map(({ type }) => type)).toEqual(['put-offer']);
    await copy([changed!]);
    expect(state().products[0]).toMatchObject({ linkNo: 1, net: { value: 2_500, unit: 'g' } });
  });

  it('changes nothing by an empty cell', async () => {
    await copy(compare('商品,价格,库存,链接号\n水蜜桃,39.9,186,1\n'));
    expect(standings('商品,价格,库存,链接号\n水蜜桃,,,\n')).toEqual(['same']);
  });

  it('takes the same link number for the same product, and says that it gets another name', async () => {
    await copy(compare('商品,价格,链接号\n水蜜桃,39.9,1\n'));
    const [row] = compare('商品,价格,链接号\n黄桃,39.9,1\n');
    expect(row).toMatchObject({ standing: 'changed', notes: ['renamed'], differences: [{ field: 'title' }] });
  });

  it('takes back what a price compares with once it is no longer below it', async () => {
    await copy(compare('商品,价格,原价\n桃,30,40\n'));
    const offer = () => state().offers[0];
    await copy(compare('商品,价格\n桃,35\n'));
    expect([offer()?.price?.minor, offer()?.compareAt?.price.minor]).toEqual([3_500, 4_000]);
    const [risen] = compare('商品,价格\n桃,40\n');
    expect(risen?.differences.map(({ field, after }) => [field, after])).toEqual([
      ['price', '¥40.00'],
      ['compareAt', ''],
    ]);
    await copy([risen!]);
    expect(offer()?.compareAt).toBeUndefined();
  });

  it('leaves the prices of single rooms alone', async () => {
    await copy(compare('商品,价格\n桃,30\n'));
    const [peach] = state().products;
    const price = { minor: 2_000, currency: 'CNY', exponent: 2 };
    const own = { id: 'north-peach', productId: peach!.id, room: 'main', price };
    expect((await ledger.command({ id: 'own', type: 'put-offer', offer: own })).ok).toBe(true);
    expect(standings('商品,价格\n桃,30\n')).toEqual(['same']);
    await copy(compare('商品,价格\n桃,33\n'));
    expect(state().offers.map(({ room, price }) => [room, price?.minor])).toContainEqual(['main', 2_000]);
  });

  it('pauses what the table calls paused, and says of what is new that its price is kept back', async () => {
    const [row] = compare('商品,价格,库存\n桃,待开价,暂停\n');
    expect(row).toMatchObject({ isPaused: true, notes: expect.arrayContaining(['price-kept-back']) });
    await copy([row!]);
    expect(state().stocks[0]?.hold).toBe('paused');
    expect(standings('商品,价格,库存\n桃,待开价,暂停\n')).toEqual(['same']);
    expect(compare('商品,价格\n李,3\n')[0]?.notes).toEqual([]);
  });

  it('tells what a figure was before, and finds a name whatever its letters', async () => {
    await copy(compare('商品,价格,库存,图片\nPeach,3,5,https://a.example/p.png\n'));
    expect(compare('商品,库存\nＰＥＡＣＨ,7\n')[0]?.differences).toEqual([
      { field: 'title', before: 'Peach', after: 'ＰＥＡＣＨ' },
      { field: 'stock', before: '5', after: '7' },
    ]);
    await copy(compare('商品,库存\nPeach,7\n'));
    expect(state().products[0]?.media).toHaveLength(1);
    expect(state().products[0]?.sources).toEqual([]);
  });

  it('leaves alone a name and a number that two products have', async () => {
    const two = '商品,规格,价格,链接号\n桃,5斤,1,1\n桃,10斤,2,2\n';
    await copy(compare(two));
    const [first, second] = state().products;
    await ledger.command({ id: 'same', type: 'put-product', product: { ...second!, spec: '5斤', linkNo: 1 } });
    expect(compare('商品,规格,价格\n桃,5斤,9\n')[0]).toMatchObject({ doubt: { code: 'two-products', other: '桃' } });
    expect(compare('商品,链接号\n李,1\n')[0]).toMatchObject({ doubt: { code: 'two-products', other: '1' } });
    await ledger.command({ id: 'back', type: 'put-product', product: second! });
    // The name says more than the number.
    expect(compare('商品,规格,链接号\n桃,5斤,2\n')[0]?.product.id).toBe(first!.id);
  });

  it('leaves alone what it cannot tell apart', async () => {
    await copy(compare('商品,价格,链接号\n水蜜桃,39.9,1\n'));
    const [, second] = compare('商品,价格,链接号\n水蜜桃,39,\n黄桃,38,1\n');
    expect(second).toMatchObject({
      standing: 'unclear',
      doubt: { code: 'two-rows', other: '水蜜桃' },
      differences: [],
    });
    expect(commandsOf(second!)).toEqual([]);
  });

  it('finds two products of one link number, but not where they change places', async () => {
    await copy(compare('商品,价格,链接号\n桃,1,1\n李,2,2\n'));
    const clash = compare('商品,链接号\n桃,2\n');
    expect([...findLinkClashes(clash, state().products)]).toEqual([[2, ['桃', '李']]]);
    const swap = compare('商品,链接号\n桃,2\n李,1\n');
    expect(findLinkClashes(swap, state().products).size).toBe(0);
    expect(findLinkClashes([], state().products).size).toBe(0);
  });

  it('leaves the stock to the shop that counts it, and presales and words to the deck', async () => {
    await copy(compare('商品,价格\n桃,1\n'));
    const [peach] = state().products;
    await ledger.command({ id: 'own', type: 'put-product', product: { ...peach!, stockFrom: 'woocommerce' } });
    const [linked, presale, some] = compare('商品,库存\n桃,5\n李,预售\n梨,有货\n');
    expect([linked, presale, some].map((row) => [row?.onHand, row?.notes])).toEqual([
      [null, ['stock-elsewhere']],
      [null, ['presale']],
      [null, ['stock-without-number']],
    ]);
  });

  it('ends the example first where that is wished, and keeps what is one’s own', async () => {
    ledger = await openLedger({ stall: 'orchard', storage: createMemoryStorage(), synthetic: true });
    const example = { id: 'demo', kind: 'goods', title: '演示桃', media: [], promises: [], sources: [] };
    const product = { ...example, stockFrom: 'ledger', linkNo: 1, synthetic: true };
    await ledger.command({ id: 'demo', type: 'put-product', product, synthetic: true });
    await copy(compare('商品,价格,链接号\n水蜜桃,39.9,3\n'));
    for (const draft of endExample(state())) expect((await ledger.command({ ...draft, id: newId() })).ok).toBe(true);
    expect(goods().map(([title]) => title)).toEqual(['水蜜桃']);
    expect(state().session?.synthetic).toBeUndefined();
    expect(state().rooms.every(({ synthetic }) => synthetic === undefined)).toBe(true);
  });

  it('still holds until the stall has changed', async () => {
    await copy(compare('商品,价格,库存\n桃,1,5\n'));
    const csv = '商品,价格,库存\n桃,2,5\n李,3,1\n';
    const [peach, plum] = compare(csv);
    expect(stillHolds(peach!, compare(csv)[0])).toBe(true);
    expect(stillHolds(plum!, compare(csv)[1])).toBe(true);
    await copy(compare('商品,价格\n桃,9\n李,3\n'));
    expect(stillHolds(peach!, compare(csv)[0])).toBe(false);
    expect(stillHolds(plum!, compare(csv)[1])).toBe(false);
  });

  it('holds no longer where the row would now change another product in the same way', async () => {
    await copy(compare('商品,价格,链接号\n桃,1,1\n'));
    const [row] = compare('商品,价格,链接号\n桃,2,1\n');
    expect(stillHolds(row!, { ...row!, product: { ...row!.product, id: 'another' } })).toBe(false);
    expect(stillHolds(row!, undefined)).toBe(false);
  });

  it('of any kind is taken whole by the ledger, and has nothing to change the second time', async () => {
    const cell = fc.oneof(
      fc.string().map((text) => `"${text.replaceAll('"', '""')}"`),
      fc.constantFrom('', '39.9', '5', '售罄', '100+', '预售', '有货', '暂停', '桃', '<b>', '1', '待开价', '-3'),
    );
    const row = fc.array(cell, { minLength: 5, maxLength: 5 }).map((cells) => cells.join(','));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
        ledger = await openLedger({ stall: 'orchard', storage: createMemoryStorage() });
        const csv = ['商品,价格,库存,链接号,限购', ...rows].join('\n');
        const first = compare(csv).filter(({ standing }) => standing !== 'unclear');
        expect((await copy(first)).refused).toEqual([]);
        const clashes = findLinkClashes(first, []);
        if (clashes.size > 0) return;
        expect(compare(csv).filter(({ standing }) => standing === 'new' || standing === 'changed')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a run', () => {
  const drafts = [
    { type: 'panic' as const, on: true },
    { type: 'panic' as const, on: false },
  ];
  const parcels = ['a', 'b'].map((title) => ({ title, drafts }));
  const ok = { ok: true as const, position: { epoch: 'E', offset: 1 } };

  it('sends a command that got no answer again under its id, and goes on later where nobody answers', async () => {
    const sent: string[] = [];
    let isDown = true;
    const flaky = {
      send: async ({ id }: Command) => {
        sent.push(id);
        if (isDown) throw new UnansweredError('down');
        return ok;
      },
      close: () => {},
    };
    const run = createCopyRun(parcels, { sender: flaky, newId, wait: async () => {} });
    expect(await run.go()).toMatchObject({ done: 0, isStuck: true });
    expect(new Set(sent).size).toBe(1);
    isDown = false;
    expect(await run.go()).toMatchObject({ done: 2, isStuck: false });
    expect(new Set(sent).size).toBe(4);
  });

  it('tells of what is no silence', async () => {
    const broken = { send: () => Promise.reject(new Error('a fault of the page')), close: () => {} };
    await expect(createCopyRun(parcels, { sender: broken, newId }).go()).rejects.toThrow('a fault of the page');
  });

  it('leaves out the rest of what was refused, and everything once the key is', async () => {
    const message = { en: 'No.', 'zh-CN': '不行。' };
    const sent: string[] = [];
    const refusing = (status: number) => ({
      send: async ({ id }: Command) => {
        sent.push(id);
        return sent.length === 1 ? { ok: false as const, status, message } : ok;
      },
      close: () => {},
    });
    expect(await createCopyRun(parcels, { sender: refusing(409), newId }).go()).toMatchObject({
      done: 1,
      refused: [{ title: 'a', message }],
    });
    expect(sent).toHaveLength(3);
    for (const status of [401, 403]) {
      sent.length = 0;
      await createCopyRun(parcels, { sender: refusing(status), newId }).go();
      expect(sent).toHaveLength(1);
    }
  });
});
