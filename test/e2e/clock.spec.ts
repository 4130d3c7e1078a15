/*
 * Whether a countdown keeps to the server's clock, whatever the computer it is shown on believes: a day ahead or behind, an hour's
 * jump, summer time, a clock that stands. All pages count down to one moment, side by side.
 */
import { expect, type Browser, type Page } from '@playwright/test';
import { createTcpProxy } from '../../packages/testing/src/faults/index.js';
import { helpPlaywrightLook } from './old-engine.js';
import { OverlayPage } from './overlay-page.js';
import { test } from './stall.js';

const HOUR_MS = 3_600_000;
const FLASH_MS = 9_000;
/** How far off a countdown may be, besides half of the line's round trip. */
const ALLOWED_MS = 100;
/** Two processes read one clock in whole milliseconds. */
const GRAIN_MS = 2;
/** On this morning New York's clocks go from two to three. */
const SPRING_FORWARD = Date.parse('2026-03-08T07:00:00.000Z');

/** What counts down on the overlay, by where its reading is in the DOM. */
const COUNTDOWNS = ['stall-product-card stall-countdown .spoken'];

interface Case {
  name: string;
  /** How far ahead the page's clock is when it is opened. */
  aheadMs?: number;
  /** By how much it is turned half-way. */
  jumpMs?: number;
  /** It tells one moment for ever. */
  isFrozen?: boolean;
  /** It passes this moment half-way. */
  passes?: number;
  timezone?: string;
  /** The time zone it is carried to half-way. */
  movesTo?: string;
  /** How long the line takes, one way. */
  wayMs?: number;
}

const CASES: readonly Case[] = [
  { name: 'a clock that is right' },
  { name: 'a day ahead', aheadMs: 24 * HOUR_MS },
  { name: 'a day behind', aheadMs: -24 * HOUR_MS },
  { name: 'turned on by an hour', jumpMs: HOUR_MS },
  { name: 'turned back by an hour', jumpMs: -HOUR_MS },
  { name: 'summer time begins', passes: SPRING_FORWARD, timezone: 'America/New_York' },
  { name: 'carried into another zone', movesTo: 'America/New_York' },
  { name: 'a clock that stands', isFrozen: true },
  { name: 'a day ahead, at the end of a slow line', aheadMs: 24 * HOUR_MS, wayMs: 150 },
];

/**
 * One reading, and the real times of the look that found it and of the last but one before it.
 *
 * A page that knows something paints it in its next frame, and the look in the frame after that one finds it.
 */
interface Reading {
  text: string;
  after: number;
  at: number;
}

interface Patched {
  turnClock(ms: number): void;
  readings: Record<string, Reading[]>;
  /** How late a timer of the page itself has its frame, in ms, by the seconds that are left. */
  timers: number[];
}

/** Runs in the page before all else: puts a clock of the test's own in place of the page's. */
function patchDate({ aheadMs, isFrozen }: { aheadMs: number; isFrozen: boolean }): void {
  const RealDate = Date;
  const frozenAt = isFrozen ? RealDate.now() : null;
  let ahead = aheadMs;
  const now = () => frozenAt ?? RealDate.now() + ahead;
  const told = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, given: [number]) => (given.length > 0 ? new target(...given) : new target(now())),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
  Object.assign(window, { Date: told, turnClock: (ms: number) => (ahead += ms), readings: {} });
}

/** Runs in the page: a timer for each second, as a script by hand would have them. What holds these up is the machine. */
function startTimers(endsAt: number): void {
  const timers: number[] = ((window as unknown as Patched).timers = []);
  const realNow = () => performance.timeOrigin + performance.now();
  for (let seconds = 0; endsAt - seconds * 1_000 > realNow(); seconds++) {
    const due = endsAt - seconds * 1_000;
    setTimeout(() => requestAnimationFrame(() => (timers[seconds] = realNow() - due)), due - realNow());
  }
}

/** Runs in the page: reads the countdowns in every frame, and notes when they change, by the computer's real clock. */
function recordCountdowns(selectors: readonly string[]): void {
  const { readings } = window as unknown as Patched;
  const realNow = () => performance.timeOrigin + performance.now();
  const read = (selector: string) => {
    // Each element of the library has a tree of its own.
    let at: ParentNode | null | undefined = document;
    for (const step of selector.split(' ')) {
      const found: Element | null | undefined = at?.querySelector(step);
      at = found?.shadowRoot ?? found;
    }
    return at?.textContent ?? '';
  };
  let [after, before] = [realNow(), realNow()];
  const look = () => {
    const at = realNow();
    for (const selector of selectors) {
      const seen = (readings[selector] ??= []);
      const text = read(selector);
      if (text !== (seen.at(-1)?.text ?? '')) seen.push({ text, after, at });
    }
    [after, before] = [before, at];
    requestAnimationFrame(look);
  };
  look();
}

async function openPage(browser: Browser, link: string, { timezone, aheadMs = 0, isFrozen = false }: Case) {
  const context = await browser.newContext({ ...(timezone && { timezoneId: timezone }) });
  const page = await context.newPage();
  if (browser.version().startsWith('103.')) await helpPlaywrightLook(page);
  await page.addInitScript(patchDate, { aheadMs, isFrozen });
  const overlay = new OverlayPage(page);
  await overlay.open(link);
  await overlay.showsLeft(186);
  await page.evaluate(recordCountdowns, COUNTDOWNS);
  return overlay;
}

const turnClock = (page: Page, ms: number) => page.evaluate((by) => (window as unknown as Patched).turnClock(by), ms);
const readingsOf = (page: Page, countdown: string) =>
  page.evaluate((selector) => (window as unknown as Patched).readings[selector] ?? [], countdown);

/** What is left by a reading, in seconds; 0 for none. */
const secondsOf = (text: string): number => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** How late a reading came, in ms; below 0 for how early. What a busy machine takes for two frames is not held against it. */
function lateness({ text, after, at }: Reading, endsAt: number): number {
  const due = endsAt - secondsOf(text) * 1_000;
  return due < after ? after - due : due > at ? at - due : 0;
}

test('a countdown keeps to the clock of the server, ends once and never early', async ({ browser, stall }, info) => {
  const slow = await createTcpProxy(Number(new URL(stall.origin).port));
  try {
    const pages = [];
    for (const one of CASES) {
      if (one.wayMs) slow.add({ type: 'latency', ms: one.wayMs });
      const link = one.wayMs ? stall.overlay().replace(stall.origin, slow.origin) : stall.overlay();
      pages.push({ ...one, overlay: await openPage(browser, link, one) });
    }

    const endsAt = Date.now() + FLASH_MS;
    const halfWay = endsAt - FLASH_MS / 2;
    for (const { passes, overlay } of pages) if (passes) await turnClock(overlay.page, passes - halfWay);
    for (const { overlay } of pages) await overlay.page.evaluate(startTimers, endsAt);
    const price = { minor: 2_990, currency: 'CNY', exponent: 2 };
    const flash = { type: 'start-flash', productId: 'peach', price, endsAt: new Date(endsAt).toISOString() };
    expect((await stall.command(flash)).status).toBe(200);

    await expect.poll(() => Date.now()).toBeGreaterThan(halfWay);
    for (const { overlay, jumpMs, movesTo } of pages) {
      if (jumpMs) await turnClock(overlay.page, jumpMs);
      if (!movesTo) continue;
      const session = await overlay.page.context().newCDPSession(overlay.page);
      await session.send('Emulation.setTimezoneOverride', { timezoneId: movesTo });
    }
    await expect.poll(() => Date.now()).toBeGreaterThan(endsAt + 500);

    // A clock that is turned back once it is over, and news that repaints the card, start nothing anew.
    for (const { overlay } of pages) await turnClock(overlay.page, -HOUR_MS);
    expect((await stall.command({ type: 'set-stock', productId: 'peach', onHand: 42 })).status).toBe(200);
    for (const { overlay } of pages) await overlay.showsLeft(42);

    const found: string[] = [];
    for (const { name, overlay, wayMs = 0 } of pages) {
      for (const countdown of COUNTDOWNS) {
        const [first, ...rest] = await readingsOf(overlay.page, countdown);
        const timers = await overlay.page.evaluate(() => (window as unknown as Patched).timers);
        const late = rest.map((reading) => {
          const ms = lateness(reading, endsAt);
          return ms > 0 ? Math.max(0, ms - (timers[secondsOf(reading.text)] ?? 0)) : ms;
        });
        found.push(`${name}: ${Math.round(Math.min(...late))} to ${Math.round(Math.max(...late))} ms late`);

        const seconds = [first, ...rest].map((reading) => secondsOf(reading?.text ?? ''));
        const whole = Array.from({ length: (seconds[0] ?? 0) + 1 }, (_, index) => (seconds[0] ?? 0) - index);
        expect(seconds, `${name}: every second once, and the end once`).toEqual(whole);
        expect(seconds.length, name).toBeGreaterThan(5);
        expect(Math.max(...late), name).toBeLessThanOrEqual(ALLOWED_MS + wayMs);
        expect(Math.min(...late), `${name}: never early`).toBeGreaterThanOrEqual(-GRAIN_MS);
      }
      expect(overlay.errors).toEqual([]);
      await overlay.page.context().close();
    }
    for (const description of found) info.annotations.push({ type: 'countdown', description });
  } finally {
    await slow.close();
  }
});
