import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { browserLaunch } from '../../packages/tooling/bootstrap/browser.mjs';
import { buildPageAt } from '../bench/build-page.js';
import { startFrameServer } from '../bench/frame-server.js';
import { countHandles } from '../faults/handles.js';
import { openCensus } from './census.js';
import type { Checkpoint } from './checkpoint.js';
import { judgeMemory, type Finding } from './judge.js';
import './pages/hours/hours.js';

/** How long an evening is. */
export const HOURS = 8;
const HOUR_MS = 3_600_000;

/** What hours on a clock by hand left in a page. */
export interface HoursPlayed {
  engine: string;
  version: string;
  checkpoints: readonly Checkpoint[];
  findings: readonly Finding[];
  heartbeats: number;
  /** Of this machine's clock, for the hours alone. */
  ms: number;
}

/** Lets hours pass in a page by a clock that is wound by hand: timers, countdowns, ages, signs of life. */
export async function playHours(engine: string, checkpoints: number, hours = HOURS): Promise<HoursPlayed> {
  const server = await startFrameServer({ hours: await buildPageAt(join(import.meta.dirname, 'pages/hours')) });
  const browser = await chromium.launch(browserLaunch(engine));
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    await page.clock.install();
    await countHandles(page);
    await page.goto(`${server.origin}/hours/`);
    const census = await openCensus(page);
    const taken: Checkpoint[] = [];
    let ms = 0;
    for (let i = 0; i < checkpoints; i += 1) {
      const beganAt = performance.now();
      await page.clock.runFor((hours * HOUR_MS) / checkpoints);
      ms += performance.now() - beganAt;
      const { heartbeats } = await page.evaluate(() => window.hours());
      taken.push(await census.take(heartbeats));
    }
    const found = await endOf(page);
    return {
      engine: engine || 'current',
      version: browser.version(),
      checkpoints: taken,
      findings: [...judgeMemory(taken), ...found, silence(errors)],
      heartbeats: taken.at(-1)?.events ?? 0,
      ms,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

const silence = (errors: readonly string[]): Finding => ({
  what: 'Uncaught errors, and errors written to the console',
  bound: '0',
  found: errors.length === 0 ? '0' : `${errors.length}: ${errors[0]}`,
  isMet: errors.length === 0,
});

/** What the page shows at the end, beside what it has to show. */
async function endOf(page: Page): Promise<Finding[]> {
  const shown = await page.evaluate(() => {
    const spoken = (tag: string): string =>
      document.querySelector(tag)?.shadowRoot?.querySelector('.spoken')?.textContent?.trim() ?? '';
    return {
      ...window.hours(),
      now: Date.now(),
      counter: spoken('stall-stock-counter'),
      countdown: spoken('stall-countdown'),
    };
  });
  const toGo = Math.round((shown.endsAt - shown.now) / 1_000);
  const told = shown.countdown.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return [
    same('The number left at the end', String(shown.left), shown.counter),
    {
      what: 'The countdown at the end, seconds',
      bound: `${toGo}, or one off`,
      found: `${told} (${shown.countdown})`,
      isMet: shown.countdown !== '' && Math.abs(told - toGo) <= 1,
    },
    same('How often the page was marked as old', '0', String(shown.stale)),
  ];
}

const same = (what: string, bound: string, found: string): Finding => ({ what, bound, found, isMet: found === bound });
