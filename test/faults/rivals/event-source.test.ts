import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBooth } from '../booth.js';
import { BACK_WITHIN_MS, pause } from '../durations.js';
import { openRelayMarket } from '../market.js';
import { noteCell } from '../notes.js';
import { ROWS } from '../rows.js';
import { openSite, type Site } from '../site.js';
import { judge } from '../verdict.js';
import { openPlainStream } from './plain-stream.js';

/*
 * A page with a plain EventSource in the same cells. Some of them must come out badly: they show that the matrix sees what it looks for.
 */
/** Less than this may be the machine's fault. */
const BUSY_MS = 250;

let site: Site;
const lost = new Map<string, string>();

beforeAll(async () => {
  site = await openSite('../../faults/rivals/event-source');
});
afterAll(async () => {
  await site.close();
});

/** It knows no keys, so that there is none to refuse. */
const rows = ROWS.filter(({ no }) => no !== '16');

describe('a page with a plain EventSource', () => {
  it.concurrent.each(rows)('$no $name', async (row) => {
    const market = await openRelayMarket();
    const stream = await openPlainStream(market);
    const booth = await openBooth(
      site.browser,
      site.origin,
      { ...market, port: stream.port },
      (line) => `${site.origin}/?src=${encodeURIComponent(`${line}/stalls/orchard/plain`)}`,
    );
    try {
      if (!row.atStart) {
        await booth.open();
        await booth.home();
        await market.sell();
        await booth.home();
      }
      const began = Date.now();
      await row.run(booth, { ...market, port: stream.port });
      const ended = Date.now();
      await market.sell();
      await booth.home(BACK_WITHIN_MS).catch(() => {});
      await pause(200);
      const verdict = judge((await booth.watched()).sights, market.truth, { began, ended });
      const words = [
        ...(verdict.wrongMs > 0 ? [`wrong for ${verdict.wrongMs} ms`] : []),
        ...(verdict.behindMs > BUSY_MS ? [`behind without a mark for ${verdict.behindMs} ms`] : []),
        ...(verdict.backAfterMs > BACK_WITHIN_MS ? ['does not come back'] : []),
      ];
      if (words.length > 0) lost.set(row.no, words.join(', '));
      noteCell(row, 'EventSource', words.length > 0 ? { lost: words.join(', ') } : verdict);
    } finally {
      await booth.close();
      stream.close();
      await market.close();
    }
  });

  it('loses the cells that end an EventSource or leave a gap, and the probe sees it', () => {
    expect([...lost.keys()]).toEqual(expect.arrayContaining(['4b', '6', '7', '8']));
  });
});
