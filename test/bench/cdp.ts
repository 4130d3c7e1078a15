import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket, type RawData } from 'ws';

/** A browser that was started here and is asked over its DevTools protocol. */
export interface CdpBrowser {
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

const START_MS = 20_000;
/** A page that is filled with hundreds of widgets takes its time on a busy machine. */
const ANSWER_MS = 60_000;

/**
 * Starts a Chromium with these arguments.
 *
 * Playwright cannot be used here: it opens pages without begin-frame control, which each page has to ask for when it is made.
 */
export async function startCdpBrowser(executablePath: string, args: readonly string[]): Promise<CdpBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'stallcast-bench-'));
  const child = spawn(executablePath, ['--remote-debugging-port=0', `--user-data-dir=${profile}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    // A program that is not there never closes.
    child.once('error', () => resolve());
  });
  const end = async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    const socket = await connect(await debuggerAddress(child.stderr, ended));
    const ask = questions(socket);
    return {
      send: ask,
      async close() {
        socket.terminate();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function debuggerAddress(stderr: NodeJS.ReadableStream, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (what: string) => reject(new Error(`${what}; it said: ${said.trim().slice(-500) || 'nothing'}`));
    const limit = setTimeout(() => fail('The browser did not open its debugger in 20 s'), START_MS);
    void ended.then(() => fail('The browser ended as it started'));
    stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (!address) return;
      clearTimeout(limit);
      resolve(address);
    });
  });
}

function connect(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

function questions(socket: WebSocket): CdpBrowser['send'] {
  const waiting = new Map<number, { method: string; take(answer: Answer): void }>();
  let last = 0;
  socket.on('message', (text: RawData) => {
    const answer = JSON.parse((text as Buffer).toString()) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.take(answer);
  });

  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      const limit = setTimeout(() => {
        waiting.delete(id);
        reject(new Error(`The browser did not answer ${method} in ${ANSWER_MS / 1_000} s.`));
      }, ANSWER_MS);
      waiting.set(id, {
        method,
        take({ result, error }) {
          clearTimeout(limit);
          waiting.delete(id);
          if (error) reject(new Error(`The browser refused ${method}: ${error.message}`));
          else resolve(result ?? {});
        },
      });
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
}
