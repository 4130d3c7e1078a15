import { FRAME_MS, judgeDelays } from './bounds.js';
import { CONTENDERS } from './contenders.js';
import type { LatencyRuns } from './latency.js';
import { duelsOf } from './duels.js';
import type { Measured, Rounds } from './measure.js';
import { comparePairs, median, spreadOf, type Spread } from './statistics.js';

/** Tells the delays at each load, each contender in ratio to the script of the same round. */
export function reportLatency(taken: readonly LatencyRuns[], browser: string, rounds: Rounds): Measured {
  const compared = taken.flatMap(({ load, runs }) =>
    CONTENDERS.flatMap(({ id, name }) => {
      const ours = runs[id];
      const theirs = runs['script'];
      if (!ours || !theirs) return [];
      return [
        {
          load,
          id,
          name,
          rounds: ours.length,
          middle: comparePairs(ours, theirs, 0.5),
          late: comparePairs(ours, theirs, 0.95),
        },
      ];
    }),
  );
  const first = taken[0];
  return {
    id: 'P4',
    title: 'From a change on the wire to the frame that shows it',
    lead:
      `Chromium ${browser}, its own 60 frames a second. Every change sells one box. Changes come at random moments (a Poisson process), since even ` +
      'steps would fall in with the frames. The same probe in every page looks at the document after every frame and reads the stock from card and ' +
      'counter, through their shadow roots. Runs alternate, A B C and C B A, all of a round under the same arrivals; told are the median of the rounds ' +
      'and, in brackets, the lowest and the highest, in ratio to the script written by hand.',
    head: [
      'Changes a second',
      'Page',
      'Rounds',
      'Median delay, ratio',
      'Slowest twentieth, ratio',
      'Slowest twentieth, frames later',
    ],
    rows: compared.map(({ load, name, rounds, middle, late }) => [
      load.perSecond,
      name,
      `${rounds} × ${load.changes} changes`,
      spread(middle.ratio),
      spread(late.ratio),
      spread(late.difference, FRAME_MS),
    ]),
    verdicts: compared
      .filter(({ id }) => id === 'widgets')
      .flatMap(({ load, middle, late }) => judgeDelays(load.perSecond, middle, late)),
    raw: taken,
    rounds,
    duels: taken.flatMap(({ load, runs }) =>
      duelsOf(
        `Median delay at ${load.perSecond} changes a second`,
        Object.fromEntries(
          CONTENDERS.flatMap(({ id, name }) => (runs[id] ? [[name, runs[id].map((run) => median(run))]] : [])),
        ),
        'Stallcast',
      ),
    ),
    ...(first && {
      chart: {
        title: `Median delay at ${first.load.perSecond} changes a second`,
        bars: CONTENDERS.flatMap(({ id, name }) => {
          const all = first.runs[id];
          if (!all) return [];
          const { low, middle, high } = spreadOf(all.map((run) => median(run)));
          return [{ label: name, value: middle, spread: [low, high] as const, isOurs: id === 'widgets' }];
        }),
      },
    }),
  };
}

const spread = ({ low, middle, high }: Spread, unit = 1) =>
  `${(middle / unit).toFixed(2)} (${(low / unit).toFixed(2)} to ${(high / unit).toFixed(2)})`;
