import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Transport } from './booth.js';
import { runCell } from './cell.js';
import { openRelayMarket } from './market.js';
import { noteCell, noteRun } from './notes.js';
import { ROWS, type Row } from './rows.js';
import { openSite, type Site } from './site.js';
import { openTable } from './table-market.js';

/*
 * The fault matrix: each fault over each transport, in a real browser, over real sockets.
 *
 * Short durations by default; `STALLCAST_FAULTS=full npx vitest run --config test/faults/vitest.config.ts` takes those of a
 * real evening: a heartbeat of five seconds and faults of a minute.
 */
const TRANSPORTS: readonly Transport[] = ['socket', 'events', 'table'];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

describe.each(TRANSPORTS)('over %s a page is never wrong and live, and comes back', (transport) => {
  const hasNone = (row: Row): boolean => row.without?.[transport] !== undefined;

  it.each(ROWS.filter(hasNone))('$no $name: there is no such fault', (row) => {
    noteCell(row, transport, { without: row.without?.[transport] ?? '' });
  });

  it.concurrent.each(ROWS.filter((row) => !hasNone(row)))('$no $name', async (row) => {
    const market = await (transport === 'table' ? openTable() : openRelayMarket());
    try {
      await noteRun(row, transport, runCell(site, market, transport, row));
    } finally {
      await market.close();
    }
  });
});
