import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { findXdotool } from '../../packages/tooling/bootstrap/obs-studio.mjs';

const IMPORT = '/usr/bin/import';

const run = promisify(execFile);

/** A point of the screen, px. */
export type Point = readonly [x: number, y: number];

/** A hand on the mouse and the keys of one X display, as a person's. */
export interface Desktop {
  /** The window whose title a pattern finds; null while there is none. */
  findWindow(title: string): Promise<string | null>;
  /** Puts a window somewhere: x, y, width, height, px. */
  placeWindow(window: string, place: readonly [number, number, number, number]): Promise<void>;
  /** Takes hold at one point, goes to another in steps, and holds there; `drop` lets go. */
  dragTo(from: Point, to: Point): Promise<void>;
  drop(): Promise<void>;
  click(at: Point): Promise<void>;
  press(window: string, key: string): Promise<void>;
  /** Takes a picture of the screen, or of one window. */
  shoot(path: string, window?: string): Promise<void>;
}

/** Whether a display can be photographed: Debian's `imagemagick`. */
export const canShoot = (): boolean => existsSync(IMPORT);

export function openDesktop(display: string): Desktop {
  const program = findXdotool();
  if (!program) throw new Error('Expected xdotool on this machine, found none: apt-get install xdotool.');
  const env = { ...process.env, DISPLAY: display };
  const xdotool = async (...args: string[]): Promise<string> => (await run(program, args, { env })).stdout.trim();
  const at = ([x, y]: Point): string[] => [String(Math.round(x)), String(Math.round(y))];
  return {
    async findWindow(title) {
      // It ends with 1 where nothing is found.
      const found = await xdotool('search', '--onlyvisible', '--name', title).catch(() => '');
      return found.split('\n')[0] || null;
    },
    async placeWindow(window, [x, y, width, height]) {
      await xdotool('windowmove', window, ...at([x, y]), 'windowsize', window, ...at([width, height]));
    },
    async dragTo(from, to) {
      const step = (part: number): string[] => [
        'mousemove',
        ...at([from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]),
        // A program hears of a drag by messages, which it answers in its own time.
        'sleep',
        '0.04',
      ];
      const steps = Array.from({ length: 20 }, (_, index) => step((index + 1) / 20)).flat();
      await xdotool('mousemove', ...at(from), 'sleep', '0.2', 'mousedown', '1', ...steps, 'sleep', '0.6');
    },
    async drop() {
      await xdotool('mouseup', '1');
    },
    async click(point) {
      await xdotool('mousemove', ...at(point), 'sleep', '0.2', 'click', '1');
    },
    async press(window, key) {
      await xdotool('windowfocus', '--sync', window, 'key', key);
    },
    async shoot(path, window = 'root') {
      await run(IMPORT, ['-window', window, path], { env });
    },
  };
}
