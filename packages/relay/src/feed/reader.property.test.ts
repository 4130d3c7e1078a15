import { createFold, parseFrame, type Change, type Position, type Put, type Snapshot } from '@stallcast/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Message } from './encode.js';
import { encodeChanges, encodePing, encodeSnapshot } from './encode.js';
import { Reader, type Outlet } from './reader.js';

const EPOCH = '01JB0000000000000000000000';
const SCOPES = ['stall', 'north', 'south'];

/** A log whose state is which products each scope shows. */
class Log {
  readonly changes: Change[] = [];

  append(scope: string, removed: boolean): Change {
    const offset = this.changes.length + 1;
    const put: Put = removed
      ? { kind: 'featured', id: scope, version: offset, removed: true }
      : { kind: 'featured', id: scope, version: offset, value: [`p${offset}`] };
    const change: Change = {
      stall: 'peaches',
      epoch: EPOCH,
      prev: offset - 1,
      offset,
      at: '2026-07-01T11:00:00.000Z',
      puts: [put],
    };
    this.changes.push(change);
    return change;
  }

  /** What each scope shows at an offset. */
  at(offset: number): Record<string, string[]> {
    const state: Record<string, string[]> = {};
    for (const { puts } of this.changes.slice(0, offset)) {
      for (const put of puts) {
        if (put.removed) delete state[put.id];
        else state[put.id] = put.value as string[];
      }
    }
    return state;
  }

  snapshot(offset = this.changes.length): Snapshot {
    const { stall = null, ...rooms } = this.at(offset);
    const scoped = { stall: null, rooms: {} };
    return {
      stall: 'peaches',
      epoch: EPOCH,
      offset,
      at: '2026-07-01T11:00:00.000Z',
      state: {
        session: null,
        rooms: [],
        products: [],
        offers: [],
        stocks: [],
        orders: [],
        totals: scoped,
        featured: { stall, rooms },
        announcements: scoped,
      },
    };
  }
}

/** A line that can be full, and a reader at its end who applies what arrives by the law of reading. */
class Line implements Outlet {
  readonly fold = createFold();
  readonly faults: string[] = [];
  full = false;
  #drain: () => void = () => {};

  constructor(
    readonly log: Log,
    /** Fills up at every so many messages. */
    readonly fillsAt: number,
  ) {}

  send({ text, position }: Message): void {
    if (this.full) this.faults.push('sent on a full line');
    const { frames, faults } = parseFrame(text);
    this.faults.push(...faults);
    for (const frame of frames) {
      if (frame.type === 'snapshot') this.fold.snapshot(frame);
      else if (frame.type === 'change' && this.fold.change(frame) === 'gap') this.faults.push(`gap at ${frame.prev}`);
      else if (frame.type === 'ping' && frame.offset !== this.fold.position?.offset) {
        this.faults.push(`a ping of ${frame.offset} at ${this.fold.position?.offset}`);
      }
    }
    if (position.offset !== this.fold.position?.offset) this.faults.push('an id that is not the position after it');
    if (++this.#sent % this.fillsAt === 0) this.full = true;
  }

  onDrain(listener: () => void): void {
    this.#drain = listener;
  }

  drain(): void {
    this.full = false;
    this.#drain();
  }

  close(): void {}

  /** What the reader shows. */
  shown(): Record<string, string[]> {
    const { stall, rooms } = this.fold.state().featured;
    return { ...(stall && { stall }), ...rooms };
  }

  #sent = 0;
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      scope: fc.constantFrom(...SCOPES),
      removed: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drain' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ping' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('history' as const) }) },
);

it('brings any reader, from any position and over any line, to the state of the log without a gap', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...SCOPES), fc.boolean()), { maxLength: 300, size: 'max' }),
      fc.option(fc.nat(300), { nil: null }),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      fc.array(step, { maxLength: 60, size: 'max' }),
      async (before, from, fillsAt, readsEarly, steps) => {
        const log = new Log();
        for (const [scope, removed] of before) log.append(scope, removed);
        const have: Position | null =
          from === null ? null : { epoch: EPOCH, offset: Math.min(from, log.changes.length) };
        const line = new Line(log, fillsAt);
        if (have) line.fold.snapshot(log.snapshot(have.offset));

        let answer: () => void = () => {};
        const history = new Promise<void>((resolve) => (answer = resolve));
        const reader = new Reader(line, {
          now: () => 0,
          snapshot: () => encodeSnapshot(log.snapshot()),
          ping: (position) => encodePing('peaches', position, 0),
          messagesAfter: async ({ offset }) => {
            const early = log.changes.slice(offset);
            await history;
            return encodeChanges(readsEarly ? early : log.changes.slice(offset));
          },
        });
        const started = reader.start(have);

        let pending: Change[] = [];
        const flush = () => {
          for (const message of encodeChanges(pending)) reader.deliver(message);
          pending = [];
        };
        for (const one of steps) {
          if (one.do === 'append') pending.push(log.append(one.scope, one.removed));
          else if (one.do === 'flush') flush();
          else if (one.do === 'drain') line.drain();
          else if (one.do === 'ping') reader.ping();
          else {
            answer();
            await started;
          }
          const { position } = line.fold;
          if (position) expect(line.shown()).toEqual(log.at(position.offset));
        }
        answer();
        await started;
        flush();
        while (line.full) line.drain();
        reader.ping();
        while (line.full) line.drain();

        expect(line.faults).toEqual([]);
        expect(line.fold.position?.offset).toBe(log.changes.length);
        expect(line.shown()).toEqual(log.at(log.changes.length));
        expect(reader.waiting).toBe(0);
      },
    ),
    { numRuns: 400 },
  );
});
