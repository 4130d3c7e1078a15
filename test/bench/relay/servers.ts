import { fork, type ChildProcess, type ForkOptions } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../free-port.js';
import { RIVALS } from '../rivals.js';
import type { Programs } from './build-processes.js';
import type { Server } from './contenders.js';
import { talkTo } from './talk.js';
import type { Usage } from './usage.js';
import type { Target } from './viewer.js';

export const VIEW_KEY = 'bench-view-key';
export const DECK_KEY = 'bench-deck-key';
export const SECRET = 'bench-secret';

/** A server at work in a process of its own. */
export interface RunningServer {
  readonly target: Target;
  /** Where a shop sends its messages. */
  readonly hook: string;
  /** Has it sell one thing; where its log is then, for ours. */
  sell(): Promise<number>;
  /** Has it tell a change of so many bytes; NodeCG cannot. */
  show(bytes: number): Promise<number>;
  /** What it has used so far; `collect`: after a collection of garbage. */
  usage(collect: boolean): Promise<Usage>;
  /** Ends it without a word, as a cut of power does. */
  kill(): Promise<void>;
}

/** A place where a server can be started, killed, and started again over what it left. */
export interface Home {
  start(): Promise<RunningServer>;
  /** Ends what still runs, and leaves nothing behind. */
  remove(): Promise<void>;
}

export async function openHome(programs: Programs, { program, keeps, way }: Server): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-bench-'));
  const port = await freePort();
  const target: Target = { way, port, key: VIEW_KEY };
  const run = (path: string, args: string[], options: ForkOptions = {}) =>
    begin(
      fork(path, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: ['--expose-gc'], ...options }),
      target,
      program === 'relay' ? '/stalls/orchard/hooks/woocommerce' : program === 'nodecg' ? '/fanout/hook' : '/hook',
    );
  if (program === 'nodecg') layOutNodeCg(folder, port);
  const started: RunningServer[] = [];
  return {
    async start() {
      const server = await launch();
      started.push(server);
      return server;
    },
    async remove() {
      for (const server of started) await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function launch(): Promise<RunningServer> {
    if (program === 'relay')
      return run(programs.path('relay'), [folder, String(port), keeps, VIEW_KEY, DECK_KEY, SECRET]);
    if (program === 'socket.io')
      return run(programs.path('socket-io'), [join(RIVALS, 'package.json'), String(port), SECRET]);
    return run(join(RIVALS, 'node_modules/nodecg/dist/server/bootstrap.js'), [], {
      cwd: folder,
      env: { ...process.env, STALLCAST_BENCH_PARTS: programs.parts, STALLCAST_BENCH_SECRET: SECRET },
    });
  }
}

async function begin(child: ChildProcess, target: Target, hook: string): Promise<RunningServer> {
  let words = '';
  child.stderr?.on('data', (bytes: Buffer) => (words = (words + bytes.toString()).slice(-2_000)));
  const ended = once(child, 'exit');
  const failed = ended.then(() => Promise.reject(new Error(`A server ended as it started: ${words || 'no word'}`)));
  await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => {});
  const ask = talkTo(child);
  return {
    target,
    hook,
    sell: () => ask<number>('sell'),
    show: (bytes) => ask<number>('show', { bytes }),
    usage: (collect) => ask<Usage>('usage', { collect }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** NodeCG wants a project of its own. */
function layOutNodeCg(folder: string, port: number): void {
  cpSync(join(import.meta.dirname, 'nodecg'), folder, { recursive: true });
  mkdirSync(join(folder, 'cfg'), { recursive: true });
  writeFileSync(join(folder, 'cfg/nodecg.json'), JSON.stringify({ host: '127.0.0.1', port }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'a-stall-in-nodecg', private: true }));
  symlinkSync(join(RIVALS, 'node_modules'), join(folder, 'node_modules'));
}
