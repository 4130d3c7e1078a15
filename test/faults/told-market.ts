import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { formatPosition } from '@stallcast/protocol';
import type { FaultyMarket } from './market.js';
import { Truth } from './truth.js';

const AT_FIRST = 400;

/** What a server that keeps no ledger of its own is told: its whole state. */
export interface Figures {
  /** The place in the test's own log, `epoch.offset`. */
  at: string;
  left: number;
  /** The order that led here. */
  order: string;
}

/** A program that serves figures; it takes `{ figures }` and `{ refuses }` by messages, and answers each with `{ done }`. */
export interface Program {
  file: string;
  args?: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

/** A market whose server is a process of its own that only shows what it is told. */
export interface ToldMarket extends FaultyMarket {
  readonly child: ChildProcess;
}

/** Starts the program, which says `{ port }` when it listens, and a market on it. */
export async function openToldMarket(program: Program): Promise<ToldMarket> {
  const truth = new Truth();
  let { child, port } = await start(program, 0);
  let [life, offset, orders, questions] = [1, 0, 0, 0];
  let figures: Figures;

  async function tell(message: Record<string, unknown>): Promise<void> {
    const answered = once(child, 'message') as Promise<[{ questions?: number }]>;
    child.send(message);
    const [answer] = await answered;
    questions = answer.questions ?? questions;
  }
  async function show(left: number, order = ''): Promise<void> {
    offset += 1;
    // A later life has a later name, as a ULID has.
    const position = { epoch: String(life).padStart(26, '0'), offset };
    figures = { at: formatPosition(position), left, order };
    await tell({ figures });
    truth.note(position, left);
  }
  async function asked(): Promise<number> {
    await tell({});
    return questions;
  }

  await show(AT_FIRST);
  return {
    get child() {
      return child;
    },
    get port() {
      return port;
    },
    key: '',
    truth,
    async sell() {
      orders += 1;
      await show(truth.left - 1, `买家${orders}号`);
    },
    asked,
    backUp() {
      const then = truth.left;
      return async () => {
        child.kill('SIGKILL');
        await once(child, 'exit');
        ({ child, port } = await start(program, port));
        life += 1;
        await show(then);
      };
    },
    async refuse() {
      await tell({ refuses: true });
      return () => tell({ refuses: false });
    },
    async close() {
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function start(
  { file, args = [], cwd, env }: Program,
  port: number,
): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(file, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // The flags of a test runner are not for a program.
    execArgv: [],
    ...(cwd === undefined ? {} : { cwd }),
  });
  let words = '';
  child.stderr?.on('data', (bytes: Buffer) => (words = (words + bytes.toString()).slice(-2_000)));
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended: ${words}`)));
  const [said] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }];
  ended.catch(() => {});
  return { child, port: said.port };
}
