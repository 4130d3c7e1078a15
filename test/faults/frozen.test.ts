import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBooth, type Transport } from './booth.js';
import { BACK_WITHIN_MS, FAULT_MS, HEARTBEAT_MS, pause, STALE_WITHIN_MS } from './durations.js';
import { noteCell } from './notes.js';
import { buildCli, openProcessMarket, type BuiltCli } from './relay-process.js';
import { openSite, type Site } from './site.js';
import { judge } from './verdict.js';

/*
 * A relay that is frozen (SIGSTOP) keeps its connections and says nothing. Everything that it owes comes at once when it goes on.
 */
const TRANSPORTS: readonly Transport[] = ['socket', 'events'];

let site: Site;
let cli: BuiltCli;
beforeAll(async () => {
  [site, cli] = await Promise.all([openSite(), buildCli()]);
});
afterAll(async () => {
  await site.close();
  cli.remove();
});

describe('5 a relay that is frozen', () => {
  it.concurrent.each(TRANSPORTS)('over %s is told within two heartbeats, and what it owes is taken', async (way) => {
    const market = await openProcessMarket(cli);
    const booth = await openBooth(site.browser, site.origin, market, way);
    try {
      await booth.open();
      await booth.home();
      await market.sell();
      await booth.home();
      const began = Date.now();
      market.child.kill('SIGSTOP');
      // Orders come in meanwhile, and are answered when it goes on.
      const sales = Promise.all([market.sell(), pause(FAULT_MS).then(() => market.child.kill('SIGCONT'))]);
      await sales;
      const ended = Date.now();
      await market.sell();
      await booth.home(BACK_WITHIN_MS);
      await pause(2 * HEARTBEAT_MS);
      const { sights, orders, calls } = await booth.watched();
      const verdict = judge(sights, market.truth, { began, ended });
      noteCell({ no: '5', name: 'frozen (SIGSTOP), then a burst' }, way, verdict);
      expect(verdict).toMatchObject({ wrongMs: 0, behindMs: 0 });
      expect(verdict.markedAfterMs).not.toBeNull();
      expect(verdict.markedAfterMs).toBeLessThan(STALE_WITHIN_MS);
      expect(verdict.backAfterMs).toBeLessThan(BACK_WITHIN_MS);
      expect(new Set(orders)).toEqual(new Set(market.truth.orders));
      expect(calls.length).toBe(new Set(calls).size);
      expect(booth.errors).toEqual([]);
    } finally {
      await booth.close();
      await market.close();
    }
  });
});
