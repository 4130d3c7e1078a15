import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isPageHidden, onPageVisibility } from './page-visibility.js';

/**
 * What happens on screen, by the fact that it tells. A motion bears its moment as its animation's `id`.
 *
 * in, out: a plate comes, leaves · change: something else stands there · roll: digits · tally: a stroke less · low: little is
 * left · stamp, bring-back: sold out, and back · surge: more orders than are shown · cancelled: an order is struck · goal: the
 * meter moves, also back · goal-reached
 */
export type Moment =
  | 'in'
  | 'change'
  | 'out'
  | 'roll'
  | 'tally'
  | 'low'
  | 'stamp'
  | 'bring-back'
  | 'surge'
  | 'cancelled'
  | 'goal'
  | 'goal-reached';

/** Durations in ms where a theme has none, by the last word of their tokens. */
export const DURATIONS = { in: 400, change: 250, out: 200 };
/** Curves where a theme has none, by the last word of their tokens. */
export const CURVES = {
  in: 'cubic-bezier(.3,1.6,.5,1)',
  change: 'cubic-bezier(.3,0,.1,1)',
  out: 'cubic-bezier(.5,0,1,.6)',
  stamp: 'cubic-bezier(.3,1.5,.5,1)',
};

/** By which duration and which curve a moment goes. One that is not named goes by those of a change. */
const PACES: { readonly [moment in Moment]?: readonly [keyof typeof DURATIONS, keyof typeof CURVES] } = {
  in: ['in', 'in'],
  out: ['out', 'out'],
  tally: ['out', 'out'],
  stamp: ['change', 'stamp'],
  'bring-back': ['out', 'out'],
  goal: ['in', 'change'],
  'goal-reached': ['in', 'in'],
};

let witness: ((animation: Animation) => void) | undefined;

/** Has every motion told when it begins; one listener, or none. It costs nothing where nobody listens. */
export function witnessMotion(listener: typeof witness): void {
  witness = listener;
}

/** Whether somebody seeks motion: then it goes by the time that is sought, not by how fast things happen. */
export const isMotionSought = (): boolean => witness !== undefined;

const token = (element: Element, name: string): string => getComputedStyle(element).getPropertyValue(name).trim();

/** How long a moment takes, in ms, and by which curve. Reading it has the page's styles done: many at once read it once. */
export interface Pace {
  duration: number;
  easing: string;
}

/** The pace of a moment where an element stands, by the theme's tokens. */
export function paceOf(element: Element, moment: Moment): Pace {
  const [duration, curve] = PACES[moment] ?? ['change', 'change'];
  const [, amount, unit] = /^([\d.]+)(m?s)$/.exec(token(element, `--stall-motion-duration-${duration}`)) ?? [];
  return {
    duration: amount ? Number(amount) * (unit === 's' ? 1000 : 1) : DURATIONS[duration],
    easing: token(element, `--stall-motion-curve-${curve}`) || CURVES[curve],
  };
}

/** How far a plate travels when it comes in, in px: up, or down where it is negative. */
export function travel(element: Element): number {
  const px = parseFloat(token(element, '--stall-motion-travel'));
  return Number.isFinite(px) ? px : 28;
}

/**
 * Plays keyframes of transform and opacity on an element. Null where nothing is to move: nothing is there, nobody sees the page,
 * or the viewer asked for less motion, where each change is one cut.
 *
 * Timing comes from the tokens at the moment of playing, or from a `pace` that was just read there, since OBS sets them after the
 * page has loaded. What leaves a copy or a
 * plate behind that is to go afterwards has `fill: 'forwards'`, so that its last frame is the rest.
 */
export function play(
  element: Element | null | undefined,
  keyframes: readonly Keyframe[],
  moment: Moment,
  options: KeyframeAnimationOptions = {},
  pace?: Pace,
): Animation | null {
  if (!element?.animate || isPageHidden() || matchMedia('(prefers-reduced-motion: reduce)').matches) return null;
  const timing = { ...(pace ?? paceOf(element, moment)), id: moment, ...options };
  const animate = (easing: string): Animation => element.animate([...keyframes], { ...timing, easing });
  let animation: Animation;
  try {
    animation = animate(timing.easing);
  } catch {
    // A theme with a curve that is none must not take the widget off the air.
    animation = animate(CURVES[PACES[moment]?.[1] ?? 'change']);
  }
  witness?.(animation);
  return animation;
}

/**
 * Calls once a motion is over, however it ends: at its end, called off, or when the page is hidden, where it ends at once, as no
 * frame would bring it there. At once where nothing moves.
 *
 * It listens to events and never asks for `finished`: Chromium 103 and 127 keep an animation that was asked for it and is
 * cancelled, with its element and all around it, for as long as the page lives (https://issues.chromium.org/issues/383016426).
 */
export function whenOver(animation: Animation | null, then: () => void): void {
  if (!animation) {
    then();
    return;
  }
  let isOver = false;
  const over = (): void => {
    if (isOver) return;
    isOver = true;
    stop();
    then();
  };
  const stop = onPageVisibility(() => {
    if (!isPageHidden()) return;
    animation.finish();
    // Its event would wait for a frame.
    queueMicrotask(over);
  });
  animation.addEventListener('finish', over);
  animation.addEventListener('cancel', over);
}

/** Takes a motion off its element; what waits for its end is told before the next frame. */
export function callOff(animation: Animation | null | undefined): void {
  animation?.cancel();
  // The engine's own event waits for the next frame, which would show what should be gone.
  queueMicrotask(() => animation?.dispatchEvent(new Event('cancel')));
}

/**
 * Tells whether an update jumps to the truth without motion: the first one, one that follows a new snapshot, and one
 * after the page was hidden.
 */
export class Stillness implements ReactiveController {
  #stop: (() => void) | null = null;
  #wasHidden = true;
  #resync: number | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#wasHidden = true;
    this.#stop = onPageVisibility(() => (this.#wasHidden = true));
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Call once an update. `resync` is the store's count of snapshots. */
  next(resync: number | undefined): boolean {
    const isStill = this.#wasHidden || isPageHidden() || resync !== this.#resync;
    this.#wasHidden = isPageHidden();
    this.#resync = resync;
    return isStill;
  }
}
