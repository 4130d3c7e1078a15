import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpSteps } from '../../packages/tooling/bootstrap/setup.mjs';
import { freePort } from '../free-port.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LAST_LINE = 'Ctrl+C';
const PATIENCE_MS = 60_000;

/** Stallcast as a host starts it in a terminal. */
export interface Started {
  /** All that the terminal shows. */
  readonly printed: string;
  /** What is printed under "画面 Overlay", "控台 Deck" and "工作室 Studio". */
  readonly links: { overlay: string; deck: string; studio: string };
  /** From Enter to the last line, in milliseconds. */
  readonly ms: number;
  signal(signal: NodeJS.Signals): void;
  /** Ends it, and leaves its data. */
  end(): Promise<void>;
  /** Starts it again on the same data and port. */
  again(flags?: readonly string[]): Promise<void>;
  /** Ends it and throws its data away. */
  close(): Promise<void>;
}

/**
 * Runs `npm start` with a data folder and a port of its own, on loopback.
 *
 * While sources are newer than what was built, as they are while somebody works on them, the relay alone is started: a build of the whole project
 * is no part of a walk. In `npm test` everything is built.
 */
export async function npmStart(flags: readonly string[] = []): Promise<Started> {
  const data = await mkdtemp(join(tmpdir(), 'stallcast-walk-'));
  const port = await freePort();
  const isBuilt = setUpSteps({ tests: false }).length === 0;
  const programOf = (more: readonly string[]): [string, string[]] =>
    isBuilt
      ? ['npm', ['start', '--', ...more]]
      : [process.execPath, [join(ROOT, 'packages/relay/dist/cli.js'), ...more]];
  const env = { ...process.env, STALLCAST_DATA: data, STALLCAST_PORT: String(port), STALLCAST_HOST: '127.0.0.1' };

  let child: ChildProcess | undefined;
  let printed = '';
  let ms = 0;
  const signal = (name: NodeJS.Signals): void => {
    // npm tells its child nothing of most signals: the whole group is told.
    if (child?.pid !== undefined && child.exitCode === null) process.kill(-child.pid, name);
  };
  async function start(more: readonly string[] = []): Promise<void> {
    const [program, args] = programOf(more);
    const startedAt = performance.now();
    printed = '';
    const started = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    child = started;
    let wrong = '';
    started.stderr?.on('data', (part: Buffer) => (wrong += part.toString()));
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`npm start printed no links in a minute: ${printed}${wrong}`)),
        PATIENCE_MS,
      );
      started.once('exit', () => reject(new Error(`npm start ended at once: ${printed}${wrong}`)));
      started.stdout?.on('data', (part: Buffer) => {
        printed += part.toString();
        if (!printed.includes(LAST_LINE)) return;
        clearTimeout(late);
        resolve();
      });
    });
    ms = performance.now() - startedAt;
  }
  async function end(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    signal('SIGCONT');
    signal('SIGTERM');
    await ended;
  }
  await start(flags);
  return {
    get printed() {
      return printed;
    },
    get links() {
      return {
        overlay: linkUnder(printed, 'Overlay'),
        deck: linkUnder(printed, 'Deck'),
        studio: linkUnder(printed, 'Studio'),
      };
    },
    get ms() {
      return ms;
    },
    signal,
    end,
    again: start,
    async close() {
      await end();
      await rm(data, { recursive: true, force: true });
    },
  };
}

function linkUnder(printed: string, word: string): string {
  const link = new RegExp(`^ {2}\\S+ ${word}\\b.*\\n\\s+(http\\S+)`, 'm').exec(printed)?.[1];
  if (link === undefined) throw new Error(`npm start printed no link under "${word}":\n${printed}`);
  return link;
}

/** What a host looks for among the printed lines: the three links, with the port that they have at home and without their keys. */
export function quoteGreeting(printed: string): string {
  const lines = printed.split('\n');
  const first = lines.findIndex((line) => line.startsWith('Stallcast'));
  const last = lines.findIndex((line) => /^ {2}\S+ Studio/.test(line)) + 1;
  return lines
    .slice(first, last + 1)
    .filter((line) => line.trim() !== '')
    .join('\n')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:7788')
    .replace(/#\S+/g, '#…');
}
