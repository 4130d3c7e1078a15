import { createFold, type Frame } from '@stallcast/protocol';
import { createExampleLog } from '@stallcast/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPushedReading } from './pushed-reading.js';

const frame = (type: 'snapshot' | 'change' | 'ping', offset: number, prev = offset - 1, epoch = 'B') =>
  ({
    v: 1,
    type,
    stall: 's',
    epoch,
    prev: type === 'ping' ? offset : prev,
    offset,
    at: '',
    puts: [],
  }) as unknown as Frame;

describe('a reading of what is pushed', () => {
  it.each([
    [
      'nothing before a snapshot',
      [frame('change', 5), frame('ping', 5), frame('snapshot', 5)],
      ['ignore', 'ignore', 'deliver'],
    ],
    ['a change that follows', [frame('snapshot', 5), frame('change', 6)], ['deliver', 'deliver']],
    [
      'a gap until the next snapshot',
      [frame('snapshot', 5), frame('change', 8), frame('ping', 8), frame('snapshot', 8)],
      ['deliver', 'gap', 'gap', 'deliver'],
    ],
    [
      'a repeated snapshot as a sign of life',
      [frame('snapshot', 5), frame('snapshot', 5), frame('ping', 5)],
      ['deliver', 'alive', 'alive'],
    ],
    [
      'an earlier snapshot when it comes twice',
      [frame('snapshot', 5), frame('snapshot', 3), frame('snapshot', 3)],
      ['deliver', 'ignore', 'deliver'],
    ],
    [
      'no earlier snapshot that came late',
      [frame('snapshot', 5), frame('snapshot', 3), frame('snapshot', 5), frame('snapshot', 3)],
      ['deliver', 'ignore', 'alive', 'ignore'],
    ],
    [
      'a newer life by its snapshot',
      [frame('snapshot', 5), frame('change', 2, 1, 'C'), frame('snapshot', 2, 1, 'C')],
      ['deliver', 'gap', 'deliver'],
    ],
    [
      'no older life',
      [frame('snapshot', 5), frame('snapshot', 9, 8, 'A'), frame('snapshot', 9, 8, 'A')],
      ['deliver', 'older-life', 'older-life'],
    ],
  ] as const)('takes %s', (_, frames, verdicts) => {
    const reading = createPushedReading();
    expect(frames.map((one) => reading.read(one))).toEqual(verdicts);
  });

  it('is right whenever it says that it is alive, whatever is lost, doubled or late on the way', () => {
    const turn = fc.record({
      what: fc.constantFrom('append', 'append', 'snapshot', 'ping'),
      lost: fc.boolean(),
      again: fc.option(fc.nat(20)),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 40 }), (turns) => {
        const log = createExampleLog({ now: () => 0 });
        const [reading, fold] = [createPushedReading(), createFold()];
        const states = new Map<number, string>();
        const sent: Frame[] = [];
        const receive = (one: Frame) => {
          const verdict = reading.read(one);
          if (verdict === 'deliver' && one.type === 'snapshot') fold.snapshot(one);
          if (verdict === 'deliver' && one.type === 'change') expect(fold.change(one)).toBeInstanceOf(Array);
          if (verdict === 'alive') expect(JSON.stringify(fold.state())).toBe(states.get(one.offset));
        };
        for (const { what, lost, again } of turns) {
          const one: Frame =
            what === 'append'
              ? { v: 1, type: 'change', ...log.append() }
              : what === 'ping'
                ? log.ping()
                : { v: 1, type: 'snapshot', ...log.snapshot() };
          states.set(log.position.offset, JSON.stringify(log.state));
          sent.push(one);
          if (!lost) receive(one);
          // An earlier frame once more; never two old snapshots together, which would mean that the sender went back.
          const old = again === null ? undefined : sent[again % sent.length];
          if (old && old.type !== 'snapshot') receive(old);
        }
      }),
    );
  });
});
