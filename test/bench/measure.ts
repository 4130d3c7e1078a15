import type { Verdict } from './bounds.js';
import type { Spread } from './statistics.js';

/** One bar of a chart. */
export interface Bar {
  label: string;
  value: number;
  /** The lowest and the highest of its runs; left out for counts, which do not vary. */
  spread?: readonly [low: number, high: number];
  /** Drawn in the accent. */
  isOurs: boolean;
}

/** What is drawn beside the words of a measure. */
export interface Chart {
  title: string;
  bars: readonly Bar[];
  /** Longer bars are better; shorter ones without it. */
  isMoreBetter?: boolean;
}

/** What ours takes of something beside what another takes of it for the same work. Less is better. */
export interface Duel {
  /** What is compared: a row of the first table. */
  what: string;
  rival: string;
  /** Ours to theirs: below 1 ours takes less. */
  ratio: Spread;
}

/** How often an instrument went through all contenders, and how often it would have with time enough. */
export interface Rounds {
  done: number;
  planned: number;
}

/** What one instrument found, ready to be told. */
export interface Measured {
  /** `P2` and its like: what `--only` asks for. */
  id: string;
  title: string;
  /** How it was taken. */
  lead: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  verdicts: readonly Verdict[];
  /** Every single figure, for the JSON file. */
  raw: unknown;
  chart?: Chart;
  duels?: readonly Duel[];
  rounds?: Rounds;
  /** How long it took; whoever runs the instrument fills it in. */
  seconds?: number;
}
