import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isPageHidden, onPageVisibility } from './page-visibility.js';

/** What happens on screen; each moment has its duration and its curve in the tokens. */
export type Moment = 'in' | 'change' | 'out' | 'stamp';

interface Timing {
  durationToken: string;
  durationMs: number;
  curveToken: string;
  curve: string;
}

const TIMING: Readonly<Record<Moment, Timing>> = {
  in: {
    durationToken: '--stall-motion-duration-in',
    durationMs: 400,
    curveToken: '--stall-motion-curve-in',
    curve: 'cubic-bezier(.3,1.6,.5,1)',
  },
  change: {
    durationToken: '--stall-motion-duration-change',
    durationMs: 250,
    curveToken: '--stall-motion-curve-change',
    curve: 'cubic-bezier(.3,0,.1,1)',
  },
  out: {
    durationToken: '--stall-motion-duration-out',
    durationMs: 200,
    curveToken: '--stall-motion-curve-out',
    curve: 'cubic-bezier(.5,0,1,.6)',
  },
  stamp: {
    durationToken: '--stall-motion-duration-change',
    durationMs: 250,
    curveToken: '--stall-motion-curve-stamp',
    curve: 'cubic-bezier(.3,1.5,.5,1)',
  },
};

const token = (element: Element, name: string): string => getComputedStyle(element).getPropertyValue(name).trim();

/** Whether the viewer asked for less motion. */
export const isMotionReduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** How far a plate travels when it comes in, in px: up, or down where it is negative. */
export function travel(element: Element): number {
  const px = parseFloat(token(element, '--stall-motion-travel'));
  return Number.isFinite(px) ? px : 28;
}

/**
 * Plays keyframes of transform and opacity on an element. Null where there is nothing to play on.
 *
 * Timing comes from the tokens at the moment of playing, since OBS sets them after the page has loaded. Under reduced
 * motion only the opacity is left.
 */
export function play(
  element: Element | null | undefined,
  keyframes: readonly Keyframe[],
  moment: Moment,
  options: KeyframeAnimationOptions = {},
): Animation | null {
  if (!element?.animate || isPageHidden()) return null;
  const { durationToken, durationMs, curveToken, curve } = TIMING[moment];
  const [, amount, unit] = /^([\d.]+)(m?s)$/.exec(token(element, durationToken)) ?? [];
  const timing = {
    duration: amount ? Number(amount) * (unit === 's' ? 1000 : 1) : durationMs,
    easing: token(element, curveToken) || curve,
    ...options,
  };
  const frames = isMotionReduced()
    ? keyframes.map(({ transform: _, ...rest }) => ({ opacity: 1, ...rest }))
    : [...keyframes];
  try {
    return element.animate(frames, timing);
  } catch {
    // A theme with a curve that is none must not take the widget off the air.
    return element.animate(frames, { ...timing, easing: curve });
  }
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
