import { createFold, type Frame, type Position } from '@stallcast/protocol';
import { createExampleLog, createRecorder, put, type ExampleLog } from '@stallcast/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createReading } from './reading.js';

/** What can happen between a log and its reader. */
type Action = 'append' | 'lose' | 'repeat' | 'swap' | 'ping' | 'snapshot' | 'late' | 'reconnect' | 'start-over';
const ACTIONS: Action[] = [
  'append',
  'append',
  'append',
  'lose',
  'repeat',
  'swap',
  'ping',
  'snapshot',
  'late',
  'reconnect',
  'start-over',
];

/** A line that loses, repeats and swaps what it carries. */
class Line {
  readonly #log: ExampleLog;
  readonly #reading = createReading();
  readonly recorder = createRecorder();
  #sent: Frame[] = [];
  #held: Frame | null = null;
  #old: Frame[] = [];
  #count = 0;

  constructor(log: ExampleLog) {
    this.#log = log;
    this.#connect();
  }

  do(action: Action): void {
    switch (action) {
      case 'append':
        return this.#send(this.#append());
      case 'lose':
        return void this.#append();
      case 'repeat':
        return this.#receive(this.#sent.at(-1) ?? this.#log.ping());
      case 'swap':
        this.#held ??= this.#append();
        return;
      case 'ping':
        return this.#send(this.#log.ping());
      case 'snapshot':
        return this.#send({ v: 1, type: 'snapshot', ...this.#log.snapshot() });
      case 'late':
        return this.#receive(this.#old[0] ?? this.#log.ping());
      case 'reconnect':
        return this.#connect();
      case 'start-over':
        this.#log.startOver();
        return this.#connect();
    }
  }

  /** The line is good from here on. Two heartbeats are enough to find and close every gap. */
  heal(): Position | null {
    for (let beat = 0; beat < 6; beat += 1) this.#receive(this.#log.ping());
    return this.#reading.have;
  }

  #append(): Frame {
    this.#count += 1;
    return { v: 1, type: 'change', ...this.#log.append([put('featured', [`p${this.#count}`])]) };
  }

  #send(frame: Frame): void {
    this.#sent.push(frame);
    this.#receive(frame);
    if (this.#held) this.#receive(this.#held);
    this.#held = null;
  }

  #connect(): void {
    this.#old.push(...this.#sent.slice(0, 2));
    this.#sent = [];
    this.#held = null;
    const from = this.#reading.ask();
    for (const frame of this.#log.answer(from)) this.#receive(frame);
  }

  #receive(frame: Frame): void {
    const { sink } = this.recorder;
    const verdict = this.#reading.read(frame);
    if (verdict === 'gap') this.#connect();
    else if (verdict === 'alive') sink.alive(frame);
    else if (verdict === 'deliver' && frame.type === 'snapshot') sink.snapshot(frame);
    else if (verdict === 'deliver' && frame.type === 'change') sink.change(frame);
  }
}

it('keeps every promise over a line that loses, repeats, swaps and starts over, and ends at the truth', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ACTIONS), { maxLength: 40 }), (actions) => {
      const log = createExampleLog({ now: () => 0 });
      const line = new Line(log);
      for (const action of actions) line.do(action);

      expect(line.heal()).toEqual(log.position);
      expect(line.recorder.violations).toEqual([]);
      expect(line.recorder.state.featured).toEqual(log.state.featured);
    }),
    { numRuns: 500 },
  );
});

it('never goes back but by the answer to its own request', () => {
  const positions = fc.record({ epoch: fc.constantFrom('01A', '01B', '01C'), offset: fc.integer({ min: 1, max: 9 }) });
  const frame = fc
    .tuple(fc.constantFrom('snapshot', 'change', 'ping'), positions, fc.integer({ min: 0, max: 9 }))
    .map(([type, position, prev]) => {
      const head = { v: 1, stall: 's', at: '2026-07-01T11:00:00.000Z', ...position } as const;
      if (type === 'snapshot') return { ...head, type, state: createFold().state() } as Frame;
      return { ...head, type, prev: Math.min(prev, position.offset), puts: [] } as Frame;
    });
  fc.assert(
    fc.property(frame, fc.array(frame, { maxLength: 30 }), (first, frames) => {
      const reading = createReading();
      reading.ask();
      reading.read(first);
      let before = reading.have;
      for (const one of frames) {
        const verdict = reading.read(one);
        const after = reading.have;
        if (before && after) {
          const forward = after.epoch > before.epoch || (after.epoch === before.epoch && after.offset >= before.offset);
          expect(forward).toBe(true);
          if (verdict === 'alive') expect(after).toEqual({ epoch: one.epoch, offset: one.offset });
        }
        before = after;
      }
    }),
  );
});
