import { callOff, play, travel, whenOver } from './motion.js';

const HERE: Keyframe = {};

/** What changed between two views that are both on screen. */
export type Change<V> = (plate: Element, before: V, view: V) => void;

/**
 * Keeps what leaves on screen until its motion is over, and plays the coming in and the going out of a whole plate.
 *
 *   none ──comes──► shown ──ends──► leaving ──motion over──► none
 *                     ▲                │
 *                     └──comes back────┘
 *
 * What comes back while it leaves is there at once: the motion that took it away is called off.
 */
export class Presence<V> {
  readonly #update: () => void;
  #view: V | null = null;
  #before: V | null = null;
  #isStill = true;
  #leaving: Animation | null = null;
  #ends = false;

  /** `update` asks for one more update, once what left is gone. */
  constructor(update: () => void) {
    this.#update = update;
  }

  /** What to draw: also while it leaves. Null for nothing. */
  get view(): V | null {
    return this.#view;
  }

  /** Call once an update, before drawing. `isStill` jumps without motion. */
  next(view: V | null, isStill: boolean): void {
    this.#isStill = isStill;
    this.#ends = view === null && this.#view !== null && !isStill;
    this.#before = this.#view;
    if (!this.#ends) this.#view = view;
    if (!this.#ends || isStill) this.#callOff();
  }

  /** Call after drawing, with the plate that was drawn. */
  moved(plate: Element | null, change: Change<V> = () => {}): void {
    if (!plate || this.#isStill) return;
    if (this.#ends) this.#leave(plate);
    else if (this.#view !== null && this.#before === null) {
      play(plate, [{ opacity: 0, transform: `translateY(${travel(plate)}px)` }, HERE], 'in');
    } else if (this.#view !== null && this.#before !== null) change(plate, this.#before, this.#view);
  }

  #leave(plate: Element): void {
    if (this.#leaving) return;
    const leaving = play(plate, [HERE, { opacity: 0, transform: 'translateY(8px)' }], 'out', { fill: 'forwards' });
    this.#leaving = leaving;
    whenOver(leaving, () => {
      // One that was called off is over too.
      if (this.#leaving === leaving) this.#gone();
    });
  }

  #gone(): void {
    this.#leaving = null;
    this.#ends = false;
    this.#view = null;
    this.#update();
  }

  #callOff(): void {
    const leaving = this.#leaving;
    this.#leaving = null;
    callOff(leaving);
  }
}
