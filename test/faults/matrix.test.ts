import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Transport } from './booth.js';
import { runCell } from './cell.js';
import { openRelayMarket } from './market.js';
import { noteCell } from './notes.js';
import { ROWS } from './rows.js';
import { openSite, type Site } from './site.js';

/*
 * The fault matrix: each fault over each transport, in a real browser, over real sockets.
 *
 * Short durations by default; `STALLCAST_FAULTS=full npx vitest run --config test/faults/vitest.config.ts` takes those of a
 * real evening: a heartbeat of five seconds and faults of a minute.
 */
const TRANSPORTS: readonly Transport[] = ['socket', 'events'];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

describe.each(TRANSPORTS)('over %s a page is never wrong and live, and comes back', (transport) => {
  it.concurrent.each(ROWS)('$no $name', async (row) => {
    const market = await openRelayMarket();
    try {
      noteCell(row, transport, await runCell(site, market, transport, row));
    } finally {
      await market.close();
    }
  });
});
