import type { Line, OpenLine } from './line.js';

/**
 * Makes lines whose code is fetched when the first of them is opened.
 *
 * Where it cannot be had, as during an outage, `instead` is opened: Chromium asks only once for a script that did not come.
 */
export function laterLine(load: () => Promise<OpenLine>, instead: OpenLine): OpenLine {
  return (...asked) => {
    let line: Line | undefined;
    let isClosed = false;
    const open = (openLine: OpenLine): void => {
      if (!isClosed) line = openLine(...asked);
    };
    load().then(open, () => open(instead));
    return {
      close() {
        isClosed = true;
        line?.close();
      },
    };
  };
}
