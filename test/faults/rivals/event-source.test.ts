import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFull } from '../durations.js';
import { openRelayMarket } from '../market.js';
import { noteCell } from '../notes.js';
import { ROWS } from '../rows.js';
import { openSite, type Site } from '../site.js';
import { openPlainStream } from './plain-stream.js';
import { runRivalCell } from './rival-cell.js';

/*
 * A page with a plain EventSource in the same cells. Some of them must come out badly: they show that the matrix sees what it looks for.
 *
 * `npm test` takes those; all of them with full durations, and by `pnpm --filter @stallcast/test reliability`.
 */
let site: Site;
const lost = new Map<string, string>();

beforeAll(async () => {
  site = await openSite('../../faults/rivals/event-source');
});
afterAll(async () => {
  await site.close();
});

/** There is no key to refuse, and no epoch to be mistaken in. */
const WITHOUT: Partial<Record<string, string>> = { '13a': 'it knows no lives of a log', '16': 'it knows no keys' };
/** What ends an EventSource, or leaves a gap in it. */
const LOST = ['4b', '6', '7', '8'];
const isWhole = isFull || process.env.STALLCAST_RIVALS === '1';
const rows = ROWS.filter(({ no }) => WITHOUT[no] === undefined && (isWhole || LOST.includes(no)));

describe('a page with a plain EventSource', () => {
  it.concurrent.each(rows)('$no $name', async (row) => {
    const market = await openRelayMarket();
    const stream = await openPlainStream(market);
    try {
      const source = (line: string) => `${site.origin}/?src=${encodeURIComponent(`${line}/stalls/orchard/plain`)}`;
      const verdict = await runRivalCell(site.browser, { ...market, port: stream.port }, source, row);
      if ('lost' in verdict) lost.set(row.no, verdict.lost);
      noteCell(row, 'EventSource', verdict);
    } finally {
      stream.close();
      await market.close();
    }
  });

  it.each(ROWS.filter(({ no }) => WITHOUT[no] !== undefined))('$no $name: there is no such fault', (row) => {
    noteCell(row, 'EventSource', { without: WITHOUT[row.no] ?? '' });
  });

  it('loses the cells that end an EventSource or leave a gap, and the probe sees it', () => {
    expect([...lost.keys()]).toEqual(expect.arrayContaining(LOST));
  });
});
