import type { Started } from '../npm-start.js';
import type { Said } from '../said.js';
import type { Walk } from '../walk.js';

/** What a walk starts from. */
export interface Ground {
  walk: Walk;
  /** Thrown away after the last way. */
  folder: string;
  /** What one way leaves to the next. */
  carried: { zip?: string };
  /** Stallcast as the host runs it; a way that begins with it starts it itself. */
  start(flags?: readonly string[]): Promise<Started>;
}

/** One way of a new host. */
export interface Way {
  id: string;
  title: Said;
  /** One sentence above the steps. */
  lead?: Said;
  go(ground: Ground): Promise<void>;
}
