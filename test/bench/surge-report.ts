import { verdict, type Verdict } from './bounds.js';
import { CONTENDERS } from './contenders.js';
import { duelsOf } from './duels.js';
import type { Measured, Rounds } from './measure.js';
import { median, spreadOf } from './statistics.js';
import { SURGES, type SurgeRun } from './surge.js';
import { nameOfWay, WAYS } from './ways.js';

/** Ours costs at most this share of the cheapest rival's surge. */
const SHARE_SINGLE = 1 / 3;
const SHARE_BATCHED = 1 / 5;
const HELD_FRAMES = 59.5;
const REFERENCE = 'script';

/** What no change may make worse unnoticed: all pairs of runs above it are a missed bound. */
const CEILING_BATCHED = 2.5;
const OURS = nameOfWay('widgets', true);

/** Tells what a surge costs, each as a multiple of the hand-written script with single messages. */
export function reportSurges(runs: readonly SurgeRun[], rounds: Rounds): Measured {
  const of: Find = (contender, isBatched, perSecond) =>
    runs.filter((run) => run.contender === contender && run.isBatched === isBatched && run.perSecond === perSecond);
  const surges = SURGES.filter((perSecond) => runs.some((run) => run.perSecond === perSecond));
  const taken = (perSecond: number) =>
    WAYS.map(({ contender, isBatched, name }) => ({ name, runs: of(contender.id, isBatched, perSecond) })).filter(
      (way) => way.runs.length > 0,
    );
  const cpu = (perSecond: number) =>
    Object.fromEntries(taken(perSecond).map((way) => [way.name, way.runs.map(({ cpuMs }) => cpuMs)]));
  const most = surges.at(-1);
  return {
    id: 'P2',
    title: 'A surge of orders',
    lead:
      'Each page is drawn sixty times a second on demand, as OBS draws it, while orders come at random moments; told is what the page’s ' +
      'process and the drawing one spend of the processor, as a multiple of the script written by hand: median of the runs, lowest and highest. ' +
      'Every page shows card, counter and the last four orders. Ours shows no more new orders than can be read, ' +
      'with the exact count of the others; the rivals write every order, as such overlays do. Ours moves its digits, which the others do not. ' +
      'The last columns split the time of the page’s own tasks for an order, in shares of what the script written by hand takes in all; the rest is reading what came, painting and putting layers together.',
    head: [
      'Orders a second',
      'Page',
      'Processor time, ratio',
      'Frames a second',
      'Damaged frames',
      'Layouts',
      'Caught up',
      'Script',
      'Style',
      'Layout',
      'The rest',
    ],
    rows: surges.flatMap((perSecond) => {
      const floor = of(REFERENCE, false, perSecond);
      const whole = median(floor.map((run) => run.scriptMs + run.styleMs + run.layoutMs + run.otherMs));
      return taken(perSecond).map(({ name, runs: all }) => {
        const ratios = spreadOf(all.map(({ cpuMs }, i) => cpuMs / (floor[i]?.cpuMs ?? NaN)));
        const middle = (key: Exclude<keyof SurgeRun, 'contender' | 'isBatched' | 'caughtUp'>) =>
          median(all.map((run) => run[key]));
        const share = (key: 'scriptMs' | 'styleMs' | 'layoutMs' | 'otherMs') => (middle(key) / whole).toFixed(2);
        return [
          perSecond.toLocaleString('en-US'),
          name,
          `${ratios.middle.toFixed(2)} (${ratios.low.toFixed(2)} to ${ratios.high.toFixed(2)})`,
          middle('framesPerSecond').toFixed(1),
          middle('damaged').toFixed(0),
          middle('layouts').toFixed(0),
          all.every(({ caughtUp }) => caughtUp) ? 'yes' : 'no',
          share('scriptMs'),
          share('styleMs'),
          share('layoutMs'),
          share('otherMs'),
        ];
      });
    }),
    verdicts: surges.flatMap((perSecond) => judge(of, perSecond)),
    raw: runs,
    rounds,
    duels: surges.flatMap((perSecond) =>
      duelsOf(`Processor time at ${perSecond.toLocaleString('en-US')} orders a second`, cpu(perSecond), OURS),
    ),
    ...(most && {
      chart: {
        title: `Processor time at ${most.toLocaleString('en-US')} orders a second`,
        bars: taken(most).map(({ name, runs: all }) => {
          const { low, middle, high } = spreadOf(all.map(({ cpuMs }) => cpuMs));
          return {
            label: name,
            value: middle,
            spread: [low, high] as const,
            isOurs: name.startsWith(nameOfWay('widgets', false)),
          };
        }),
      },
    }),
  };
}

type Find = (contender: string, isBatched: boolean, perSecond: number) => SurgeRun[];

function judge(of: Find, perSecond: number): Verdict[] {
  const cost = (id: string, isBatched: boolean) => of(id, isBatched, perSecond).map(({ cpuMs }) => cpuMs);
  const rivals = CONTENDERS.filter(({ isOurs, id }) => !isOurs && id !== 'sales-popup').flatMap(({ id, name }) => {
    const taken = cost(id, false);
    return taken.length > 0 ? [{ name, taken, middle: median(taken) }] : [];
  });
  const cheapest = rivals.sort((a, b) => a.middle - b.middle)[0];
  const at = `at ${perSecond.toLocaleString('en-US')} orders a second`;
  const share = (isBatched: boolean, goal: number): Verdict[] => {
    const ours = cost('widgets', isBatched);
    if (ours.length === 0 || !cheapest) return [];
    const what = `Processor time ${at}, ${isBatched ? 'relay’s batches' : 'single messages'}, to the cheapest rival’s`;
    const found = median(ours) / cheapest.middle;
    const best = Math.min(...ours.map((one, i) => one / (cheapest.taken[i] ?? cheapest.middle)));
    return [
      ...(isBatched && perSecond === SURGES.at(-1)
        ? [
            verdict(
              what,
              `not all rounds above ${CEILING_BATCHED.toFixed(2)} today`,
              `${best.toFixed(2)} at best (${cheapest.name})`,
              best <= CEILING_BATCHED,
            ),
          ]
        : []),
      verdict(
        what,
        `at most ${goal.toFixed(2)} in the end`,
        `${found.toFixed(2)} (${cheapest.name})`,
        found <= goal,
        'goal not reached',
      ),
    ];
  };
  const batched = of('widgets', true, perSecond);
  if (batched.length === 0) return [];
  const held = Math.max(...batched.map(({ framesPerSecond }) => framesPerSecond));
  const isLate = batched.some(({ caughtUp }) => !caughtUp);
  return [
    ...share(false, SHARE_SINGLE),
    ...share(true, SHARE_BATCHED),
    verdict(
      `Frames a second ${at}`,
      `at least ${HELD_FRAMES} in the end`,
      held.toFixed(1),
      held >= HELD_FRAMES,
      'goal not reached',
    ),
    verdict(`The last figure is shown ${at}`, 'within a second', isLate ? 'no' : 'yes', !isLate),
  ];
}
