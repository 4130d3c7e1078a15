import type { Checkpoint, Course } from './checkpoint.js';

/** What a soak allows to grow, bytes of heap an order. */
export const SLOPE = 0.2;
/** Below this a slope over few orders is noise: compiled code, caches that fill. Bytes over the whole soak. */
export const NOISE = 250_000;

/**
 * A ticker keeps the ids of the last 20,000 orders, so that none is told twice. Until they are full the heap grows by what they are,
 * and by code that is compiled: at most so much in all, bytes.
 */
export const FILLED_AFTER = 25_000;
const FILLING = 4_000_000;
/** Fewer checkpoints than this make no line. */
const FEWEST = 5;

/** What became of one check. */
export interface Finding {
  what: string;
  bound: string;
  found: string;
  isMet: boolean;
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/**
 * Judges the checkpoints of a page; the first one is left out, since caches and pools fill until then.
 *
 * What is counted may swing, as a number with one digit more has more nodes, and a template that is shown for the first time stays.
 * It is level where the later half comes down to what the first half has seen: what grows, grows in the later half too.
 */
export function judgeMemory(all: readonly Checkpoint[]): Finding[] {
  const checkpoints = all.slice(1);
  const level = (what: string, key: keyof Checkpoint): Finding => {
    const values = checkpoints.map((one) => one[key]);
    const half = Math.ceil(values.length / 2);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const isMet = Math.min(...values.slice(half)) <= Math.max(...values.slice(0, half));
    return {
      what: `${what} at ${values.length} checkpoints`,
      bound: 'level',
      found: least === most ? `equal: ${least}` : `${least} to ${most}${isMet ? '' : ', growing'}`,
      isMet,
    };
  };
  return [
    level('Nodes', 'nodes'),
    level('Nodes outside the document', 'detached'),
    level('Listeners', 'listeners'),
    level('Timers, sockets and requests', 'handles'),
    judgeHeap(checkpoints),
  ];
}

function judgeHeap(checkpoints: readonly Checkpoint[]): Finding {
  const what = 'Heap of scripts and engine';
  const filled = checkpoints.filter(({ events }) => events >= FILLED_AFTER);
  if (filled.length < FEWEST) {
    const grown = (slopeOf(checkpoints) * spread(checkpoints.map(({ events }) => events))) / 1_000;
    const bound = `at most ${FILLING / 1_000} kB more while the ids of 20,000 orders fill`;
    return { what, bound, found: `${grown.toFixed(0)} kB`, isMet: grown * 1_000 <= FILLING };
  }
  const [slope, events] = [slopeOf(filled), spread(filled.map((one) => one.events))];
  return {
    what: `${what}, once the ids of 20,000 orders are full, bytes an order`,
    bound: `at most ${SLOPE}, or ${NOISE / 1_000} kB in all`,
    found: `${slope.toFixed(3)} (${((slope * events) / 1_000).toFixed(0)} kB over ${events.toLocaleString('en-US')} orders)`,
    isMet: slope <= SLOPE || slope * events <= NOISE,
  };
}

/** Judges what a page went through. */
export function judgeCourse(course: Course): Finding[] {
  const { errors, wrong, compared } = course;
  return [
    ...judgeMemory(course.checkpoints),
    {
      what: 'Uncaught errors, and errors written to the console',
      bound: '0',
      found: errors.length === 0 ? '0' : `${errors.length}: ${errors[0]}`,
      isMet: errors.length === 0,
    },
    {
      what: 'Widgets that show in the end what the relay knows',
      bound: `${compared} of ${compared}`,
      found: wrong.length === 0 ? `${compared} of ${compared}` : `${compared - wrong.length}: ${wrong.join('; ')}`,
      isMet: wrong.length === 0 && compared > 0,
    },
  ];
}

/** The straight line through the checkpoints, bytes of heap an order. */
export function slopeOf(all: readonly Checkpoint[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const heapOf = ({ heap, embedder }: Checkpoint): number => heap + embedder;
  const x = mean(all.map(({ events }) => events));
  const y = mean(all.map(heapOf));
  const above = all.reduce((sum, one) => sum + (one.events - x) * (heapOf(one) - y), 0);
  const below = all.reduce((sum, { events }) => sum + (events - x) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
