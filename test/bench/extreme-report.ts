import { verdict, type Verdict } from './bounds.js';
import { duelsOf } from './duels.js';
import { EXTREMES, type ExtremeRun } from './extreme.js';
import type { Measured, Rounds } from './measure.js';
import { median, spreadOf } from './statistics.js';
import { nameOfWay, WAYS } from './ways.js';

const OURS = nameOfWay('widgets', true);
const MEDIAN_GOAL_MS = 33;
const LATE_GOAL_MS = 100;
const TIMES_GOAL = 50;

/** Tells how each page came through a flood, delays in ratio to ours with the relay's batches. */
export function reportExtremes(runs: readonly ExtremeRun[], rounds: Rounds, version: string): Measured {
  const of = (name: string, kind: ExtremeRun['kind']) =>
    runs.filter((run) => run.kind === kind && nameOfWay(run.contender, run.isBatched) === name);
  const names = WAYS.map(({ name }) => name).filter((name) =>
    runs.some((run) => nameOfWay(run.contender, run.isBatched) === name),
  );
  const delays = (kind: ExtremeRun['kind'], key: 'p50' | 'p99') =>
    Object.fromEntries(names.map((name) => [name, of(name, kind).map((run) => run[key])]));
  const titles = { stock: '10,000 stocks a second', orders: '5,000 orders a second' };
  return {
    id: 'P3',
    title: 'A flood',
    lead:
      `Chromium ${version}, its own 60 frames a second. Changes come at random moments, far more than a shop sells. The probe reads the document after each frame: ` +
      'when it first showed each change or a later one, whether the last number was there in the end, and how often no frame began for more than a tenth of a second. ' +
      'A page that shows a part of what was sent says so; its delays are those of that part alone, which flatters it.',
    head: [
      'Flood',
      'Page',
      'Median delay, ratio to ours',
      'Slowest hundredth, ratio to ours',
      'Frozen for over 0.1 s',
      'Shown of what was sent',
      'Last number',
    ],
    rows: EXTREMES.flatMap(({ kind }) =>
      names.map((name) => {
        const taken = of(name, kind);
        const ours = of(OURS, kind);
        const ratio = (key: 'p50' | 'p99') =>
          ours.length > 0
            ? spreadText(taken.map((run, i) => run[key] / (ours[i]?.[key] ?? median(ours.map((one) => one[key])))))
            : '–';
        return [
          titles[kind],
          name,
          ratio('p50'),
          ratio('p99'),
          `${Math.max(...taken.map(({ frozen }) => frozen))} times`,
          `${(median(taken.map(({ seenShare }) => seenShare)) * 100).toFixed(0)} %`,
          taken.every(({ isRight }) => isRight) ? 'right' : 'not there in time',
        ];
      }),
    ),
    verdicts: EXTREMES.flatMap(({ kind }) => judge(titles[kind], of(OURS, kind), (name) => of(name, kind))),
    raw: runs,
    rounds,
    duels: EXTREMES.flatMap(({ kind }) => duelsOf(`Median delay, ${titles[kind]}`, delays(kind, 'p50'), OURS)),
    chart: {
      title: 'Median delay at 10,000 stocks a second',
      bars: names.map((name) => {
        const { low, middle, high } = spreadOf(of(name, 'stock').map(({ p50 }) => p50));
        return { label: name, value: middle, spread: [low, high] as const, isOurs: name === OURS };
      }),
    },
  };
}

function judge(title: string, ours: readonly ExtremeRun[], of: (name: string) => ExtremeRun[]): Verdict[] {
  if (ours.length === 0) return [];
  const p50 = median(ours.map((run) => run.p50));
  const p99 = median(ours.map((run) => run.p99));
  const frozen = Math.min(...ours.map((run) => run.frozen));
  const times = ['React 19', 'Vue 3.5'].flatMap((name) => {
    const theirs = of(name);
    if (theirs.length === 0) return [];
    const found = median(theirs.map((run) => run.p50)) / p50;
    return [
      verdict(
        `${title}: median delay, ${name} to ours`,
        `at least ${TIMES_GOAL} times in the end`,
        `${found.toFixed(1)} times`,
        found >= TIMES_GOAL,
        'goal not reached',
      ),
    ];
  });
  return [
    verdict(
      `${title}: the last number`,
      'right',
      ours.every(({ isRight }) => isRight) ? 'right' : 'not there',
      ours.every(({ isRight }) => isRight),
    ),
    verdict(
      `${title}: median delay`,
      `at most ${MEDIAN_GOAL_MS} in the end, in thousandths of a second`,
      p50.toFixed(0),
      p50 <= MEDIAN_GOAL_MS,
      'goal not reached',
    ),
    verdict(
      `${title}: slowest hundredth`,
      `at most ${LATE_GOAL_MS} in the end, in thousandths of a second`,
      p99.toFixed(0),
      p99 <= LATE_GOAL_MS,
      'goal not reached',
    ),
    verdict(
      `${title}: frozen for over 0.1 s`,
      'never in the end',
      `${frozen} times at best`,
      frozen === 0,
      'goal not reached',
    ),
    ...times,
  ];
}

function spreadText(values: readonly number[]): string {
  const there = values.filter(Number.isFinite);
  if (there.length === 0) return 'none was shown';
  const { low, middle, high } = spreadOf(there);
  return `${middle.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`;
}
