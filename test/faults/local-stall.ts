import type { Position } from '@stallcast/protocol';
import type { BrowserContext, Page } from 'playwright';
import { LINE_BOUNDS, pause, until } from './durations.js';
import { countHandles } from './handles.js';
import { openMarket, readPosition, type SendCommand } from './market.js';
import type { Sight } from './page/watch.js';
import type { Site } from './site.js';
import type { Truth } from './truth.js';
import { isHome, judge, type Verdict } from './verdict.js';

/** A stall in a browser's own storage: pages of one browser, and nothing else. */
export interface LocalStall {
  readonly context: BrowserContext;
  /** Opens an overlay; it may come before any deck. */
  openOverlay(): Promise<Page>;
  /** Opens a deck; what it sells is written down in `truth`. */
  openDeck(): Promise<LocalDeck>;
  readonly truth: Truth;
  close(): Promise<void>;
}

export interface LocalDeck {
  readonly page: Page;
  sell(): Promise<void>;
  send: SendCommand;
}

type Outcome = { ok: true; position: Position } | { ok: false; refusal: { code: string } };

export async function openLocalStall(site: Site): Promise<LocalStall> {
  const context = await site.browser.newContext({ viewport: { width: 540, height: 600 } });
  let commands = 0;
  let overlay: Page | null = null;
  let market: Awaited<ReturnType<typeof openMarket>> | null = null;

  const open = async (query: string): Promise<Page> => {
    const page = await context.newPage();
    await countHandles(page);
    await page.goto(`${site.origin}/${query}`);
    return page;
  };
  const sender =
    (page: Page): SendCommand =>
    async (command) => {
      const id = `deck-${++commands}`;
      const outcome = (await page.evaluate((one) => window.deckCommand(one), { id, ...command })) as Outcome;
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      return readPosition(outcome.position);
    };

  /** Commands go by the deck that was opened last. */
  let send: SendCommand = () => Promise.reject(new Error('No deck is open.'));
  return {
    context,
    async openOverlay() {
      overlay = await open('?src=local:orchard');
      return overlay;
    },
    async openDeck() {
      const page = await open('');
      // A page behind another one has no frames to look at.
      await overlay?.bringToFront();
      await page.evaluate(() => window.openDeck('orchard'));
      const own = sender(page);
      send = own;
      market ??= await openMarket((command) => send(command));
      return { page, send: own, sell: market.sell };
    },
    get truth() {
      if (!market) throw new Error('No deck was opened yet.');
      return market.truth;
    },
    close: () => context.close(),
  };
}

const lastSight = (page: Page): Promise<Sight | undefined> => page.evaluate(() => window.watched.sights.at(-1));

/** Waits until an overlay shows the truth without a mark. */
export async function home(overlay: Page, truth: Truth, withinMs = 15_000): Promise<void> {
  await until(
    () => lastSight(overlay),
    (sight) => isHome(sight, truth),
    withinMs,
  );
}

/** Judges what an overlay has shown, up to a frame or two after it was home. */
export async function verdictOf(
  overlay: Page,
  truth: Truth,
  fault: { began: number; ended: number },
): Promise<Verdict> {
  await pause(100);
  const { sights, holdUps } = await overlay.evaluate(() => ({
    sights: window.watched.sights,
    holdUps: window.watched.holdUps,
  }));
  return judge(sights, truth, fault, LINE_BOUNDS, holdUps);
}
