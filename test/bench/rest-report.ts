import { THEMES } from '@stallcast/themes';
import { verdict } from './bounds.js';
import type { FrameBrowser } from './frame-browsers.js';
import type { Measured } from './measure.js';
import { countAtRest, type RestCount } from './rest.js';

/** How long everything is watched, in frames; how many browsers do so side by side, since they wait most of the time. */
export interface RestExtent {
  frames: number;
  countdownFrames: number;
  sideBySide: number;
  /** All of them without it. */
  themes?: readonly string[];
}

/** Counts at rest in all themes, in each of the browsers. */
export async function measureRest(
  browsers: readonly FrameBrowser[],
  { sideBySide, themes: all = Object.keys(THEMES), ...plan }: RestExtent,
  tell: (words: string) => void,
): Promise<Measured> {
  const parts = Array.from({ length: sideBySide }, (_, i) => all.filter((_, k) => k % sideBySide === i));
  const counts: RestCount[] = [];
  for (const browser of browsers) {
    const found = await Promise.all(parts.map((themes) => countAtRest(browser, { ...plan, themes })));
    counts.push(...found.flat());
    tell(`${browser.name}: ${found.flat().reduce((sum, { damaged }) => sum + damaged, 0)} painted at rest`);
  }
  return reportRest(counts);
}

/** Tells what was painted at rest. */
export function reportRest(counts: readonly RestCount[]): Measured {
  const total = (key: 'damaged' | 'states') => counts.reduce((sum, one) => sum + one[key], 0);
  const guilty = [...new Set(counts.flatMap((one) => one.guilty))];
  const blind = counts.filter(({ onChange }) => onChange === 0);
  const swaps = counts.filter(({ ticks, painted }) => painted > ticks || ticks === 0);
  return {
    id: 'P1',
    title: 'All widgets at rest',
    lead:
      `Every widget in every state and look of the gallery, in every theme: ${total('states').toLocaleString('en-US')} in all, as many side by side as a window ` +
      `holds. After a second of settling, ${counts[0]?.frames ?? 0} frames are drawn, sixty a second, while nothing changes; where one is painted, each is ` +
      'looked at alone. Then the stock changes, which shows that the count sees something. Last, a countdown runs: it is painted once for each change of its text.',
    head: [
      'Browser',
      'Theme',
      'States',
      'Damaged at rest',
      'Damaged of 60 after a change',
      'Countdown: changes',
      'Countdown: damaged',
    ],
    rows: counts.map((one) => [
      `Chromium ${one.version}`,
      one.theme,
      one.states,
      one.damaged,
      one.onChange,
      one.ticks,
      one.painted,
    ]),
    verdicts: [
      verdict(
        'Damaged frames at rest, all widgets, states, looks and themes',
        '0',
        guilty.length > 0 ? `${total('damaged')}: ${guilty.join(', ')}` : String(total('damaged')),
        total('damaged') === 0,
      ),
      verdict(
        'Damaged frames after a change, in every theme',
        'more than 0',
        blind.length === 0 ? 'yes' : 'none',
        blind.length === 0,
      ),
      verdict(
        'Damaged frames of a countdown',
        'one for each change of its text',
        swaps.length === 0
          ? 'yes'
          : swaps.map(({ theme, ticks, painted }) => `${painted} for ${ticks} in ${theme}`).join(', '),
        swaps.length === 0,
      ),
    ],
    raw: counts,
  };
}
