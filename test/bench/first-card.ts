import { chromium, type Browser } from '@playwright/test';
import { browserLaunch } from '@stallcast/tooling/browser';
import { verdict } from './bounds.js';
import type { Contender } from './contenders.js';
import type { Feed } from './feed.js';
import { duelsOf } from './duels.js';
import type { Measured, Rounds } from './measure.js';
import { probeScript } from './probe.js';
import { inRounds, type Plan } from './rounds.js';
import { comparePairs, spreadOf } from './statistics.js';

const WITHIN_MS = 15_000;
const TO_FLOOR = 1.25;
const TO_REACT = 0.5;

/** How long after its navigation each page has painted card and counter with their figures: a new context each time, nothing cached. */
export async function measureFirstCard(
  feed: Feed,
  contenders: readonly Contender[],
  plan: Plan,
  tell: (words: string) => void,
): Promise<Measured> {
  const browser = await chromium.launch(browserLaunch());
  const taken: Record<string, number[]> = {};
  let rounds: Rounds;
  try {
    // The first navigation of a browser is a warm-up for all.
    for (const contender of contenders) await firstCard(browser, feed, contender);
    rounds = await inRounds(contenders, plan, async (contender) => {
      (taken[contender.id] ??= []).push(await firstCard(browser, feed, contender));
    });
    tell(`${rounds.done} rounds`);
  } finally {
    await browser.close();
  }
  const compared = (id: string, other: string) =>
    comparePairs(
      (taken[id] ?? []).map((one) => [one]),
      (taken[other] ?? []).map((one) => [one]),
      0.5,
    ).ratio;
  const judged = (other: string, name: string, bound: number) => {
    if (!taken['widgets'] || !taken[other]) return [];
    const { middle } = compared('widgets', other);
    return [
      verdict(
        `First card, to ${name}`,
        `at most ${bound.toFixed(2)}`,
        middle.toFixed(2),
        middle <= bound,
        'goal not reached',
      ),
    ];
  };
  return {
    id: 'P7',
    title: 'To the first card',
    lead:
      'From the beginning of a navigation to the first frame with the figures of card and counter, in a new browser context each time, so that nothing is ' +
      'cached, over loopback. Told in ratio to the script written by hand: median of the rounds, lowest and highest.',
    head: ['Page', 'Rounds', 'Time, ratio'],
    rows: contenders.flatMap(({ id, name }) => {
      if (!taken[id] || !taken['script']) return [];
      const { low, middle, high } = compared(id, 'script');
      return [[name, taken[id].length, `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`]];
    }),
    verdicts: [...judged('script', 'the script’s', TO_FLOOR), ...judged('react', 'React’s', TO_REACT)],
    raw: taken,
    rounds,
    duels: duelsOf(
      'Time to the first card',
      Object.fromEntries(contenders.map(({ id, name }) => [name, taken[id] ?? []])),
      'Stallcast',
    ),
    chart: {
      title: 'Time to the first card',
      bars: contenders.flatMap(({ id, name }) => {
        if (!taken[id]) return [];
        const { low, middle, high } = spreadOf(taken[id]);
        return [{ label: name, value: middle, spread: [low, high] as const, isOurs: id === 'widgets' }];
      }),
    },
  };
}

async function firstCard(browser: Browser, feed: Feed, contender: Contender): Promise<number> {
  feed.open(contender.wire);
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ content: probeScript(contender.places) });
    await page.goto(feed.urlOf(contender));
    const seen = await page.waitForFunction(
      (figure) => window.stallProbe?.sightings.find((one) => one.figure === figure)?.at,
      feed.figure,
      { polling: 20, timeout: WITHIN_MS },
    );
    return (await seen.jsonValue()) ?? NaN;
  } finally {
    await context.close();
  }
}
