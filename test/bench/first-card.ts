import { chromium } from '@playwright/test';
import { browserLaunch } from '@stallcast/tooling/browser';
import { verdict } from './bounds.js';
import { interleaved, type Contender } from './contenders.js';
import type { Feed } from './feed.js';
import type { Measured } from './measure.js';
import { probeScript } from './probe.js';
import { comparePairs, median } from './statistics.js';

const WITHIN_MS = 15_000;
const TO_FLOOR = 1.25;
const TO_REACT = 0.5;

/** How long after its navigation each page has painted card and counter with their figures: a new context each time, nothing cached. */
export async function measureFirstCard(
  feed: Feed,
  contenders: readonly Contender[],
  rounds: number,
  tell: (words: string) => void,
): Promise<Measured> {
  const browser = await chromium.launch(browserLaunch());
  const taken: Record<string, number[]> = {};
  try {
    // The first navigation of a browser is a warm-up for all.
    for (const [i, contender] of interleaved(contenders, rounds + 1).entries()) {
      feed.open(contender.wire);
      const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
      const page = await context.newPage();
      await page.addInitScript({ content: probeScript(contender.places) });
      await page.goto(feed.urlOf(contender));
      const seen = await page.waitForFunction(
        (figure) => window.stallProbe?.sightings.find((one) => one.figure === figure)?.at,
        feed.figure,
        { polling: 20, timeout: WITHIN_MS },
      );
      const at = (await seen.jsonValue()) ?? NaN;
      await context.close();
      if (i >= contenders.length) (taken[contender.id] ??= []).push(at);
      else tell(`${contender.name}: first card seen`);
    }
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
    chart: {
      title: 'Time to the first card',
      bars: contenders.flatMap(({ id, name }) =>
        taken[id] ? [{ label: name, value: median(taken[id]), isOurs: id === 'widgets' }] : [],
      ),
    },
  };
}
