/** How often a page was woken since it was opened. */
export interface Wakes {
  /** Callbacks before a frame. */
  frames: number;
  /** Timers that fired. */
  timers: number;
}

/** The script that counts them; it has to run before those of the page. */
export const WAKE_COUNTER = `(${countWakes.toString()})()`;

/** What was counted, from inside the page. */
export const READ_WAKES = 'window.stallWakes';

/* It runs inside the page, as text, so it uses nothing from outside itself. */
function countWakes(): void {
  const wakes: Wakes = { frames: 0, timers: 0 };
  const counted = (name: 'setTimeout' | 'setInterval') => {
    const original = window[name] as (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => number;
    const replaced = (run: unknown, ms?: number, ...args: unknown[]) =>
      original.call(
        window,
        (...given: unknown[]) => {
          wakes.timers += 1;
          if (typeof run === 'function') (run as (...args: unknown[]) => void)(...given);
        },
        ms,
        ...args,
      );
    Object.assign(window, { [name]: replaced });
  };
  counted('setTimeout');
  counted('setInterval');
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (run) =>
    request((at) => {
      wakes.frames += 1;
      run(at);
    });
  Object.assign(window, { stallWakes: wakes });
}
