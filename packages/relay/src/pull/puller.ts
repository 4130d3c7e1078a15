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

/** Asks a shop again and again until it is stopped. */
export interface Puller {
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
  const { shop, log, intervalMs, random = Math.random } = options;
  const stopped = new AbortController();
  const leftOut = createOnce((why) => log(`${shop.source} ← ${shop.host} 有一条读不懂，跳过 one row left out: ${why}`));
  let failures = 0;
  let said: string | null = null;

  async function turn(): Promise<number> {
    try {
      await pullOnce({ ...options, leftOut }, stopped.signal);
      if (said !== null) log(`${shop.source} ← ${shop.host} 又取到订单了 · pulling works again`);
      failures = 0;
      said = null;
      return intervalMs;
    } catch (error) {
      if (stopped.signal.aborted) return 0;
      const fault = error instanceof ShopFault ? error : own(error);
      if (fault.en !== said) log(`${shop.source} ← ${shop.host} 取不到订单：${fault.zh} · pulling fails: ${fault.en}`);
      said = fault.en;
      failures += 1;
      return Math.max(fault.retryAfterMs ?? 0, backoff(intervalMs, failures));
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
