import { createFold, type Change, type Kind, type Put, type StallState } from '@stallcast/protocol';
import { exampleOrder, exampleSession, exampleStock, exampleTotals } from '@stallcast/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Backlog } from './backlog.js';

const EPOCH = '01JB0000000000000000000000';
const HEAD = { stall: 'peaches', epoch: EPOCH, at: '2026-07-01T11:00:00.000Z' };
const NOTHING: StallState = createFold().state();

/** What one step of a log puts, by a number each. */
function putOf(what: number, number: number, version: number, seqs: number[]): Put {
  const id = `p${number % 3}`;
  const older = seqs[number % Math.max(1, seqs.length)];
  switch (what) {
    case 0:
      return { kind: 'stock', id, version, value: exampleStock({ productId: id, onHand: number }) };
    case 1:
      return { kind: 'stock', id, version, removed: true };
    case 2:
      return { kind: 'featured', id: number % 2 ? 'stall' : 'north', version, value: [id] };
    case 3:
      return { kind: 'featured', id: 'north', version, removed: true };
    case 4:
      return { kind: 'totals', id: 'stall', version, value: exampleTotals({ paidOrders: number }) };
    case 5:
      return { kind: 'session', id: 'stall', version, value: exampleSession({ sinceSeq: version }) };
    case 6:
      if (older !== undefined) {
        const value = exampleOrder({ seq: older, orderId: `${older}`, status: number % 2 ? 'cancelled' : 'refunded' });
        return { kind: 'order', id: value.id, version, value };
      }
  }
  seqs.push(version);
  const value = exampleOrder({ seq: version, orderId: `${version}` });
  return { kind: 'order', id: value.id, version, value };
}

const log = fc.array(fc.array(fc.tuple(fc.nat(7), fc.nat(30)), { maxLength: 3 }), { maxLength: 70 }).map((steps) => {
  const seqs: number[] = [];
  return steps.map((step, index): Change => {
    const offset = index + 1;
    const puts = step.map(([what, number]) => putOf(what, number, offset, seqs));
    const last = new Map(puts.map((put) => [`${put.kind} ${put.id}`, put]));
    return { ...HEAD, prev: index, offset, puts: [...last.values()] };
  });
});

const shown = (changes: readonly Change[]) => {
  const fold = createFold();
  fold.snapshot({ ...HEAD, offset: 0, state: NOTHING });
  for (const change of changes) expect(fold.change(change)).not.toBe('gap');
  const state = fold.state();
  const inOrder = <K extends Kind>(kind: K) =>
    fold
      .all(kind)
      .map((value) => JSON.stringify(value))
      .sort();
  return { position: fold.position, ...state, stocks: inOrder('stock') };
};

it('what a slow reader gets as one change leads where the changes themselves would have', () => {
  fc.assert(
    fc.property(log, fc.array(fc.nat(), { maxLength: 6 }), (changes, cuts) => {
      // Slow several times: what lies between two cuts comes merged, the rest as it is.
      const edges = [0, ...cuts.map((cut) => cut % (changes.length + 1)), changes.length].sort((a, b) => a - b);
      const sent = edges.slice(1).flatMap((edge, index) => {
        const part = changes.slice(edges[index], edge);
        if (index % 2 === 1) return part;
        const backlog = new Backlog();
        for (const change of part) backlog.add(change);
        const merged = backlog.merged({ epoch: EPOCH, offset: part[0]?.prev ?? 0 });
        return merged ? [merged] : [];
      });
      expect(shown(sent)).toEqual(shown(changes));
    }),
    { numRuns: 1_000 },
  );
});

it('a reader who has some of what is merged comes to the same', () => {
  fc.assert(
    fc.property(log, fc.nat(), (changes, at) => {
      const had = at % (changes.length + 1);
      const backlog = new Backlog();
      for (const change of changes) backlog.add(change);
      const merged = backlog.merged({ epoch: EPOCH, offset: had });
      expect(shown([...changes.slice(0, had), ...(merged ? [merged] : [])])).toEqual(shown(changes));
    }),
    { numRuns: 1_000 },
  );
});
