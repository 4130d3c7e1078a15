import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Transport } from './booth.js';
import { runCell } from './cell.js';
import { FROZEN } from './frozen.js';
import { noteRun } from './notes.js';
import { buildCli, openProcessMarket, type BuiltCli } from './relay-process.js';
import { openSite, type Site } from './site.js';
import { openTable } from './table-market.js';

/*
 * The row of the matrix that needs a server in a process of its own: a relay as people run it, and a table.
 */
const TRANSPORTS: readonly Transport[] = ['socket', 'events', 'table'];

let site: Site;
let cli: BuiltCli;
beforeAll(async () => {
  [site, cli] = await Promise.all([openSite(), buildCli()]);
});
afterAll(async () => {
  await site.close();
  cli.remove();
});

describe(`${FROZEN.no} ${FROZEN.name}`, () => {
  it.concurrent.each(TRANSPORTS)('over %s is told in time, and what it owes is taken', async (way) => {
    const market = await (way === 'table' ? openTable() : openProcessMarket(cli));
    try {
      await noteRun(FROZEN, way, runCell(site, market, way, FROZEN));
    } finally {
      await market.close();
    }
  });
});
