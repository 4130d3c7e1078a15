import type { Change, Position } from '@stallcast/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from './audit-entry.js';
import { openLedger, type Ledger } from './ledger.js';
import type { Found, LedgerStorage, Retention, SeenOutcome, Writes } from './storage.js';

/** One place where a ledger can be kept, as a test can play it. */
export interface StorageHarness {
  /** Opens the storage; a second time gives a second one on the same place. It keeps as much as it is told to, or its usual. */
  open(retention?: Retention): Promise<LedgerStorage> | LedgerStorage;
  /** Deletes the place. All storages are closed by then. */
  destroy?(): Promise<void> | void;
}

/** What a storage promises beyond the rest. */
export interface StorageTraits {
  /** Closing it and opening it again finds what was written. @default true */
  durable?: boolean;
  /** Two may be open on one place at once. @default false */
  shared?: boolean;
}

const EPOCH = '01JZZZZZZZZZZZZZZZZZZZZZZZ';
/** When a step is written, unless it says otherwise. */
const AT = Date.parse('2026-07-01T11:00:00.000Z');
const NEXT_EPOCH = '01K00000000000000000000000';

/** The promises of `LedgerStorage`, checked against any storage. Every storage calls this once. */
export function describeLedgerStorage(
  name: string,
  create: () => Promise<StorageHarness> | StorageHarness,
  { durable = true, shared = false }: StorageTraits = {},
): void {
  describe(`${name} keeps the contract of a ledger's storage`, () => {
    let harness: StorageHarness;
    let storage: LedgerStorage;
    let opened: { close(): Promise<void> }[];

    const open = async (retention?: Retention) => {
      const another = await harness.open(retention);
      opened.push(another);
      return another;
    };

    beforeEach(async () => {
      opened = [];
      harness = await create();
      storage = await open();
    });

    afterEach(async () => {
      for (const one of opened) await one.close();
      await harness.destroy?.();
    });

    const look = (from: LedgerStorage, known: Position | null = null, ids: string[] = []) =>
      from.step<Found>(known, ids, (found) => ({ writes: null, result: { ...found, seen: new Map(found.seen) } }));
    const write = (to: LedgerStorage, writes: Partial<Writes>, known: Position | null = null) =>
      to.step(known, [], () => ({
        writes: { at: AT, epoch: EPOCH, changes: [], documents: [], seen: [], audit: [], ...writes },
        result: undefined,
      }));

    it('is empty at first', async () => {
      expect(await look(storage)).toEqual({ head: null, documents: [], seen: new Map() });
      expect(await storage.changesAfter({ epoch: EPOCH, offset: 0 })).toBeNull();
    });

    it('finds what was written: head, documents and what was seen', async () => {
      const documents = [
        { kind: 'room', id: 'main', value: { title: '直播间', list: [1, null, 'x'], deep: { '': true } } },
        { kind: 'featured', id: 'stall', value: ['peach'] },
        { kind: 'current', id: 'session', value: 'session-1' },
      ];
      const outcome: SeenOutcome = { ok: true, position: { epoch: EPOCH, offset: 1 } };
      await write(storage, { changes: [change(1)], documents, seen: [{ id: 'a', outcome }] });

      const found = await look(storage, null, ['a', 'b']);
      expect(found.head).toEqual({ epoch: EPOCH, offset: 1 });
      expect(byKey(found.documents)).toEqual(byKey(documents));
      expect(found.seen).toEqual(new Map([['a', outcome]]));
    });

    it('reads the documents only where the head moved on', async () => {
      await write(storage, { changes: [change(1)], documents: [{ kind: 'room', id: 'main', value: 1 }] });
      expect((await look(storage, { epoch: EPOCH, offset: 1 })).documents).toBeNull();
      expect((await look(storage, { epoch: EPOCH, offset: 0 })).documents).toHaveLength(1);
      expect((await look(storage, { epoch: 'other', offset: 1 })).documents).toHaveLength(1);
    });

    it('replaces and deletes documents, and tells kinds apart', async () => {
      await write(storage, {
        changes: [change(1)],
        documents: [
          { kind: 'room', id: 'x', value: 1 },
          { kind: 'offer', id: 'x', value: 1 },
          { kind: 'offer', id: 'y', value: 1 },
        ],
      });
      await write(storage, {
        changes: [change(2)],
        documents: [
          { kind: 'room', id: 'x', value: 2 },
          { kind: 'offer', id: 'y', value: undefined },
        ],
      });
      expect(byKey((await look(storage)).documents)).toEqual([
        { kind: 'offer', id: 'x', value: 1 },
        { kind: 'room', id: 'x', value: 2 },
      ]);
    });

    it('takes ids of any text', async () => {
      const ids = [
        "'; DROP TABLE documents; --",
        '__proto__',
        'constructor',
        '桃 🍑',
        'a\u0000b',
        'x'.repeat(128),
        ' ',
      ];
      const outcome: SeenOutcome = { ok: true, position: { epoch: EPOCH, offset: 1 } };
      const documents = ids.map((id) => ({ kind: 'product', id, value: { id } }));
      await write(storage, { changes: [change(1)], documents, seen: ids.map((id) => ({ id, outcome })) });
      const found = await look(storage, null, ids);
      expect(byKey(found.documents)).toEqual(byKey(documents));
      expect([...found.seen.keys()].sort()).toEqual([...ids].sort());
    });

    it('remembers a refusal without moving the head', async () => {
      await write(storage, { changes: [change(1)] });
      const outcome: SeenOutcome = {
        ok: false,
        refusal: { status: 409, code: 'no', message: { en: 'No.', 'zh-CN': '不行。' } },
      };
      await write(storage, { seen: [{ id: 'a', outcome }] }, { epoch: EPOCH, offset: 1 });
      const found = await look(storage, { epoch: EPOCH, offset: 1 }, ['a']);
      expect(found).toEqual({ head: { epoch: EPOCH, offset: 1 }, documents: null, seen: new Map([['a', outcome]]) });
    });

    it('tells the changes after a position, and none where that history is not here', async () => {
      const changes = [1, 2, 3, 4].map(change);
      await write(storage, { changes });
      expect(await storage.changesAfter({ epoch: EPOCH, offset: 0 })).toEqual(changes);
      expect(await storage.changesAfter({ epoch: EPOCH, offset: 2 })).toEqual(changes.slice(2));
      expect(await storage.changesAfter({ epoch: EPOCH, offset: 4 })).toEqual([]);
      expect(await storage.changesAfter({ epoch: EPOCH, offset: 5 })).toBeNull();
      expect(await storage.changesAfter({ epoch: 'other', offset: 1 })).toBeNull();
    });

    it('lets go of its history when a new life of the log begins', async () => {
      await write(storage, { changes: [1, 2, 3].map(change), documents: [{ kind: 'room', id: 'main', value: 1 }] });
      const fourth = { ...change(4), epoch: NEXT_EPOCH };
      await write(storage, { epoch: NEXT_EPOCH, changes: [fourth] });
      const { head, documents } = await look(storage);
      expect(head).toEqual({ epoch: NEXT_EPOCH, offset: 4 });
      expect(documents).toHaveLength(1);
      for (const offset of [0, 2, 4]) expect(await storage.changesAfter({ epoch: EPOCH, offset })).toBeNull();
      expect(await storage.changesAfter({ epoch: NEXT_EPOCH, offset: 2 })).toBeNull();
      expect(await storage.changesAfter({ epoch: NEXT_EPOCH, offset: 3 })).toEqual([fourth]);
      const fifth = { ...change(5), epoch: NEXT_EPOCH };
      await write(storage, { epoch: NEXT_EPOCH, changes: [fifth] });
      expect(await storage.changesAfter({ epoch: NEXT_EPOCH, offset: 4 })).toEqual([fifth]);
    });

    it('keeps as many changes as it is told to, and owns up to those that it let go of', async () => {
      const kept = await open({ changes: 20, seenMs: 1_000 });
      for (let offset = 1; offset <= 60; offset += 1) await write(kept, { changes: [change(offset)] });
      const after = async (offset: number) =>
        (await kept.changesAfter({ epoch: EPOCH, offset }))?.map((one) => one.offset) ?? null;
      expect(await after(40)).toEqual(Array.from({ length: 20 }, (_, i) => 41 + i));
      expect(await after(60)).toEqual([]);
      for (const offset of [0, 10, 30]) expect(await after(offset)).toBeNull();
    });

    it('knows an id for as long as it is told to, and then no more', async () => {
      const kept = await open({ changes: 20, seenMs: 1_000 });
      const outcome: SeenOutcome = { ok: true, position: { epoch: EPOCH, offset: 1 } };
      const see = (id: string, at: number) => write(kept, { at, seen: [{ id, outcome }] });
      const known = async (ids: string[]) => [...(await look(kept, null, ids)).seen.keys()].sort();
      await write(kept, {
        changes: [change(1)],
        documents: [{ kind: 'room', id: 'main', value: 1 }],
        audit: [entryOf('a')],
      });
      await see('a', AT);
      await see('b', AT + 500);
      for (let i = 0; i < 10; i += 1) await see(`c${i}`, AT + 1_000);
      expect(await known(['a', 'b', 'c9'])).toEqual(['a', 'b', 'c9']);
      for (let i = 0; i < 10; i += 1) await see(`d${i}`, AT + 1_400);
      expect(await known(['a', 'b', 'c9'])).toEqual(['b', 'c9']);
      for (let i = 0; i < 10; i += 1) await see(`e${i}`, AT + 2_500);
      expect(await known(['b', 'c9', 'd9', 'e0'])).toEqual(['e0']);
      // An id that comes again later is a new one.
      await see('a', AT + 2_500);
      expect((await look(kept, null, ['a'])).seen.get('a')).toEqual(outcome);
      expect((await look(kept)).documents).toHaveLength(1);
      expect(await kept.auditAfter(0, 10)).toHaveLength(1);
    });

    it('keeps the audit log in order, and tells it page by page', async () => {
      expect(await storage.auditAfter(0, 10)).toEqual([]);
      const entries = ['a', 'b', 'c', 'd', 'e'].map(entryOf);
      await write(storage, { changes: [change(1)], audit: entries.slice(0, 3) });
      await write(storage, { audit: entries.slice(3) }, { epoch: EPOCH, offset: 1 });
      const page = await storage.auditAfter(0, 2);
      expect(page.map(({ entry }) => entry)).toEqual(entries.slice(0, 2));
      const rest = await storage.auditAfter(page[1]?.n ?? 0, 10);
      expect(rest.map(({ entry }) => entry)).toEqual(entries.slice(2));
      expect(await storage.auditAfter(rest[2]?.n ?? 0, 10)).toEqual([]);
    });

    it('writes nothing when the decision throws', async () => {
      await write(storage, { changes: [change(1)] });
      const failing = storage.step(null, [], () => {
        throw new Error('undecided');
      });
      await expect(failing).rejects.toThrow('undecided');
      expect((await look(storage)).head).toEqual({ epoch: EPOCH, offset: 1 });
    });

    it('writes nothing of a step of which a part cannot be written', async () => {
      await write(storage, { changes: [change(1)] });
      const unwritable = { kind: 'room', id: 'bad', value: 10n as unknown };
      // A big integer is no JSON; a storage that can hold it all the same writes all of the step.
      const failed = await write(storage, {
        changes: [change(2)],
        documents: [{ kind: 'room', id: 'good', value: 1 }, unwritable],
        seen: [{ id: 'a', outcome: { ok: true, position: { epoch: EPOCH, offset: 2 } } }],
      }).then(
        () => false,
        () => true,
      );
      const { head, documents, seen } = await look(storage, null, ['a']);
      const written = [head?.offset === 2, documents?.some(({ id }) => id === 'good'), seen.has('a')];
      expect(written).toEqual(failed ? [false, false, false] : [true, true, true]);
    });

    it('runs steps one after the other', async () => {
      const steps = Array.from({ length: 20 }, () =>
        storage.step(null, [], ({ head }) => {
          const offset = (head?.offset ?? 0) + 1;
          return {
            writes: { at: AT, epoch: EPOCH, changes: [change(offset)], documents: [], seen: [], audit: [] },
            result: offset,
          };
        }),
      );
      expect((await Promise.all(steps)).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    });

    it.runIf(durable)('keeps everything when closed and opened again', async () => {
      const ledger = await openLedger({ stall: 'peaches', storage: await open() });
      await ledger.command({ id: 'c1', type: 'announce', text: '开卖啦' });
      const before = ledger.snapshot();
      await ledger.close();

      const again = await openLedger({ stall: 'peaches', storage: await open() });
      expect({ ...again.snapshot(), at: before.at }).toEqual(before);
      expect(await again.command({ id: 'c1', type: 'announce', text: '开卖啦' })).toEqual({
        ok: true,
        position: { epoch: before.epoch, offset: before.offset },
        repeated: true,
      });
      expect(await again.changesAfter({ epoch: before.epoch, offset: 0 })).toHaveLength(2);
      await again.close();
    });

    it('keeps who set what and where, so that of two who set the same unseen one is refused, for ever', async () => {
      const ledger = await openLedger({ stall: 'peaches', storage });
      const seen = `${ledger.position.epoch}.${ledger.position.offset}`;
      const announce = (id: string, by: string) => ({ id, by, type: 'announce', text: by, seen }) as const;
      const outcomes = await Promise.all([
        ledger.command(announce('c1', 'Li')),
        ledger.command(announce('c2', 'Wang')),
      ]);
      const refusal = { code: 'overtaken', overtaken: { commandId: 'c1', by: 'Li', position: ledger.position } };
      expect(outcomes).toMatchObject([{ ok: true }, { ok: false, refusal }]);

      const again = await openLedger({ stall: 'peaches', storage: durable ? await open() : storage });
      expect(await again.command(announce('c2', 'Wang'))).toEqual(outcomes[1]);
      expect(await again.command(announce('c3', 'Wang'))).toMatchObject({ refusal });
      expect(again.snapshot().state.announcements.stall?.text).toBe('Li');
      opened.push(ledger, again);
    });

    it.runIf(shared)('loses nothing between two ledgers at once, and leaves no gap', async () => {
      const [one, two] = await Promise.all(
        [open(), open()].map(async (s) => openLedger({ stall: 'peaches', storage: await s })),
      );
      if (!one || !two) throw new Error('Two ledgers were expected.');
      const heard = new Map<Ledger, number[]>([
        [one, []],
        [two, []],
      ]);
      for (const [ledger, offsets] of heard) ledger.subscribe(({ offset }) => offsets.push(offset));
      const from = one.position;

      const sent = Array.from({ length: 400 }, (_, i) =>
        (i % 2 ? one : two).command({
          id: `c${i}`,
          type: 'put-room',
          room: { id: `room-${i}`, title: `${i}`, commerce: true },
        }),
      );
      const outcomes = await Promise.all(sent);
      expect(outcomes.every(({ ok }) => ok)).toBe(true);
      const offsets = outcomes.map((outcome) => (outcome.ok ? outcome.position.offset : 0)).sort((a, b) => a - b);
      expect(offsets).toEqual(Array.from({ length: 400 }, (_, i) => from.offset + 1 + i));

      for (const ledger of [one, two]) {
        await ledger.refresh();
        expect(ledger.snapshot().state.rooms).toHaveLength(401);
        const told = heard.get(ledger)!;
        expect(told).toEqual(Array.from({ length: told.length }, (_, i) => told[0]! + i));
        expect(told[told.length - 1]).toBe(from.offset + 400);
      }
      const log = await one.changesAfter({ epoch: from.epoch, offset: 0 });
      expect(log?.map(({ prev, offset }) => offset - prev)).toEqual(Array.from({ length: from.offset + 400 }, () => 1));
    });
  });
}

/** Makes the first changes of a log. */
export function logOf(length: number): { epoch: string; changes: Change[] } {
  return { epoch: EPOCH, changes: Array.from({ length }, (_, i) => change(i + 1)) };
}

function change(offset: number): Change {
  return {
    stall: 'peaches',
    epoch: EPOCH,
    prev: offset - 1,
    offset,
    at: '2026-07-01T11:00:00.000Z',
    puts: [{ kind: 'announcement', id: 'stall', version: offset, removed: true }],
  };
}

function entryOf(id: string): AuditEntry {
  return {
    at: '2026-07-01T11:00:00.000Z',
    kind: 'command',
    id,
    type: 'announce',
    outcome: 'accepted',
    position: { epoch: EPOCH, offset: 1 },
    fields: { text: id },
  };
}

function byKey<T extends { kind: string; id: string }>(documents: readonly T[] | null): T[] | undefined {
  return documents?.slice().sort((a, b) => (a.kind + a.id < b.kind + b.id ? -1 : 1));
}
