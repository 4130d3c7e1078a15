import { bytes, verdict } from './bounds.js';
import { duelsOf } from './duels.js';
import { HIDDEN_PER_SECOND, type HiddenRun } from './hidden.js';
import type { Measured, Rounds } from './measure.js';
import { median } from './statistics.js';
import { nameOfWay } from './ways.js';

const OURS = nameOfWay('widgets', true);
/** What is kept of what was sold unseen: the newest of it, not all. */
const HEAP_CEILING = 1_000_000;
const FRAMES_TO_RIGHT = 2;

/** Tells what became of pages that were hidden while orders came. */
export function reportHidden(runs: readonly HiddenRun[], long: HiddenRun | null, rounds: Rounds): Measured {
  const names = [...new Set(runs.map(({ name }) => name))];
  const of = (name: string) => runs.filter((run) => run.name === name);
  const all = [...names.map((name) => of(name)), ...(long ? [[long]] : [])];
  const most = (taken: readonly HiddenRun[], key: Exclude<keyof HiddenRun, 'name'>) =>
    Math.max(...taken.map((run) => run[key]));
  const ours = [...of(OURS), ...(long ? [long] : [])];
  const cpu = Object.fromEntries(names.map((name) => [name, of(name).map(({ cpuMs }) => Math.max(cpuMs, 1))]));
  const own = median(cpu[OURS] ?? [NaN]);
  return {
    id: 'P11',
    title: 'Hidden while orders come',
    lead:
      `Each page is hidden as OBS hides a source, without frames, while ${HIDDEN_PER_SECOND.toLocaleString('en-US')} orders a second come over its line; then it is shown. ` +
      'Told are the frames until the last number is on screen, and what is painted in the two seconds after: what was saved up while hidden would be played then. ' +
      (long
        ? `Ours then takes ${long.orders.toLocaleString('en-US')} orders as fast as it can, ten minutes’ worth being 600,000: the store is given them in the page, since a line would take as long as the evening.`
        : ''),
    head: [
      'Page',
      'Orders',
      'Processor time hidden, ratio to ours',
      'Bytes kept',
      'Nodes added',
      'Frames to the last number',
      'Painted in 2 s after',
      'Painted in 2 s after one order',
    ],
    rows: all.map((taken) => [
      taken[0]?.name ?? '',
      most(taken, 'orders').toLocaleString('en-US'),
      (median(taken.map(({ cpuMs }) => Math.max(cpuMs, 1))) / own).toFixed(2),
      bytes(Math.round(most(taken, 'heapBytes'))),
      most(taken, 'nodes'),
      most(taken, 'framesToRight'),
      most(taken, 'damagedAfter'),
      most(taken, 'damagedByOne'),
    ]),
    verdicts:
      ours.length > 0
        ? [
            verdict(
              'Bytes kept of orders while hidden',
              `at most ${bytes(HEAP_CEILING)}`,
              bytes(most(ours, 'heapBytes')),
              most(ours, 'heapBytes') <= HEAP_CEILING,
            ),
            verdict(
              'Frames until the last number after hiding',
              `at most ${FRAMES_TO_RIGHT}`,
              String(most(ours, 'framesToRight')),
              most(ours, 'framesToRight') <= FRAMES_TO_RIGHT,
            ),
            verdict(
              'Painted after hiding',
              'no more than after one order',
              `${most(ours, 'damagedAfter')} to ${most(ours, 'damagedByOne')}`,
              ours.every(({ damagedAfter, damagedByOne }) => damagedAfter <= damagedByOne),
            ),
          ]
        : [],
    raw: { runs, long },
    rounds,
    duels: duelsOf('Processor time hidden, 1,000 orders a second', cpu, OURS),
  };
}
