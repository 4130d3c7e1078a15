import type { Verdict } from './bounds.js';

/** One bar of a chart. */
export interface Bar {
  label: string;
  value: number;
  /** Drawn in the accent. */
  isOurs: boolean;
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
  chart?: { title: string; bars: readonly Bar[] };
}
