import { createFold, type Frame, type Position } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { createReading } from './reading.js';

const OLD = '01A';
const NEW = '01B';
const head = (epoch: string, offset: number) =>
  ({ v: 1, stall: 'peaches', epoch, offset, at: '2026-07-01T11:00:00.000Z' }) as const;
const snapshot = (offset: number, epoch = NEW): Frame => ({
  ...head(epoch, offset),
  type: 'snapshot',
  state: createFold().state(),
});
const change = (prev: number, offset: number, epoch = NEW): Frame => ({
  ...head(epoch, offset),
  type: 'change',
  prev,
  puts: [],
});
const ping = (offset: number, epoch = NEW): Frame => ({ ...head(epoch, offset), type: 'ping', prev: offset });

/** A reading that stands at an offset, on a connection that owes nothing. */
function at(offset: number, epoch = NEW) {
  const reading = createReading();
  reading.ask();
  reading.read(snapshot(offset, epoch));
  return reading;
}

describe('a reading at 41', () => {
  it.each<[string, Frame, string, Position]>([
    ['applies the next change', change(41, 42), 'deliver', { epoch: NEW, offset: 42 }],
    ['applies a change that covers what it has and more', change(39, 44), 'deliver', { epoch: NEW, offset: 44 }],
    ['ignores a change that it has', change(40, 41), 'ignore', { epoch: NEW, offset: 41 }],
    ['sees a gap before a later change', change(42, 43), 'gap', { epoch: NEW, offset: 41 }],
    ['sees a gap in a change of a newer epoch', change(0, 1, '01C'), 'gap', { epoch: NEW, offset: 41 }],
    ['ignores a change of an older epoch', change(41, 42, OLD), 'ignore', { epoch: NEW, offset: 41 }],
    ['takes a ping at 41 as a sign of life', ping(41), 'alive', { epoch: NEW, offset: 41 }],
    ['sees a gap in a ping that announces more', ping(42), 'gap', { epoch: NEW, offset: 41 }],
    [
      'sees a gap in a ping that announces less: the relay’s log is another',
      ping(40),
      'gap',
      { epoch: NEW, offset: 41 },
    ],
    ['sees a gap in a ping of a newer epoch', ping(1, '01C'), 'gap', { epoch: NEW, offset: 41 }],
    ['takes a later snapshot that it did not ask for', snapshot(50), 'deliver', { epoch: NEW, offset: 50 }],
    [
      'takes a snapshot of a newer epoch that it did not ask for',
      snapshot(1, '01C'),
      'deliver',
      { epoch: '01C', offset: 1 },
    ],
    ['ignores an earlier snapshot that it did not ask for', snapshot(40), 'ignore', { epoch: NEW, offset: 41 }],
    [
      'ignores a snapshot of an older epoch that it did not ask for',
      snapshot(90, OLD),
      'ignore',
      { epoch: NEW, offset: 41 },
    ],
  ])('%s', (_, frame, verdict, have) => {
    const reading = at(41);
    expect([reading.read(frame), reading.have]).toEqual([verdict, have]);
  });
});

describe('a request', () => {
  it('asks for a snapshot at first, then from where the reading stands', () => {
    const reading = createReading();
    expect(reading.ask()).toBeNull();
    reading.read(snapshot(41));
    expect(reading.ask()).toEqual({ epoch: NEW, offset: 41 });
  });

  it.each([snapshot(7), snapshot(90, OLD)])(
    'is answered by any snapshot, which replaces state and position',
    (frame) => {
      const reading = at(41);
      reading.ask();
      expect([reading.read(frame), reading.have]).toEqual(['deliver', { epoch: frame.epoch, offset: frame.offset }]);
    },
  );

  it('is answered once: the next snapshot needs to be newer', () => {
    const reading = at(41);
    reading.ask();
    reading.read(change(41, 42));
    expect(reading.read(snapshot(41))).toBe('ignore');
  });

  it('leaves a first ping that is ahead time for the answer, and not a second one', () => {
    const reading = at(41);
    reading.ask();
    expect([reading.read(ping(43)), reading.read(ping(43))]).toEqual(['ignore', 'gap']);
  });

  it('that did not close the gap asks for a snapshot the next time', () => {
    const reading = at(41);
    expect(reading.read(change(42, 43))).toBe('gap');
    expect(reading.ask()).toEqual({ epoch: NEW, offset: 41 });
    expect(reading.read(change(42, 43))).toBe('gap');
    expect(reading.ask()).toBeNull();
    expect([reading.read(change(42, 43)), reading.read(snapshot(43))]).toEqual(['ignore', 'deliver']);
    expect(reading.ask()).toEqual({ epoch: NEW, offset: 43 });
  });
});
