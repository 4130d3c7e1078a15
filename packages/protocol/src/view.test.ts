import { describe, expect, it } from 'vitest';
import type { Change, Put } from './frame.js';
import type { Offer } from './offer.js';
import type { Order } from './order.js';
import { viewOfChange, type View } from './view.js';

const order = (room: string): Order => ({
  id: 'shop:1',
  orderId: '1',
  lines: [],
  room,
  status: 'paid',
  buyer: { mask: '王**' },
  occurredAt: '2026-07-01T11:00:00Z',
  seq: 3,
});
const offer = (room?: string): Offer => ({ id: 'o', productId: 'peach', price: null, ...(room && { room }) });

const seenBy = (put: Put, view: Partial<View>): Put[] => {
  const change: Change = { stall: 's', epoch: 'e', prev: 4, offset: 5, at: '', puts: [put] };
  return viewOfChange(change, { operator: false, ...view }).puts;
};

describe('an order that leaves a room', () => {
  const moved: Put = { kind: 'order', id: 'shop:1', version: 5, value: order('north'), movedFrom: 'main' };
  const removal: Put = { kind: 'order', id: 'shop:1', version: 5, removed: true };
  const { movedFrom: _, ...told } = moved;

  it('is removed for readers of that room, and of no other', () => {
    expect(seenBy(moved, { room: 'main' })).toEqual([removal]);
    expect(seenBy(moved, { room: 'main', operator: true })).toEqual([removal]);
    expect(seenBy(moved, { room: 'third' })).toEqual([]);
  });

  it('is told to its own room and to the whole stall, without the word of where it was', () => {
    expect(seenBy(moved, { room: 'north' })).toEqual([told]);
    expect(seenBy(moved, {})).toEqual([told]);
    expect(seenBy(moved, { operator: true })).toEqual([told]);
  });
});

describe('an offer of the whole stall that becomes that of one room', () => {
  const moved: Put = { kind: 'offer', id: 'o', version: 5, value: offer('north'), movedFrom: 'stall' };

  it('is removed for readers of every other room', () => {
    expect(seenBy(moved, { room: 'main' })).toEqual([{ kind: 'offer', id: 'o', version: 5, removed: true }]);
    expect(seenBy(moved, { room: 'north' })).toEqual([{ kind: 'offer', id: 'o', version: 5, value: offer('north') }]);
  });

  it('stays one room’s business where it was one room’s before', () => {
    expect(seenBy({ ...moved, movedFrom: 'north', value: offer('east') }, { room: 'main' })).toEqual([]);
  });
});
