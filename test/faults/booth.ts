import { createMessageProxy, createTcpProxy, type MessageProxy, type TcpProxy } from '@stallcast/testing/faults';
import type { Browser, BrowserContext, Page } from 'playwright';
import { HEARTBEAT_MS, TABLE_SPEED, until } from './durations.js';
import { countHandles } from './handles.js';
import type { Market } from './market.js';
import type { Sight, Watched } from './page/watch.js';
import { isHome } from './verdict.js';

/** How the page hears of the stall. */
export type Transport = 'socket' | 'events' | 'table';

/** The address of a page that takes its data over a line, as a path of its site. */
function pathOf(origin: string, way: Transport, key: string): string {
  const src =
    way === 'table'
      ? `fast-table:${origin}/stalls/orchard.csv`
      : `relay:${origin}/stalls/orchard?transport=${way}&heartbeat=${HEARTBEAT_MS}`;
  return `/?src=${encodeURIComponent(src)}&speed=${TABLE_SPEED}#${key}`;
}

/** One overlay in front of one market, with two proxies between them: page → line → messages → relay. */
export interface Booth {
  readonly market: Market;
  readonly line: TcpProxy;
  readonly messages: MessageProxy;
  readonly page: Page;
  /** What went wrong in the page that nobody caught. */
  readonly errors: string[];
  open(): Promise<void>;
  /** Waits until the page shows the truth without a mark. */
  home(withinMs?: number): Promise<void>;
  watched(): Promise<Pick<Watched, 'sights' | 'calls' | 'holdUps'> & { orders: string[] }>;
  close(): Promise<void>;
}

export async function openBooth(
  browser: Browser,
  site: string,
  market: Market,
  /** Or the address of a rival's page, by the origin of the line. */
  way: Transport | ((line: string) => string),
): Promise<Booth> {
  const messages = await createMessageProxy(market.port);
  const line = await createTcpProxy(messages.port);
  const context: BrowserContext = await browser.newContext({ viewport: { width: 540, height: 600 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await countHandles(page);
  const address = typeof way === 'string' ? site + pathOf(line.origin, way, market.key) : way(line.origin);

  const lastSight = (): Promise<Sight | undefined> => page.evaluate(() => window.watched.sights.at(-1));
  return {
    market,
    line,
    messages,
    page,
    errors,
    open: async () => void (await page.goto(address)),
    async home(withinMs = 15_000) {
      await until(lastSight, (sight) => isHome(sight, market.truth), withinMs);
    },
    watched: () =>
      page.evaluate(() => ({
        sights: window.watched.sights,
        calls: window.watched.calls,
        holdUps: window.watched.holdUps,
        orders: window.watched.orders(),
      })),
    async close() {
      await context.close();
      await line.close();
      await messages.close();
    },
  };
}
