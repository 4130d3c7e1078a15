import type { findWebKit } from '@stallcast/tooling/page-engines';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../free-port.js';
import { EVALUATION_LIMIT_MS, WINDOW, type EnginePage, type Window } from './engine.js';

const START_LIMIT_MS = 30_000;

/** Runs in the page: WebDriver does not wait for promises, and it brings errors back without their words. */
const ANSWERING = `
  const [expression, done] = arguments;
  Promise.resolve().then(() => (0, eval)(expression))
    .then((value) => done({ value }), (error) => done({ error: String(error) }));`;

/** Opens the WebKit of GTK on a display of its own, over the W3C's WebDriver. */
export async function openWebKit(
  found: NonNullable<ReturnType<typeof findWebKit>>,
  window = WINDOW,
): Promise<EnginePage> {
  const display = await startDisplay(found.display, window);
  let driver: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    for (const child of [driver, display.child]) {
      if (child?.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, 'exit');
    }
  };
  try {
    const port = await freePort();
    driver = spawn(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
    });
    return await openSession({ driver: `http://127.0.0.1:${port}`, binary: found.browser, window, stop });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a session needs: the driver's address, the browser's binary, and what ends all that was started. */
interface Session {
  driver: string;
  binary: string;
  window: Window;
  stop: () => Promise<void>;
}

async function openSession({ driver, binary, window, stop }: Session): Promise<EnginePage> {
  const options = { binary, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  await untilReady(`${driver}/status`);
  const { sessionId } = await ask<{ sessionId: string }>('POST', `${driver}/session`, { capabilities });
  const session = `${driver}/session/${sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: EVALUATION_LIMIT_MS, pageLoad: EVALUATION_LIMIT_MS });
  await ask('POST', `${session}/window/rect`, { x: 0, y: 0, ...window });
  return {
    goto: (address) => ask('POST', `${session}/url`, { url: address }),
    async evaluate<T>(expression: string): Promise<T> {
      const call = { script: ANSWERING, args: [expression] };
      const answer = await ask<{ value: T; error?: string }>('POST', `${session}/execute/async`, call);
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    screenshot: async () => Buffer.from(await ask<string>('GET', `${session}/screenshot`), 'base64'),
    async close() {
      await ask('DELETE', session).catch(() => undefined);
      await stop();
    },
  };
}

/** One command of WebDriver. */
async function ask<T>(method: string, address: string, body?: unknown): Promise<T> {
  const answer = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
  if (!answer.ok) throw new Error(`WebKitWebDriver refused ${method} ${address}: ${value.error}, ${value.message}`);
  return value;
}

async function untilReady(address: string): Promise<void> {
  const patience = AbortSignal.timeout(START_LIMIT_MS);
  for (;;) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    if (patience.aborted) throw new Error(`WebKitWebDriver did not answer within ${START_LIMIT_MS / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Xvfb looks for a free number itself, and says which once it listens. */
async function startDisplay(xvfb: string, { width, height }: Window): Promise<{ name: string; child: ChildProcess }> {
  const screen = `${width}x${height + 200}x24`;
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const said = child.stdio[3];
  if (!said) throw new Error('Expected a pipe to Xvfb.');
  const [number] = (await Promise.race([
    once(said, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a display.'))),
  ])) as [Buffer];
  return { name: `:${String(number).trim()}`, child };
}
