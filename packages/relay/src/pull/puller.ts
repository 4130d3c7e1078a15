import type { Sentence } from '../http/problem.js';
import type { Log } from '../log.js';
import { pullOnce, type PullOptions } from './pull-once.js';
import { ShopFault } from './shop-fault.js';

/** The longest wait between tries, unless the shop asks for a longer one, ms. */
const MAX_WAIT_MS = 60_000;

/** How far a wait strays from its length, so that many relays do not ask one shop at the same second. */
const JITTER = 0.1;

export interface PullerOptions extends Omit<PullOptions, 'leftOut'> {
  intervalMs: number;
  log: Log;
  /** @default Math.random */
  random?: () => number;
}

/** How asking one shop goes, for the operator. */
export interface PullState {
  source: string;
  /** The shop's host. */
  shop: string;
  everyMs: number;
  /** When it last answered whole (ISO 8601). */
  lastOkAt: string | null;
  /** Why asking fails, and since when (ISO 8601); null while it works. */
  fault: { since: string; message: Sentence } | null;
}

/** Asks a shop again and again until it is stopped. */
export interface Puller {
  state(): PullState;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Starts to ask a shop.
 *
 *   ask ──ok──→ wait the interval ──→ ask
 *    └──fault─→ wait longer each time, or as long as the shop says ──→ ask
 *
 * One line says that asking fails, and one that it works again: not one for every try.
 */
export function startPuller(options: PullerOptions): Puller {
  const { shop, log, intervalMs, now, random = Math.random } = options;
  const stopped = new AbortController();
  const leftOut = createOnce((why) => log(`${shop.source} ← ${shop.host} 有一条读不懂，跳过 one row left out: ${why}`));
  let failures = 0;
  let said: string | null = null;
  let lastOkAt: string | null = null;
  let fault: PullState['fault'] = null;
  const iso = () => new Date(now()).toISOString();

  async function turn(): Promise<number> {
    try {
      await pullOnce({ ...options, leftOut }, stopped.signal);
      if (said !== null) log(`${shop.source} ← ${shop.host} 又取到订单了 · pulling works again`);
      failures = 0;
      said = null;
      lastOkAt = iso();
      fault = null;
      return intervalMs;
    } catch (error) {
      if (stopped.signal.aborted) return 0;
      const why = error instanceof ShopFault ? error : own(error);
      if (why.en !== said) log(`${shop.source} ← ${shop.host} 取不到订单：${why.zh} · pulling fails: ${why.en}`);
      said = why.en;
      fault = { since: fault?.since ?? iso(), message: { en: why.en, 'zh-CN': why.zh } };
      failures += 1;
      return Math.max(why.retryAfterMs ?? 0, backoff(intervalMs, failures));
    }
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      const wait = await turn();
      await sleep(wait * (1 + JITTER * (2 * random() - 1)) + (failures > 0 ? random() * 1_000 : 0), stopped.signal);
    }
  }

  const running = run();
  return {
    state: () => ({ source: shop.source, shop: shop.host, everyMs: intervalMs, lastOkAt, fault }),
    async stop() {
      stopped.abort();
      await running;
      shop.close();
    },
  };
}

/** How long to wait after so many failures, ms. */
export function backoff(intervalMs: number, failures: number): number {
  return Math.max(intervalMs, Math.min(intervalMs * 2 ** Math.min(failures - 1, 10), MAX_WAIT_MS));
}

/** Something of our own that went wrong, such as a full disk. What it says goes to no line: it may be about an order. */
function own(error: unknown): ShopFault {
  const name = String((error as { code?: unknown } | null)?.code ?? (error instanceof Error ? error.name : 'Error'));
  return new ShopFault(`取到了却存不下（${name}），会再试`, `what came could not be kept (${name})`);
}

/** Says each thing once, and keeps no endless list of what it has said. */
function createOnce(say: (text: string) => void): (text: string) => void {
  const said = new Set<string>();
  return (text) => {
    if (said.has(text) || said.size > 100) return;
    said.add(text);
    say(text);
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal.addEventListener('abort', wake);
  });
}
