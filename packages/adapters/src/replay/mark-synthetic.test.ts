import type { Change, Snapshot } from '@stallcast/protocol';
import { asSynthetic, exampleOrder, exampleState, put, removal, withVersion } from '@stallcast/testing';
import { expect, it } from 'vitest';
import { markChange, markSnapshot } from './mark-synthetic.js';

const head = { stall: 'orchard', epoch: '01A', offset: 1, at: '2026-07-01T11:00:00.000Z' };

it('marks every value of a snapshot, and makes no room of the mark', () => {
  const announcements = { stall: { text: '加场', at: head.at }, rooms: { main: { text: '加场', at: head.at } } };
  const state = exampleState({ orders: [exampleOrder()], announcements });
  const snapshot: Snapshot = { ...head, state };
  expect(markSnapshot(snapshot)).toEqual({ ...head, state: asSynthetic(state) });
});

it('marks every value of a change, and leaves removals and ids alone', () => {
  const puts = withVersion([put('order', exampleOrder()), put('featured', ['peach']), removal('order', 'x')], 1);
  const change: Change = { ...head, prev: 0, puts };
  expect(markChange(change).puts.map(({ value }) => value)).toEqual([
    { ...exampleOrder(), synthetic: true },
    ['peach'],
    undefined,
  ]);
});
