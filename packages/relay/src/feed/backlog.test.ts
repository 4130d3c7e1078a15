import type { Change, Put } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { Backlog, MAX_BACKLOG_PUTS } from './backlog.js';

const EPOCH = '01JB0000000000000000000000';

function change(offset: number, puts: Put[], prev = offset - 1): Change {
  return { stall: 'peaches', epoch: EPOCH, prev, offset, at: '2026-07-01T11:00:00.000Z', puts };
}

const featured = (id: string, version: number, value: string[]): Put => ({ kind: 'featured', id, version, value });

describe('Backlog', () => {
  it('merges changes into one that keeps the last put or removal per key', () => {
    const backlog = new Backlog();
    backlog.add(change(4, [featured('stall', 4, ['a']), featured('north', 4, ['b'])]));
    backlog.add(change(5, [{ kind: 'featured', id: 'north', version: 5, removed: true }]));
    backlog.add(change(6, [featured('stall', 6, ['c'])]));

    expect(backlog.merged({ epoch: EPOCH, offset: 3 })).toEqual(
      change(6, [featured('stall', 6, ['c']), { kind: 'featured', id: 'north', version: 5, removed: true }], 3),
    );
  });

  it('never lets an older put or position replace a newer one', () => {
    const backlog = new Backlog();
    backlog.add(change(6, [featured('stall', 6, ['new'])]));
    backlog.add(change(5, [featured('stall', 5, ['old'])]));

    expect(backlog.merged({ epoch: EPOCH, offset: 4 })).toMatchObject({ offset: 6, puts: [{ version: 6 }] });
  });

  it('tells positions of changes without puts', () => {
    const backlog = new Backlog();
    backlog.add(change(4, []));
    expect(backlog.merged({ epoch: EPOCH, offset: 3 })).toMatchObject({ prev: 3, offset: 4, puts: [] });
  });

  it('has nothing for a reader who is further', () => {
    const backlog = new Backlog();
    backlog.add(change(4, []));
    expect(backlog.merged({ epoch: EPOCH, offset: 4 })).toBeNull();
  });

  it('holds no more than its limit, and then says that a snapshot is due', () => {
    const backlog = new Backlog();
    for (let offset = 1; offset <= MAX_BACKLOG_PUTS + 500; offset++) {
      backlog.add(change(offset, [featured(`room-${offset}`, offset, [])]));
      expect(backlog.size).toBeLessThanOrEqual(MAX_BACKLOG_PUTS);
    }
    expect(backlog.overflowed).toBe(true);
    expect(backlog.merged({ epoch: EPOCH, offset: 0 })).toBeNull();
  });
});
