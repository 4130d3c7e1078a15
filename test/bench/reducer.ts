import { createRequire } from 'node:module';
import { join } from 'node:path';
import { checkFrame, createFold, parseFrame, type Frame } from '@stallcast/protocol';
import { exampleState, exampleStock } from '@stallcast/testing';
import { verdict } from './bounds.js';
import type { Measured } from './measure.js';
import { RIVALS } from './rivals.js';
import { median, spreadOf } from './statistics.js';

const PRODUCTS = 1_000;
const ROUNDS = 5;
const GOAL_A_SECOND = 2_000_000;
const GOAL_TIMES = 500;
const EPOCH = '01JZ2V4X00BENCH00000000000';
const AT = '2026-07-01T11:42:00.000Z';

interface NanostoresMap {
  setKey(key: string, value: unknown): void;
}

/** How many changes of stock a second are taken, with 1,000 products known; in this process, without a page. */
export function measureReducer(changes: number): Measured {
  const { map } = createRequire(join(RIVALS, 'package.json'))('nanostores') as {
    map(value: Record<string, unknown>): NanostoresMap;
  };
  const ids = Array.from({ length: PRODUCTS }, (_, i) => `product-${i}`);
  const stocks = ids.map((productId) => exampleStock({ productId }));
  const frames = Array.from({ length: changes }, (_, i): Frame => {
    const stock = stocks[i % PRODUCTS]!;
    const offset = i + 2;
    const puts = [{ kind: 'stock' as const, id: stock.productId, version: offset, value: stock }];
    return { v: 1, type: 'change', stall: 'orchard', epoch: EPOCH, offset, prev: offset - 1, at: AT, puts };
  });
  const texts = frames.slice(0, changes / 10).map((frame) => JSON.stringify(frame));
  const decoded = texts.map((text): unknown => JSON.parse(text));
  const fresh = () => {
    const fold = createFold();
    fold.snapshot({ stall: 'orchard', epoch: EPOCH, offset: 1, at: AT, state: { ...exampleState(), stocks } });
    return fold;
  };
  const ways: readonly [name: string, count: number, run: () => void][] = [
    [
      'a change applied',
      changes,
      () => {
        const fold = fresh();
        for (const frame of frames) if (frame.type === 'change') fold.change(frame);
      },
    ],
    [
      'a decoded message checked and applied',
      decoded.length,
      () => {
        const fold = fresh();
        for (const json of decoded)
          for (const frame of checkFrame(json).frames) if (frame.type === 'change') fold.change(frame);
      },
    ],
    [
      'a message read, checked and applied',
      texts.length,
      () => {
        const fold = fresh();
        for (const text of texts)
          for (const frame of parseFrame(text).frames) if (frame.type === 'change') fold.change(frame);
      },
    ],
    [
      'nanostores map.setKey',
      changes / 100,
      () => {
        const store = map(Object.fromEntries(stocks.map((stock) => [stock.productId, stock])));
        for (let i = 0; i < changes / 100; i += 1) store.setKey(ids[i % PRODUCTS]!, { ...stocks[i % PRODUCTS] });
      },
    ],
  ];
  const taken: Record<string, number[]> = {};
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, count, run] of ways) {
      const startedAt = performance.now();
      run();
      const aSecond = count / ((performance.now() - startedAt) / 1_000);
      // The first round compiles.
      if (round > 0) (taken[name] ??= []).push(aSecond);
    }
  }
  const of = (name: string) => median(taken[name] ?? [NaN]);
  const slow = of('nanostores map.setKey');
  const applied = of('a change applied');
  return {
    id: 'P10',
    title: 'Changes a second in the fold',
    lead: `${PRODUCTS.toLocaleString('en-US')} products are known, each change tells the stock of one. Told in ratio to \`map.setKey\` of nanostores with as many keys, in the same process.`,
    head: ['What', 'Ratio'],
    rows: Object.entries(taken).map(([name, all]) => {
      const { low, middle, high } = spreadOf(all.map((one) => one / slow));
      return [name, `${middle.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`];
    }),
    verdicts: [
      verdict(
        'Changes applied a second',
        `at least ${GOAL_A_SECOND.toLocaleString('en-US')}`,
        Math.round(applied).toLocaleString('en-US'),
        applied >= GOAL_A_SECOND,
        'goal not reached',
      ),
      verdict(
        'Decoded messages checked and applied a second',
        `at least ${GOAL_A_SECOND.toLocaleString('en-US')}`,
        Math.round(of('a decoded message checked and applied')).toLocaleString('en-US'),
        of('a decoded message checked and applied') >= GOAL_A_SECOND,
        'goal not reached',
      ),
      verdict(
        'Messages read, checked and applied a second',
        `at least ${GOAL_A_SECOND.toLocaleString('en-US')}`,
        Math.round(of('a message read, checked and applied')).toLocaleString('en-US'),
        of('a message read, checked and applied') >= GOAL_A_SECOND,
        'goal not reached',
      ),
      verdict(
        'Faster than map.setKey',
        `at least ${GOAL_TIMES} times`,
        (applied / slow).toFixed(0),
        applied / slow >= GOAL_TIMES,
        'goal not reached',
      ),
    ],
    raw: taken,
  };
}
