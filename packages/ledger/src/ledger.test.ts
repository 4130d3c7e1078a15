import { createFold, STALL_SCOPE, type Change, type Command } from '@stallcast/protocol';
import { describe, expect, it, vi } from 'vitest';
import { openLedger } from './ledger.js';
import { createMemoryStorage } from './memory-storage.js';
import { essence, openStall, orderEvent, START } from './stall.fixture.js';
import type { LedgerStorage } from './storage.js';

describe('openLedger', () => {
  it('begins an empty storage with a real session and the room main, as its first change', async () => {
    const storage = createMemoryStorage();
    const ledger = await openLedger({ stall: 'peaches', storage, now: () => START, timeZone: 'Asia/Shanghai' });
    expect(ledger.stall).toBe('peaches');
    expect(ledger.position).toEqual({ epoch: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/) as string, offset: 1 });
    expect(ledger.snapshot()).toEqual({
      ...ledger.position,
      stall: 'peaches',
      at: '2026-07-01T11:00:00.000Z',
      state: {
        session: { id: 'session-1', tz: 'Asia/Shanghai', startsAt: '2026-07-01T11:00:00.000Z', sinceSeq: 1, goals: [] },
        rooms: [{ id: 'main', title: '直播间', commerce: true, panic: false }],
        products: [],
        offers: [],
        stocks: [],
        orders: [],
        totals: { stall: null, rooms: {} },
        featured: { stall: null, rooms: {} },
        announcements: { stall: null, rooms: {} },
        alerts: [],
      },
    });
    const log = await ledger.changesAfter({ ...ledger.position, offset: 0 });
    expect(log?.map(({ prev, offset, puts }) => [prev, offset, puts.map(({ kind }) => kind)])).toEqual([
      [0, 1, ['session', 'room']],
    ]);
  });

  it('begins synthetic and with a currency where told', async () => {
    const ledger = await openLedger({ stall: 'x', storage: createMemoryStorage(), synthetic: true, currency: 'JPY' });
    expect(ledger.snapshot().state.session).toMatchObject({ synthetic: true, currency: 'JPY' });
    expect(ledger.snapshot().state.totals.stall).toMatchObject({ net: { minor: 0, exponent: 0 }, synthetic: true });
  });

  it('makes epochs that sort by time', async () => {
    const open = async (at: number) => openLedger({ stall: 'x', storage: createMemoryStorage(), now: () => at });
    const [earlier, later] = [await open(START), await open(START + 1)];
    expect(earlier.position.epoch < later.position.epoch).toBe(true);
  });

  it('finds the same state when opened again', async () => {
    const { open, ledger, do: run, accept } = await openStall();
    await run('set-stock', { productId: 'peach', onHand: 1 });
    await run('feature', { productIds: ['peach'] });
    await accept(orderEvent('1'), orderEvent('2'), orderEvent('3', { lines: [{ ref: { id: 'stranger' }, qty: 1 }] }));
    const again = await open();
    expect(again.position).toEqual(ledger.position);
    expect(essence(again.snapshot().state)).toEqual(essence(ledger.snapshot().state));
  });

  /** A storage tells documents in any order; IndexedDB does so by id. */
  function createSortedStorage(): LedgerStorage {
    const storage = createMemoryStorage();
    return {
      ...storage,
      step: (known, ids, decide) =>
        storage.step(known, ids, ({ documents, ...found }) =>
          decide({ ...found, documents: documents?.sort((a, b) => (a.id < b.id ? -1 : 1)) ?? null }),
        ),
    };
  }

  it('keeps a session that has orders when opened again', async () => {
    const { open, accept, do: run } = await openStall({ storage: createSortedStorage() });
    await accept(orderEvent('z'));
    const started = await run('start-session', { session: {} });
    await accept(orderEvent('a'));
    const again = await open();
    expect(await again.command({ id: 'u', type: 'undo', commandId: started })).toMatchObject({ ok: false });
  });

  it('keeps up the order of alerts and of what can be undone when opened again', async () => {
    const { open, accept, do: run } = await openStall({ storage: createSortedStorage() });
    const lines = [{ ref: { id: 'stranger' }, qty: 1 }];
    for (let i = 0; i < 20; i++) await accept(orderEvent(`${30 - i}`, { lines }));
    const announced = await run('announce', { text: 'x' });
    const again = await open();
    await again.accept([orderEvent('zz', { lines })]);
    const subjects = again.snapshot().state.alerts?.map(({ subject }) => subject) ?? [];
    expect(subjects).toHaveLength(20);
    expect(subjects).not.toContain('shop:30');
    expect(await again.command({ id: 'u', type: 'undo', commandId: announced })).toMatchObject({ ok: true });
  });
});

describe('a command', () => {
  const announce = (id: string, text = id): Command => ({ id, type: 'announce', text });

  it('is done once, however often it is sent', async () => {
    const { ledger, open } = await openStall();
    const first = await ledger.command(announce('c'));
    expect(first).toEqual({ ok: true, position: ledger.position, repeated: false });
    await ledger.command(announce('d'));
    const { position } = ledger;
    const again = { ...first, repeated: true };
    expect(await ledger.command(announce('c', 'changed'))).toEqual(again);
    expect(await (await open()).command(announce('c'))).toEqual(again);
    expect(ledger.position).toEqual(position);
  });

  it('sent twice at once is done once', async () => {
    const { ledger } = await openStall();
    const outcomes = await Promise.all([ledger.command(announce('c')), ledger.command(announce('c'))]);
    expect(outcomes).toEqual([
      { ok: true, position: ledger.position, repeated: false },
      { ok: true, position: ledger.position, repeated: true },
    ]);
  });

  it('that was refused stays refused under its id', async () => {
    const { ledger, do: run, state } = await openStall();
    const feature = { id: 'c', type: 'feature', productIds: ['plum'] };
    const refused = await ledger.command(feature);
    expect(refused).toMatchObject({ ok: false, refusal: { status: 404 } });
    await run('put-product', { product: { ...state().products[0]!, id: 'plum', sources: [] } });
    expect(await ledger.command(feature)).toEqual(refused);
    expect(await ledger.command({ ...feature, id: 'd' })).toMatchObject({ ok: true });
  });

  it('and an event of one id are two things', async () => {
    const { ledger, accept } = await openStall();
    await ledger.command(announce('same'));
    expect(await accept(orderEvent('1', { eventId: 'same' }))).toMatchObject({ repeated: false });
    expect(await accept(orderEvent('2', { eventId: 'same', source: 'other' }))).toMatchObject({ repeated: false });
  });

  it.each([
    [undefined, 'The command is expected to be an object, not undefined: correct it and send it again.'],
    ['announce', 'The command is expected to be an object, not "announce": correct it and send it again.'],
    [[], 'The command\'s "type" is missing: add it and send it again.'],
    [{ id: 'c' }, 'The command\'s "type" is missing: add it and send it again.'],
    [{ id: 'c', type: 'sing' }, 'The command\'s "type" is expected to be one of put-room, remove-room, '],
    [{ type: 'announce', text: 'x' }, 'The command\'s "id" is missing: add it and send it again.'],
    [{ id: '', type: 'announce', text: 'x' }, 'The command\'s "id" is expected to be at least 1 long, not 0'],
    [{ id: 'c', type: 'announce', text: 7 }, 'The command\'s "text" is expected to be text, not 7'],
    [
      { id: 'c', type: 'announce', text: 'x'.repeat(281) },
      'The command\'s "text" is expected to be at most 280 long, not 281',
    ],
    [{ id: 'c', type: 'set-stock', productId: 'p', onHand: 1.5 }, '"onHand" is expected to be a whole number, not 1.5'],
    [{ id: 'c', type: 'set-stock', productId: 'p', onHand: NaN }, '"onHand" is expected to be a number, not null'],
    [{ id: 'c', type: 'set-stock', productId: 'p', onHand: -1 }, '"onHand" is expected to be 0 or more, not -1'],
    [{ id: 'c', type: 'feature', productIds: ['a', 'b', 'c', 'd'] }, 'at most 3 long, not 4'],
    [
      { id: 'c', type: 'cancel-order', orderId: '1', reason: 'bored' },
      'expected to be "unpaid-timeout" or "buyer" or ',
    ],
    [{ id: 'c', type: 'announce', text: 10n }, 'The command is expected to be an object'],
  ])('that is malformed is refused in a sentence: %o', async (command, words) => {
    const { ledger } = await openStall();
    const { position } = ledger;
    const outcome = await ledger.command(command);
    expect(outcome).toMatchObject({ ok: false, refusal: { status: 400, code: 'bad-command' } });
    if (!outcome.ok) expect(outcome.refusal.message.en).toContain(words);
    expect(ledger.position).toEqual(position);
  });

  it('loses what is not its own', async () => {
    const { ledger, changes } = await openStall();
    const sent = JSON.parse(
      '{"id":"c","type":"announce","text":"x","extra":1,"__proto__":{"synthetic":true}}',
    ) as unknown;
    expect(await ledger.command(sent)).toMatchObject({ ok: true });
    expect(JSON.stringify(changes[changes.length - 1])).not.toContain('extra');
    expect(({} as { synthetic?: unknown }).synthetic).toBeUndefined();
  });

  it('with a field that is undefined is as without it', async () => {
    const { ledger, state } = await openStall();
    expect(await ledger.command({ ...announce('c'), room: undefined })).toMatchObject({ ok: true });
    expect(state().announcements.stall?.text).toBe('c');
  });
});

describe('a delivery of events', () => {
  it('is taken once, and in part where only a part is new', async () => {
    const { accept, ledger, totals, open } = await openStall();
    const first = await accept(orderEvent('1'), orderEvent('1'));
    expect(first).toMatchObject({ ok: true, repeated: false });
    expect(await accept(orderEvent('1'))).toEqual({ ...first, repeated: true });
    expect(await accept(orderEvent('1'), orderEvent('2'))).toMatchObject({ ok: true, repeated: false });
    expect(totals()?.netOrders).toBe(2);
    const { position } = ledger;
    expect(await (await open()).accept([orderEvent('2')])).toEqual({ ok: true, position, repeated: true });
  });

  it('leaves each id once for a storage to remember', async () => {
    const storage = createMemoryStorage();
    const written: string[][] = [];
    const noting: LedgerStorage = {
      ...storage,
      step: (known, ids, decide) =>
        storage.step(known, ids, (found) => {
          const decided = decide(found);
          written.push(decided.writes?.seen.map(({ id }) => id) ?? []);
          return decided;
        }),
    };
    const { accept } = await openStall({ storage: noting });
    await Promise.all([accept(orderEvent('1'), orderEvent('1')), accept(orderEvent('1'))]);
    expect(written[written.length - 1]).toHaveLength(1);
  });

  it('that is empty is taken and does nothing', async () => {
    const { accept, ledger } = await openStall();
    expect(await accept()).toEqual({ ok: true, position: ledger.position, repeated: false });
  });

  it('that is malformed is refused whole', async () => {
    const { accept, state } = await openStall();
    const outcome = await accept(orderEvent('1'), { ...orderEvent('2'), sourceVersion: 2 ** 53 });
    expect(outcome).toMatchObject({ ok: false, refusal: { status: 400, code: 'bad-event' } });
    expect(state().orders).toEqual([]);
  });

  it('gives every order a seq of its own', async () => {
    const { accept, state } = await openStall();
    await accept(orderEvent('1'), orderEvent('2'), orderEvent('3'));
    const seqs = state().orders.map(({ seq }) => seq);
    expect(new Set(seqs).size).toBe(3);
  });
});

describe('the log', () => {
  it('is told to subscribers in order, once durable, until they stop', async () => {
    const { ledger } = await openStall();
    const heard: number[] = [];
    const from = ledger.position.offset;
    const stop = ledger.subscribe((change) => {
      expect(ledger.position.offset).toBeGreaterThanOrEqual(change.offset);
      heard.push(change.offset);
    });
    await Promise.all(
      Array.from({ length: 5 }, (_, i) => ledger.command({ id: `c${i}`, type: 'announce', text: `${i}` })),
    );
    stop();
    await ledger.command({ id: 'last', type: 'announce', text: 'x' });
    expect(heard).toEqual([1, 2, 3, 4, 5].map((i) => from + i));
  });

  it('goes on when a subscriber throws', async () => {
    const onFault = vi.fn();
    const { ledger, do: run } = await openStall({ onFault });
    const heard: Change[] = [];
    ledger.subscribe(() => {
      throw new Error('deaf');
    });
    ledger.subscribe((change) => heard.push(change));
    await run('announce', { text: 'x' });
    expect(heard).toHaveLength(1);
    expect(onFault).toHaveBeenCalledWith(new Error('deaf'));
  });

  it('folds to the snapshot from wherever one begins', async () => {
    const { ledger, changes, do: run, accept } = await openStall();
    const fold = createFold();
    fold.snapshot(ledger.snapshot());
    const from = changes.length;
    await run('feature', { productIds: ['peach'] });
    await run('start-session', { session: {} });
    await accept(orderEvent('1'));
    for (const change of changes.slice(from)) fold.change(change);
    expect(essence({ ...fold.state(), alerts: fold.all('alert') })).toEqual(essence(ledger.snapshot().state));
  });

  it('has no history of another epoch or of what is to come', async () => {
    const { ledger } = await openStall();
    const { position } = ledger;
    expect(await ledger.changesAfter(position)).toEqual([]);
    expect(await ledger.changesAfter({ ...position, offset: position.offset + 1 })).toBeNull();
    expect(await ledger.changesAfter({ ...position, epoch: '01J' })).toBeNull();
  });

  it('tells snapshots of one position from one state', async () => {
    const { ledger, do: run } = await openStall();
    const { state } = ledger.snapshot();
    expect(ledger.snapshot().state).toBe(state);
    await run('announce', { text: 'x' });
    expect(ledger.snapshot().state).not.toBe(state);
    expect(state.announcements.stall).toBeNull();
  });
});

describe('a storage that fails', () => {
  /** A memory that can be told to fail before or after the decision. */
  function createFailingStorage() {
    const storage = createMemoryStorage();
    const failing: LedgerStorage & { mode: 'works' | 'before' | 'after' | 'slow'; release?: () => void } = {
      ...storage,
      mode: 'works',
      async step(known, ids, decide) {
        if (failing.mode === 'before') throw new Error('disk full');
        if (failing.mode === 'after') {
          return storage.step(known, ids, (found) => {
            decide(found);
            throw new Error('disk full');
          });
        }
        const result = await storage.step(known, ids, decide);
        if (failing.mode === 'slow') await new Promise<void>((resolve) => (failing.release = resolve));
        return result;
      },
    };
    return failing;
  }

  it.each(['before', 'after'] as const)('%s the decision rejects, and nothing of it is seen', async (mode) => {
    const storage = createFailingStorage();
    const { ledger, do: run, accept, state, totals, changes } = await openStall({ storage });
    await run('set-stock', { productId: 'peach', onHand: 10 });
    const before = [essence(state()), ledger.position, changes.length];
    storage.mode = mode;
    await expect(accept(orderEvent('1'))).rejects.toThrow('disk full');
    expect([essence(state()), ledger.position, changes.length]).toEqual(before);
    storage.mode = 'works';
    expect(await accept(orderEvent('1'))).toMatchObject({ ok: true, repeated: false });
    expect(totals()?.netOrders).toBe(1);
  });

  it('shows nothing before it is durable', async () => {
    const storage = createFailingStorage();
    const { ledger, state } = await openStall({ storage });
    storage.mode = 'slow';
    const sent = ledger.command({ id: 'c', type: 'announce', text: 'x' });
    await vi.waitFor(() => expect(storage.release).toBeDefined());
    expect(state().announcements.stall).toBeNull();
    storage.release?.();
    await sent;
    expect(state().announcements.stall?.text).toBe('x');
  });

  it('for one of several inputs fails that one alone', async () => {
    const storage = createMemoryStorage();
    const picky: LedgerStorage = {
      ...storage,
      step: (known, ids, decide) =>
        ids.some((id) => id.includes('bad')) ? Promise.reject(new Error('bad')) : storage.step(known, ids, decide),
    };
    const { ledger } = await openStall({ storage: picky });
    const send = (id: string) =>
      ledger.command({ id, type: 'announce', text: id }).then(
        ({ ok }) => ok,
        () => 'failed',
      );
    expect(await Promise.all(['a', 'bad', 'c'].map(send))).toEqual([true, 'failed', true]);
    expect(ledger.snapshot().state.announcements.stall?.text).toBe('c');
  });
});

describe('two ledgers on one storage', () => {
  it('see each other’s changes when they refresh or write', async () => {
    const { ledger: one, open } = await openStall();
    const two = await open();
    const heard: number[] = [];
    two.subscribe(({ offset }) => heard.push(offset));
    expect(await two.refresh()).toBe(false);

    await one.command({ id: 'a', type: 'announce', text: 'a' });
    expect(await two.refresh()).toBe(true);
    expect(two.snapshot().state.announcements.stall?.text).toBe('a');
    await one.command({ id: 'b', type: 'put-room', room: { id: 'south', title: 'S', commerce: true } });
    await two.command({ id: 'c', type: 'announce', text: 'c', room: 'south' });
    expect(two.position.offset).toBe(one.position.offset + 1);
    expect(heard).toEqual([0, 1, 2].map((i) => two.position.offset - 2 + i));

    expect(await one.refresh()).toBe(true);
    expect(essence(one.snapshot().state)).toEqual(essence(two.snapshot().state));
  });

  it('answer a repeated command alike', async () => {
    const { ledger: one, open } = await openStall();
    const two = await open();
    const first = await one.command({ id: 'a', type: 'announce', text: 'a' });
    expect(await two.command({ id: 'a', type: 'announce', text: 'a' })).toEqual({ ...first, repeated: true });
    expect(two.position).toEqual(one.position);
  });
});

it('a closed ledger takes nothing more, after what was under way', async () => {
  const { ledger } = await openStall();
  const sent = ledger.command({ id: 'a', type: 'announce', text: 'a' });
  await ledger.close();
  expect(await sent).toMatchObject({ ok: true });
  await expect(ledger.command({ id: 'b', type: 'announce', text: 'b' })).rejects.toThrow('closed');
});

it('the scope of the whole stall is no room', async () => {
  const { ledger } = await openStall();
  const room = { id: STALL_SCOPE, title: 'x', commerce: true };
  expect(await ledger.command({ id: 'a', type: 'put-room', room })).toMatchObject({
    ok: false,
    refusal: { status: 400 },
  });
});
