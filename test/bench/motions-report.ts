import { verdict, type Verdict } from './bounds.js';
import { duelsOf } from './duels.js';
import type { Measured, Rounds } from './measure.js';
import { OUR_COUNTER, TRANSFORM, type MotionRun } from './motions.js';
import { median, spreadOf } from './statistics.js';

/** Of a frame in 1080p by software, ms of the processor. */
const FRAME_GOAL = 2.5;
/** What none may cost, as a multiple of the plain motion: a blur or a moving shadow is above it. */
const FRAME_CEILING = 12;
const LAYOUTS_GOAL = 2;
/** No motion is laid out anew in every frame: what animates `left` has more than thirty. */
const LAYOUTS_CEILING = 6;
const COUNTER_GOAL = 2;
const PLAIN = 'plain text';

/** Tells what each named motion costs a frame, in ratio to the plainest one, and what a counter costs. */
export function reportMotions(runs: readonly MotionRun[], rounds: Rounds): Measured {
  const names = [...new Set(runs.map(({ name }) => name))];
  const of = (name: string) => runs.filter((run) => run.name === name);
  const cost = (name: string) => of(name).map(({ cpuMs }) => cpuMs);
  const plain = cost(TRANSFORM).length > 0 ? median(cost(TRANSFORM)) : NaN;
  const text = cost(PLAIN).length > 0 ? median(cost(PLAIN)) : NaN;
  const isCounter = (name: string) => of(name)[0]?.kind === 'counter';
  const ours = names.filter((name) => of(name)[0]?.isOurs && !isCounter(name));
  const middleOf = (name: string, key: 'damaged' | 'layouts') => median(of(name).map((run) => run[key]));
  const countersCost = Object.fromEntries(names.filter(isCounter).map((name) => [name, cost(name)]));
  const motionsCost = Object.fromEntries(
    names.filter((name) => !isCounter(name) && !ours.includes(name)).map((name) => [name, cost(name)]),
  );
  // What comes in most often, and is as large as what the techniques move.
  const entrance = { ...motionsCost, Stallcast: cost('something is announced') };
  return {
    id: 'P5',
    title: 'What moves',
    lead:
      'Every named motion of the library, and ways in which others move things, in 1920 × 1080 drawn by software, sixty frames a second on demand. Told is the processor’s time of a frame, ' +
      'from the change to the end of the motion, layout and script of the change among it: for motions in ratio to a board that comes in by transform and opacity alone, for counters – a number ' +
      'that falls five times a second – in ratio to plain text. A card is larger than that board and holds a picture and a second number. Layouts are of one motion, or of a counter’s whole run.',
    head: ['What', 'Whose', 'Processor time of a frame, ratio', 'Frames painted', 'Layouts'],
    rows: names.map((name) => {
      const { low, middle, high } = spreadOf(cost(name).map((one) => one / (isCounter(name) ? text : plain)));
      return [
        isCounter(name) ? `counter: ${name}` : name,
        of(name)[0]?.isOurs ? 'Stallcast' : 'others',
        Number.isFinite(middle) ? `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})` : '–',
        middleOf(name, 'damaged').toFixed(0),
        middleOf(name, 'layouts').toFixed(1),
      ];
    }),
    verdicts: judge(ours, of, plain, cost(OUR_COUNTER).length > 0 ? median(cost(OUR_COUNTER)) / text : NaN),
    raw: runs,
    rounds,
    duels: [
      ...duelsOf('A counter, five changes a second', rename(countersCost), 'Stallcast'),
      ...duelsOf('A frame of a board coming in', entrance, 'Stallcast'),
    ],
    chart: {
      title: 'Processor time of a counter, five changes a second',
      bars: names
        .filter(isCounter)
        .map((name) => {
          const { low, middle, high } = spreadOf(cost(name));
          const isOurs = name === OUR_COUNTER;
          return {
            label: isOurs ? 'Stallcast, digits roll' : name,
            value: middle,
            spread: [low, high] as const,
            isOurs,
          };
        })
        .sort((a, b) => Number(b.label === PLAIN) - Number(a.label === PLAIN)),
    },
  };
}

const rename = ({ [OUR_COUNTER]: ours = [], ...rest }: Record<string, number[]>) => ({ ...rest, Stallcast: ours });

function judge(ours: readonly string[], of: (name: string) => MotionRun[], plain: number, counter: number): Verdict[] {
  const cost = (name: string) => median(of(name).map(({ cpuMs }) => cpuMs));
  const layouts = (name: string) => Math.min(...of(name).map((run) => run.layouts));
  const missing = ours.filter((name) => of(name).every(({ isPlayed }) => !isPlayed));
  const dearest = [...ours].sort((a, b) => cost(b) - cost(a))[0];
  const most = [...ours].sort((a, b) => layouts(b) - layouts(a))[0];
  if (!dearest || !most) return [];
  return [
    verdict(
      'Motions that were played when they were due',
      'all',
      missing.length === 0 ? 'all' : `not: ${missing.join(', ')}`,
      missing.length === 0,
    ),
    ...(Number.isFinite(plain)
      ? [
          verdict(
            'The dearest motion, to a board by transform and opacity',
            `at most ${FRAME_CEILING} times today`,
            `${(cost(dearest) / plain).toFixed(2)} (${dearest})`,
            cost(dearest) / plain <= FRAME_CEILING,
          ),
        ]
      : []),
    verdict(
      'A frame of the dearest motion, thousandths of a second of the processor',
      `at most ${FRAME_GOAL} in the end`,
      `${cost(dearest).toFixed(1)} (${dearest})`,
      cost(dearest) <= FRAME_GOAL,
      'goal not reached',
    ),
    verdict(
      'Layouts of a motion',
      `at most ${LAYOUTS_CEILING} today`,
      `${layouts(most).toFixed(1)} (${most})`,
      layouts(most) <= LAYOUTS_CEILING,
    ),
    verdict(
      'Layouts of a motion',
      `at most ${LAYOUTS_GOAL} in the end`,
      `${layouts(most).toFixed(1)} (${most})`,
      layouts(most) <= LAYOUTS_GOAL,
      'goal not reached',
    ),
    ...(Number.isFinite(counter)
      ? [
          verdict(
            'A counter, to plain text',
            `at most ${COUNTER_GOAL} times in the end`,
            counter.toFixed(2),
            counter <= COUNTER_GOAL,
            'goal not reached',
          ),
        ]
      : []),
  ];
}
