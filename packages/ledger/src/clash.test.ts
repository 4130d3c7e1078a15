import { formatPosition, type Command, type CommandFields, type CommandType } from '@stallcast/protocol';
import { COMMAND_TYPES } from '@stallcast/protocol/schema';
import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from './memory-storage.js';
import type { Refusal } from './outcome.js';
import { isSame } from './same.js';
import { essence, offer, openStall, orderEvent, product, START, yuan } from './stall.fixture.js';
import type { LedgerStorage } from './storage.js';

const IN_AN_HOUR = new Date(START + 3_600_000).toISOString();
const GOAL = { id: 'g', metric: 'orders' as const, target: 10, scope: 'stall' };

/** A stall in which every command finds something to do, and two operators who have read it to its end. */
async function openShow(options: Parameters<typeof openStall>[0] = {}) {
  const stall = await openStall(options);
  const { accept, do: run, ledger } = stall;
  await run('put-offer', { offer: offer('peach') });
  await run('put-offer', { offer: offer('peach', 3_490, { id: 'n', room: 'north' }) });
  await run('set-stock', { productId: 'peach', onHand: 10 });
  await run('feature', { productIds: ['peach', 'melon'] });
  await run('feature', { productIds: ['peach'], room: 'north' });
  await run('announce', { text: 'before' });
  await run('message', { text: 'before' });
  await run('allocate', { productId: 'peach', room: 'north', quantity: 3 });
  await run('sold-out', { productId: 'melon' });
  await run('panic', { room: 'studio', on: true });
  await run('set-goal', { goal: GOAL });
  await accept(orderEvent('1', { status: 'placed' }), orderEvent('2'));

  let commands = 0;
  const send = async <T extends CommandType>(type: T, fields: CommandFields[T], more: Partial<Command> = {}) => {
    const id = `mine-${++commands}`;
    const outcome = await ledger.command({ id, type, ...fields, ...more });
    return { id, outcome };
  };
  return {
    ...stall,
    /** How far both have read. */
    seen: () => formatPosition(ledger.position),
    give: send,
    /** Refused as overtaken; returns why. */
    async overtaken<T extends CommandType>(
      type: T,
      fields: CommandFields[T],
      more: Partial<Command>,
    ): Promise<Refusal> {
      const before = [essence(stall.state()), ledger.position];
      const { outcome } = await send(type, fields, more);
      expect(outcome).toMatchObject({ ok: false, refusal: { status: 409, code: 'overtaken' } });
      expect([essence(stall.state()), ledger.position]).toEqual(before);
      return outcome.ok ? expect.fail() : outcome.refusal;
    },
  };
}

interface Pair<T extends CommandType = CommandType> {
  /** What the one sets, who has not seen the other's step. */
  mine: CommandFields[T];
  /** What the other had done. */
  theirs: [type: CommandType, fields: object];
  /** What the one reads then. */
  stands: string;
}

const SET: { [T in CommandType]?: Pair<T> } = {
  'put-room': {
    mine: { room: { id: 'north', title: 'Mine', commerce: true } },
    theirs: ['put-room', { room: { id: 'north', title: 'Theirs', commerce: true } }],
    stands: '直播间现在是“Theirs”',
  },
  'remove-room': {
    mine: { roomId: 'north' },
    theirs: ['put-room', { room: { id: 'north', title: 'Theirs', commerce: true } }],
    stands: '直播间现在是“Theirs”',
  },
  'put-product': {
    mine: { product: product('peach', { title: 'mine' }) },
    theirs: ['put-product', { product: product('peach', { title: 'theirs' }) }],
    stands: '商品现在是“theirs”',
  },
  'remove-product': {
    mine: { productId: 'peach' },
    theirs: ['put-product', { product: product('peach', { title: 'theirs' }) }],
    stands: '商品现在是“theirs”',
  },
  'put-offer': {
    mine: { offer: offer('peach', 2_900, { id: 'mine' }) },
    theirs: ['open-price', { productId: 'peach', price: yuan(3_100) }],
    stands: '价格现在是 ¥31.00',
  },
  feature: {
    mine: { productIds: ['melon', 'peach'] },
    theirs: ['feature', { productIds: ['visit'] }],
    stands: '现在讲解的是visit',
  },
  unfeature: { mine: {}, theirs: ['feature', { productIds: ['visit'] }], stands: '现在讲解的是visit' },
  'next-in-run': { mine: {}, theirs: ['next-in-run', {}], stands: '现在讲解的是' },
  'bring-back': {
    mine: { productId: 'melon' },
    theirs: ['sold-out', { productId: 'melon' }],
    stands: '现在是售罄',
  },
  resume: { mine: { productId: 'melon' }, theirs: ['pause', { productId: 'melon' }], stands: '现在是暂停' },
  'hide-price': {
    mine: { productId: 'peach' },
    theirs: ['open-price', { productId: 'peach', price: yuan(3_100) }],
    stands: '价格现在是 ¥31.00',
  },
  'open-price': {
    mine: { productId: 'peach', price: yuan(2_900) },
    theirs: ['hide-price', { productId: 'peach' }],
    stands: '现在先不报价',
  },
  'start-flash': {
    mine: { productId: 'peach', price: yuan(2_900), endsAt: IN_AN_HOUR },
    theirs: ['open-price', { productId: 'peach', price: yuan(1_900) }],
    stands: '价格现在是 ¥19.00',
  },
  'set-stock': {
    mine: { productId: 'peach', onHand: 20 },
    theirs: ['adjust-stock', { productId: 'peach', delta: -2, reason: 'damaged' }],
    stands: '现在能卖 6',
  },
  allocate: {
    mine: { productId: 'peach', room: 'north', quantity: 1 },
    theirs: ['allocate', { productId: 'peach', room: 'north', quantity: 2 }],
    stands: '配额现在是 2',
  },
  'set-goal': {
    mine: { goal: { ...GOAL, target: 20 } },
    theirs: ['set-goal', { goal: { ...GOAL, target: 30 } }],
    stands: '目标现在是 30 单',
  },
  announce: { mine: { text: 'mine' }, theirs: ['announce', { text: 'theirs' }], stands: '字幕现在是“theirs”' },
  'clear-announcement': { mine: {}, theirs: ['announce', { text: 'theirs' }], stands: '字幕现在是“theirs”' },
  message: { mine: { text: 'mine' }, theirs: ['message', { text: 'theirs' }], stands: '给主播的话现在是“theirs”' },
  'clear-message': { mine: {}, theirs: ['message', { text: 'theirs' }], stands: '给主播的话现在是“theirs”' },
  panic: { mine: { on: false }, theirs: ['panic', { room: 'main', on: true }], stands: '画面现在已全部隐藏' },
  'start-session': { mine: { session: {} }, theirs: ['start-session', { session: {} }], stands: '现在是另一场' },
  'end-session': { mine: {}, theirs: ['start-session', { session: {} }], stands: '现在是另一场' },
};

/** Steps that go through whatever was done meanwhile, each after one that it does overwrite or add to. */
const NEVER_REFUSED: { [T in CommandType]?: Omit<Pair<T>, 'stands'> } = {
  panic: { mine: { on: true }, theirs: ['panic', { on: false }] },
  'sold-out': { mine: { productId: 'peach' }, theirs: ['bring-back', { productId: 'peach' }] },
  pause: { mine: { productId: 'peach' }, theirs: ['bring-back', { productId: 'peach' }] },
  'adjust-stock': {
    mine: { productId: 'peach', delta: -1, reason: 'gift' },
    theirs: ['set-stock', { productId: 'peach', onHand: 50 }],
  },
  'cancel-order': {
    mine: { orderId: '1', reason: 'buyer' },
    theirs: ['set-stock', { productId: 'peach', onHand: 50 }],
  },
  'record-order': {
    mine: { order: { orderId: '9', lines: [{ productId: 'peach', qty: 1 }], status: 'paid' } },
    theirs: ['set-stock', { productId: 'peach', onHand: 50 }],
  },
};

/** These speak for themselves: their own refusal says that the other was there first. */
const REFUSED_ANYWAY: readonly CommandType[] = ['end-flash', 'undo'];

type Case<P> = [type: CommandType, pair: P];
const casesOf = <P>(pairs: object): Case<P>[] => Object.entries(pairs) as Case<P>[];

describe('a command that says what its operator had seen', () => {
  it('is looked at for every type of command', () => {
    const known = [...Object.keys(SET), ...Object.keys(NEVER_REFUSED), ...REFUSED_ANYWAY];
    expect(new Set(known)).toEqual(new Set(COMMAND_TYPES));
  });

  it.each(casesOf<Pair>(SET))('%s overwrites nothing that somebody else did unseen', async (type, pair) => {
    const show = await openShow();
    const seen = show.seen();
    const [theirType, theirFields] = pair.theirs;
    const theirs = await show.give(theirType, theirFields as never, { by: '小李的手机', seen });
    expect(theirs.outcome.ok).toBe(true);

    const { message, overtaken } = await show.overtaken(type, pair.mine as never, { seen });
    expect(message['zh-CN']).toContain(`小李的手机已经改过了，`);
    expect(message['zh-CN']).toContain(pair.stands);
    expect(message.en).toContain('小李的手机 changed this meanwhile, and ');
    expect(overtaken).toEqual({ commandId: theirs.id, by: '小李的手机', position: show.ledger.position });

    // Told what stands, the operator may want it all the same.
    const again = await show.give(type, pair.mine as never, { seen: formatPosition(overtaken!.position) });
    expect(again.outcome).toMatchObject({ ok: true });
  });

  it.each(casesOf<Omit<Pair, 'stands'>>(NEVER_REFUSED))(
    '%s is never refused for it',
    async (type, { mine, theirs }) => {
      const show = await openShow();
      const seen = show.seen();
      expect((await show.give(theirs[0], theirs[1] as never)).outcome.ok).toBe(true);
      expect((await show.give(type, mine as never, { seen })).outcome).toMatchObject({ ok: true });
    },
  );

  it('end-flash and start-flash leave it to the flash sale itself to say that it ended or runs', async () => {
    const show = await openShow();
    const flash = { productId: 'peach', price: yuan(2_900), endsAt: IN_AN_HOUR };
    const seen = show.seen();
    await show.give('start-flash', flash);
    expect((await show.give('start-flash', flash, { seen })).outcome).toMatchObject({
      refusal: { code: 'flash-running' },
    });
    const running = show.seen();
    await show.give('end-flash', { productId: 'peach' });
    expect((await show.give('end-flash', { productId: 'peach' }, { seen: running })).outcome).toMatchObject({
      refusal: { code: 'no-flash' },
    });
    await show.give('start-flash', { ...flash, price: yuan(1_900) });
    const refusal = await show.overtaken('end-flash', { productId: 'peach' }, { seen: running });
    expect(refusal.message['zh-CN']).toContain('价格现在是 ¥39.90，秒杀 ¥19.00');
  });

  it('is done where the other one wanted the same', async () => {
    const show = await openShow();
    const seen = show.seen();
    await show.give('open-price', { productId: 'peach', price: yuan(2_900) });
    await show.give('set-stock', { productId: 'peach', onHand: 20 });
    expect((await show.give('open-price', { productId: 'peach', price: yuan(2_900) }, { seen })).outcome.ok).toBe(true);
    expect((await show.give('set-stock', { productId: 'peach', onHand: 20 }, { seen })).outcome.ok).toBe(true);
  });

  it('is done where only orders came meanwhile, or somebody set something else', async () => {
    const show = await openShow();
    const seen = show.seen();
    await show.accept(orderEvent('3'), orderEvent('4'));
    await show.give('open-price', { productId: 'peach', price: yuan(2_900) });
    await show.give('open-price', { productId: 'visit', price: yuan(2_900) });
    expect((await show.give('set-stock', { productId: 'peach', onHand: 20 }, { seen })).outcome.ok).toBe(true);
    expect(show.stock()?.sellable).toBe(20);
  });

  it('stands in nobody’s way where it was the operator’s own', async () => {
    const show = await openShow();
    const seen = show.seen();
    const first = await show.give('set-stock', { productId: 'peach', onHand: 20 }, { seen });
    const second = await show.give('set-stock', { productId: 'peach', onHand: 21 }, { seen, own: [first.id] });
    expect(second.outcome.ok).toBe(true);
    // Somebody else comes in between: one's own earlier step excuses nothing then.
    await show.give('set-stock', { productId: 'peach', onHand: 30 }, { by: 'Li', seen: show.seen() });
    const refusal = await show.overtaken(
      'set-stock',
      { productId: 'peach', onHand: 22 },
      { seen, own: [first.id, second.id] },
    );
    expect(refusal.message.en).toBe(
      'Not done: Li changed this meanwhile, and 30 can be sold. Leave it so, or do it your way all the same.',
    );
    expect(show.stock()?.sellable).toBe(30);
  });

  it('without a position overwrites as ever, and is answered the same when it is sent again', async () => {
    const show = await openShow();
    const seen = show.seen();
    await show.give('set-stock', { productId: 'peach', onHand: 30 });
    expect((await show.give('set-stock', { productId: 'peach', onHand: 20 })).outcome.ok).toBe(true);

    const late: Command = { id: 'late', type: 'set-stock', productId: 'peach', onHand: 9, seen };
    const refused = await show.ledger.command(late);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'overtaken' } });
    await show.give('undo', { commandId: 'mine-2' });
    expect(await show.ledger.command({ ...late, seen: show.seen() })).toEqual(refused);
  });

  it('tells of both things that it would overwrite, and of the latest hand', async () => {
    const show = await openShow();
    const seen = show.seen();
    await show.give('sold-out', { productId: 'melon' }, { by: 'Li' });
    await show.give('feature', { productIds: ['visit'] }, { by: 'Wang' });
    const { message } = await show.overtaken('bring-back', { productId: 'melon' }, { seen });
    expect(message['zh-CN']).toBe('没改成：Wang已经改过了，现在是售罄，现在讲解的是visit。就用现在的，还是按您的来？');
  });

  it('for a room without its own offer or list looks at the stall’s, which the room shows', async () => {
    const show = await openShow();
    const seen = show.seen();
    await show.give('open-price', { productId: 'peach', price: yuan(3_100) });
    await show.give('feature', { productIds: ['visit'] });
    await show.overtaken('open-price', { productId: 'peach', room: 'main', price: yuan(2_900) }, { seen });
    await show.overtaken('next-in-run', { room: 'main' }, { seen });
    // The north has both of its own.
    const own = { productId: 'peach', room: 'north', price: yuan(2_900) };
    expect((await show.give('open-price', own, { seen })).outcome.ok).toBe(true);
    expect((await show.give('next-in-run', { room: 'north' }, { seen })).outcome.ok).toBe(true);
  });

  it('features nothing again for the stall in a room where somebody has put it away', async () => {
    const show = await openShow();
    const seen = show.seen();
    await show.give('unfeature', { room: 'north' });
    const { message } = await show.overtaken('feature', { productIds: ['visit'] }, { seen });
    expect(message['zh-CN']).toContain('现在没有讲解商品');
    expect((await show.give('unfeature', {}, { seen })).outcome.ok).toBe(true);
  });

  it('is about the session that its operator saw', async () => {
    const show = await openShow();
    const seen = show.seen();
    await show.give('start-session', { session: { synthetic: true } }, { by: 'Li' });
    const { message } = await show.overtaken('set-stock', { productId: 'peach', onHand: 3 }, { seen });
    expect(message['zh-CN']).toContain('Li已经改过了，现在是另一场');
    await show.overtaken('set-goal', { goal: { ...GOAL, target: 20 } }, { seen });
  });

  it.each([
    ['in another life of the log', () => '01AAAAAAAAAAAAAAAAAAAAAAAA.9'],
    ['ahead of the log', (epoch: string, head: number) => `${epoch}.${head + 1}`],
  ])('is refused where it was seen %s, unless nobody ever set it', async (_, seenAt) => {
    const show = await openShow();
    const { epoch, offset } = show.ledger.position;
    const seen = seenAt(epoch, offset);
    const { message } = await show.overtaken('set-stock', { productId: 'peach', onHand: 3 }, { seen });
    expect(message['zh-CN']).toBe('没改成：摊位的数据从备份恢复过了，现在能卖 8。就用现在的，还是按您的来？');
    expect((await show.give('set-stock', { productId: 'peach', onHand: 8 }, { seen })).outcome.ok).toBe(true);
    expect((await show.give('open-price', { productId: 'melon', price: yuan(1) }, { seen })).outcome.ok).toBe(true);
  });

  it('finds stamps from before places were noted, by their commands', async () => {
    const storage = createMemoryStorage();
    const show = await openShow({ storage });
    const before = show.seen();
    await show.give('set-stock', { productId: 'peach', onHand: 30 });
    await forgetPlaces(storage);
    const again = await show.open();
    const late = { id: 'late', type: 'set-stock', productId: 'peach', onHand: 9 };
    expect(await again.command({ ...late, seen: before })).toMatchObject({ refusal: { code: 'overtaken' } });
    const read = formatPosition(again.position);
    expect(await again.command({ ...late, id: 'read', seen: read })).toMatchObject({ ok: true });
  });

  it('is refused as malformed where what it saw is no position, or it names too many as its own', async () => {
    const show = await openShow();
    for (const more of [{ seen: 'yesterday' }, { seen: '' }, { own: Array.from({ length: 101 }, (_, i) => `c${i}`) }]) {
      const { outcome } = await show.give('panic', { on: true }, more);
      expect(outcome).toMatchObject({ ok: false, refusal: { status: 400, code: 'bad-command' } });
    }
  });

  it('is kept in the audit log with what it had seen', async () => {
    const show = await openShow();
    const seen = show.seen();
    await show.give('pause', { productId: 'peach' }, { seen, own: ['a', 'b'] });
    const entries = [];
    for await (const entry of show.ledger.auditLog()) entries.push(entry);
    expect(entries.at(-1)).toMatchObject({ seen, fields: { productId: 'peach' } });
  });
});

/** Makes a storage what an earlier version would have left. */
async function forgetPlaces(storage: LedgerStorage): Promise<void> {
  await storage.step(null, [], ({ head, documents }) => {
    const stamps = documents!.filter(({ kind }) => kind === 'cell');
    const bare = stamps.map(({ id, value }) => {
      const { writer, touched } = value as { writer: string; touched: string };
      return { kind: 'cell', id, value: { writer, touched } };
    });
    const writes = { at: START, epoch: head!.epoch, changes: [], documents: bare, seen: [], audit: [] };
    return { writes, result: null };
  });
}

describe('isSame', () => {
  it.each([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, c: 2 }, { a: 1, b: 2 }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [null, {}, false],
    [undefined, undefined, true],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(isSame(one, other)).toBe(expected);
  });
});
