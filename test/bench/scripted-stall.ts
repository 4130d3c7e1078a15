import type { Change, Frame, Position, Put, StallState } from '@stallcast/protocol';
import { asSynthetic, exampleOrder, exampleState, exampleStock, exampleTotals, yuan } from '@stallcast/testing';

export const STALL = 'orchard';
/** The product whose stock falls by one with every change. */
export const PRODUCT = 'peach';

const EPOCH = '01JZ2V4X00BENCH00000000000';
/** What there is at first. */
export const ON_HAND = 9_000;
/** After so many sales there is as much as at first again: a number of five digits would be shown rounded. */
export const ROUND = 8_000;
const PRICE = 3_990;
const BUYERS = ['王**', '李**', '欧阳**', '陈**', '赵**', '阿依**'];
const REGIONS = ['江苏', '四川', '湖北', '新疆', '上海'];

/** A stall that sells one box with every change, told in the frames of the wire. */
export interface ScriptedStall {
  /** What can be sold now: the number that the page has to show. */
  readonly figure: number;
  snapshot(): Frame;
  ping(): Frame;
  /** Sells one more: the order, the stock that it took and the totals, in one change. */
  sell(): Frame;
  /** Takes one more off the stock, and tells of nothing else. */
  take(): Frame;
}

export function createScriptedStall({ synthetic = false } = {}): ScriptedStall {
  let offset = 1;
  let sold = 0;
  const at = () => new Date().toISOString();
  const position = (): Position & { stall: string; at: string } => ({ stall: STALL, epoch: EPOCH, offset, at: at() });

  const stock = () => exampleStock({ productId: PRODUCT, onHand: ON_HAND, sold: sold % ROUND, observedAt: at() });
  const order = () =>
    exampleOrder({
      seq: offset,
      lines: [{ productId: PRODUCT, qty: 1, amount: yuan(PRICE) }],
      buyer: { mask: BUYERS[sold % BUYERS.length]! },
      region: { level: 'province', name: REGIONS[sold % REGIONS.length]! },
      occurredAt: at(),
    });
  const totals = () =>
    exampleTotals({ gross: yuan(sold * PRICE), net: yuan(sold * PRICE), paidOrders: sold, units: sold });
  const state = (): StallState => {
    const example = exampleState();
    return { ...example, stocks: [stock(), ...example.stocks.filter(({ productId }) => productId !== PRODUCT)] };
  };
  const marked = (put: Put): Put =>
    synthetic && typeof put.value === 'object' ? ({ ...put, value: { ...put.value, synthetic: true } } as Put) : put; // A spread over a union widens it.

  return {
    get figure() {
      return ON_HAND - (sold % ROUND);
    },

    snapshot: () => ({ v: 1, type: 'snapshot', ...position(), state: synthetic ? asSynthetic(state()) : state() }),

    ping: () => ({ v: 1, type: 'ping', ...position(), prev: offset }),

    sell() {
      const prev = offset;
      offset += 1;
      sold += 1;
      const puts: Put[] = [
        { kind: 'order', id: order().id, version: offset, value: order() },
        { kind: 'stock', id: PRODUCT, version: offset, value: stock() },
        { kind: 'totals', id: 'stall', version: offset, value: totals() },
        { kind: 'totals', id: 'main', version: offset, value: totals() },
      ];
      const change: Change = { ...position(), prev, puts: puts.map(marked) };
      return { v: 1, type: 'change', ...change };
    },

    take() {
      const prev = offset;
      offset += 1;
      sold += 1;
      const puts: Put[] = [{ kind: 'stock', id: PRODUCT, version: offset, value: stock() }];
      return { v: 1, type: 'change', ...position(), prev, puts: puts.map(marked) };
    },
  };
}
