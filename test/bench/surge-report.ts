import { verdict, type Verdict } from './bounds.js';
import { CONTENDERS } from './contenders.js';
import type { Measured } from './measure.js';
import { median, spreadOf } from './statistics.js';
import { SURGES, type SurgeRun } from './surge.js';

/** Ours costs at most this share of the cheapest rival's surge. */
const SHARE_SINGLE = 1 / 3;
const SHARE_BATCHED = 1 / 5;
const HELD_FRAMES = 59.5;
const REFERENCE = 'script';

/** Tells what a surge costs, each as a multiple of the hand-written script with single messages. */
export function reportSurges(runs: readonly SurgeRun[]): Measured {
  const of = (contender: string, isBatched: boolean, perSecond: number) =>
    runs.filter((run) => run.contender === contender && run.isBatched === isBatched && run.perSecond === perSecond);
  const rows = SURGES.flatMap((perSecond) => {
    const floor = of(REFERENCE, false, perSecond).map(({ cpuMs }) => cpuMs);
    return CONTENDERS.flatMap(({ id, name }) =>
      [false, true].flatMap((isBatched) => {
        const taken = of(id, isBatched, perSecond);
        if (taken.length === 0) return [];
        const ratios = spreadOf(
          taken.map(({ cpuMs }, i) => cpuMs / (floor[i] ?? median(floor.length > 0 ? floor : [cpuMs]))),
        );
        const middle = (key: 'damaged' | 'layouts' | 'scriptMs' | 'framesPerSecond') =>
          median(taken.map((run) => run[key]));
        return [
          [
            perSecond,
            isBatched ? `${name}, relay’s batches` : name,
            `${ratios.middle.toFixed(2)} (${ratios.low.toFixed(2)} to ${ratios.high.toFixed(2)})`,
            middle('framesPerSecond').toFixed(1),
            middle('damaged').toFixed(0),
            middle('layouts').toFixed(0),
            taken.every(({ caughtUp }) => caughtUp) ? 'yes' : 'no',
          ],
        ];
      }),
    );
  });
  const bars = CONTENDERS.flatMap(({ id, name }) =>
    [false, true].flatMap((isBatched) => {
      const taken = of(id, isBatched, 1_000).map(({ cpuMs }) => cpuMs);
      if (taken.length === 0) return [];
      return [{ label: isBatched ? `${name}, batches` : name, value: median(taken), isOurs: id === 'widgets' }];
    }),
  );
  return {
    id: 'P2',
    title: 'A surge of orders',
    lead:
      'Each page is drawn sixty times a second on demand, as OBS draws it, while orders come at random moments; told is what the page’s ' +
      'process and the drawing one spend of the processor, as a multiple of the script written by hand: median of the runs, lowest and highest. ' +
      'Runs are interleaved, A B C and C B A. Every page shows card, counter and the last four orders. Ours shows no more new orders than can be read, ' +
      'with the exact count of the others; the rivals write every order, as such overlays do. Ours moves its digits, which the others do not.',
    head: [
      'Orders a second',
      'Page',
      'Processor time, ratio',
      'Frames a second',
      'Damaged frames',
      'Layouts',
      'Caught up',
    ],
    rows,
    verdicts: judge(of),
    raw: runs,
    chart: { title: 'Processor time at 1,000 orders a second', bars },
  };
}

function judge(of: (contender: string, isBatched: boolean, perSecond: number) => SurgeRun[]): Verdict[] {
  return SURGES.flatMap((perSecond) => {
    const cost = (id: string, isBatched: boolean) => of(id, isBatched, perSecond).map(({ cpuMs }) => cpuMs);
    const rivals = CONTENDERS.filter(({ isOurs, id }) => !isOurs && id !== 'sales-popup').flatMap(({ id, name }) => {
      const taken = cost(id, false);
      return taken.length > 0 ? [{ name, middle: median(taken) }] : [];
    });
    const cheapest = rivals.sort((a, b) => a.middle - b.middle)[0];
    const at = `at ${perSecond.toLocaleString('en-US')} orders a second`;
    const costs = ([isBatched, share]: readonly [boolean, number]): Verdict[] => {
      const ours = cost('widgets', isBatched);
      if (ours.length === 0 || !cheapest) return [];
      const found = median(ours) / cheapest.middle;
      return [
        verdict(
          `Processor time ${at}, ${isBatched ? 'relay’s batches' : 'single messages'}, to the cheapest rival’s`,
          `at most ${share.toFixed(2)}`,
          `${found.toFixed(2)} (${cheapest.name})`,
          found <= share,
          'goal not reached',
        ),
      ];
    };
    const held = of('widgets', true, perSecond).map(({ framesPerSecond }) => framesPerSecond);
    const late = of('widgets', true, perSecond).some(({ caughtUp }) => !caughtUp);
    return [
      ...(
        [
          [false, SHARE_SINGLE],
          [true, SHARE_BATCHED],
        ] as const
      ).flatMap(costs),
      ...(held.length > 0
        ? [
            verdict(
              `Frames a second ${at}`,
              `at least ${HELD_FRAMES}`,
              Math.max(...held).toFixed(1),
              Math.max(...held) >= HELD_FRAMES,
              'goal not reached',
            ),
            verdict(`The last figure is shown ${at}`, 'within a second', late ? 'no' : 'yes', !late),
          ]
        : []),
    ];
  });
}
