import type { Page } from 'playwright';
import { pause, TABLE_EVERY_MS, until } from './durations.js';

/** What a page holds on to: after a fault it is what it was before. */
export interface Handles {
  /** Timers that are set, and have not gone off. */
  timers: number;
  /** WebSockets that are open, or opening. */
  sockets: number;
  /** Requests whose answer has not ended: a stream, or a question. */
  requests: number;
  /** Listeners of the window and of the document. */
  listeners: number;
  /** Where in the code each timer was set, and for how many ms. */
  timersFrom: readonly string[];
}

declare global {
  interface Window {
    handles(): Pick<Handles, 'timers' | 'sockets' | 'requests'>;
    timersFrom(): readonly string[];
  }
}

/** What is counted of {@link Handles}. */
const COUNTED = ['timers', 'sockets', 'requests', 'listeners'] as const;

/** Counts what a page opens, from before its first script. */
export async function countHandles(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timers = new Map<unknown, string>();
    const from = (ms = 0): string => {
      const place = /[^/]*$/.exec((new Error().stack ?? '').split('\n')[3]?.trim() ?? '')?.[0] ?? '';
      return `${place} ${Math.round(ms)} ms`;
    };
    const { setTimeout: later, clearTimeout: never, setInterval: often, clearInterval: end } = window;
    window.setTimeout = ((run: TimerHandler, ms?: number, ...rest: unknown[]) => {
      const id = later(() => {
        timers.delete(id);
        if (typeof run === 'function') Reflect.apply(run, window, rest);
      }, ms);
      timers.set(id, from(ms));
      return id;
    }) as typeof setTimeout;
    window.setInterval = ((run: TimerHandler, ms?: number, ...rest: unknown[]) => {
      const id = often(run, ms, ...rest);
      timers.set(id, from(ms));
      return id;
    }) as typeof setInterval;
    window.clearTimeout = ((id?: number) => {
      timers.delete(id);
      never(id);
    }) as typeof clearTimeout;
    window.clearInterval = ((id?: number) => {
      timers.delete(id);
      end(id);
    }) as typeof clearInterval;

    // Those that are closed are let go: what holds them would hold their listeners.
    const sockets = new Set<WebSocket>();
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        sockets.add(this);
        for (const one of sockets) if (one.readyState > WebSocket.OPEN) sockets.delete(one);
      }
    };

    let requests = 0;
    const ask = window.fetch;
    window.fetch = async (...question) => {
      requests += 1;
      let isOver = false;
      const over = (): void => {
        if (!isOver) requests -= 1;
        isOver = true;
      };
      question[1]?.signal?.addEventListener('abort', over);
      try {
        const response = await ask(...question);
        const reader = response.body?.getReader();
        if (!reader) {
          over();
          return response;
        }
        const body = new ReadableStream<Uint8Array>({
          async pull(stream) {
            try {
              const { done, value } = await reader.read();
              if (!done) return stream.enqueue(value);
              over();
              stream.close();
            } catch (error) {
              over();
              stream.error(error);
            }
          },
          cancel(reason) {
            over();
            return reader.cancel(reason);
          },
        });
        const { status, statusText, headers } = response;
        return new Response(body, { status, statusText, headers });
      } catch (error) {
        over();
        throw error;
      }
    };

    window.handles = () => ({
      timers: timers.size,
      sockets: [...sockets].filter(({ readyState }) => readyState <= WebSocket.OPEN).length,
      requests,
    });
    window.timersFrom = () => [...timers.values()];
  });
}

/** Toasts that are still to be shown take their time; a spoken summary of what was sold comes ten seconds after the one before. */
const SETTLED_WITHIN_MS = 25_000;

/** What a page holds on to now. */
export async function handlesOf(page: Page): Promise<Handles> {
  const session = await page.context().newCDPSession(page);
  try {
    let listeners = 0;
    for (const expression of ['window', 'document']) {
      const { result } = await session.send('Runtime.evaluate', { expression });
      if (result.objectId === undefined) throw new Error(`The page has no ${expression}.`);
      listeners += (await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId })).listeners
        .length;
    }
    const held = await page.evaluate(() => ({ ...window.handles(), timersFrom: window.timersFrom() }));
    return { ...held, listeners };
  } finally {
    await session.detach();
  }
}

/**
 * The fewest handles of a page that has come up, looked at several times in a row.
 *
 * @param keepsLine Whether the page holds a line open. Having come up it lets go of it for a moment: what it holds then is no measure.
 */
export async function settledHandles(page: Page, keepsLine = false): Promise<Handles> {
  const looks: Handles[] = [];
  await until(
    async () => {
      const look = await handlesOf(page);
      if (keepsLine && look.sockets + look.requests === 0) looks.length = 0;
      else looks.push(look);
      await pause(TABLE_EVERY_MS / 4);
      return looks.length;
    },
    (inARow) => inARow >= 4,
    SETTLED_WITHIN_MS,
  );
  const least = (of: (typeof COUNTED)[number]): number => Math.min(...looks.map((one) => one[of]));
  return {
    timers: least('timers'),
    sockets: least('sockets'),
    requests: least('requests'),
    listeners: least('listeners'),
    timersFrom: looks.at(-1)?.timersFrom ?? [],
  };
}

/** Expects that a page that is well again holds on to no more than before. */
export async function expectNoMoreHandles(page: Page, before: Handles): Promise<void> {
  await until(
    () => handlesOf(page),
    (now) => COUNTED.every((of) => now[of] <= before[of]),
    SETTLED_WITHIN_MS,
  ).catch((error: unknown) => {
    const found = error instanceof Error ? error.message : String(error);
    throw new Error(`Expected no more than ${JSON.stringify(before)}. ${found}`, { cause: error });
  });
}
