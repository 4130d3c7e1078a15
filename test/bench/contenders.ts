import type { Place } from './probe.js';
import { VARIANTS } from './variants.js';

/** How a page hears of changes: our frames over a WebSocket, socket.io, or replicants of a NodeCG server. */
export type Wire = 'frames' | 'socket.io' | 'nodecg';

/** One of the pages that do the same work: a product card, a counter of its stock, and the last four orders. */
export interface Contender {
  id: string;
  /** For people. */
  name: string;
  wire: Wire;
  /** Where it shows the stock. */
  places: readonly Place[];
  /** A page of the benchmark; otherwise one of the rivals. */
  isOurs: boolean;
  /** Written again by us, since the original is not to be had. */
  isRecreated: boolean;
}

const PLAIN: readonly Place[] = [['#stock'], ['#card-stock']];

const contender = (id: string, name: string, wire: Wire, isRecreated = false): Contender => ({
  id,
  name,
  wire,
  places: PLAIN,
  isOurs: false,
  isRecreated,
});

/** In the order in which they are told. */
export const CONTENDERS: readonly Contender[] = [
  { ...contender('script', 'by hand', 'frames'), isOurs: true },
  { ...contender('widgets', 'Stallcast', 'frames'), places: VARIANTS.widgets.places, isOurs: true },
  contender('vue', 'Vue 3.5', 'socket.io'),
  contender('react', 'React 19', 'socket.io'),
  contender('jquery', 'jQuery widget', 'socket.io', true),
  contender('sales-popup', 'sales popup', 'socket.io', true),
  contender('nodecg', 'NodeCG 2', 'nodecg'),
];

/** Each as often, in an order that turns round each time: A B C, C B A, A B C. What slows a machine down meets all alike. */
export function interleaved<T>(all: readonly T[], rounds: number): T[] {
  return Array.from({ length: rounds }, (_, i) => (i % 2 === 0 ? [...all] : [...all].reverse())).flat();
}
