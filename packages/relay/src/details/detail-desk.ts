import { createHash } from 'node:crypto';
import type { DetailFetcher, OrderDetail } from '@stallcast/adapters/webhooks';
import type { Outcome } from '@stallcast/ledger';
import { maskName, type OrderEvent, type SourceEvent, type WebhookReading } from '@stallcast/protocol';
import type { WaitingDetail, WaitingDetails } from '../storage/waiting-details.js';

/*
 * notify ──▶ order shown as it was told ──▶ waiting ──▶ asked ──▶ patch of the same order
 *                                              ▲          │ failed, not known yet, too slow
 *                                              └─ later ──┘ … until it has been tried often enough
 */

/** How a desk asks. */
export interface DetailPace {
  /** How long a shop may take to answer, ms. @default 10000 */
  timeoutMs?: number;
  /** The first pause before asking again, ms; each further one is twice as long. @default 1000 */
  retryMs?: number;
  /** The longest pause, ms. @default 60000 */
  longestRetryMs?: number;
  /** How often one order is asked for. @default 12, which is about a quarter of an hour */
  tries?: number;
  /** How many questions one shop is asked at once. @default 4 */
  atOnce?: number;
}

export interface DetailDeskOptions extends DetailPace {
  fetchers: readonly DetailFetcher[];
  waiting: WaitingDetails;
  /** Hands a patch to the ledger of a stall. */
  accept(stall: string, events: readonly SourceEvent[]): Promise<Outcome>;
  log: (line: string) => void;
}

interface Job {
  detail: WaitingDetail;
  tries: number;
  state: 'queued' | 'asked' | 'paused';
  /** The order changed while the shop was asked: what it answers may be of before. */
  again: boolean;
  timer?: NodeJS.Timeout;
}

/**
 * Asks shops for what their messages left out, and patches the orders with it.
 *
 * What waits is kept in the database, so that a restart forgets nothing. An order of a source without a fetcher stays as it was
 * told. An answer is a further event of the same order, never a second one.
 */
export class DetailDesk {
  readonly #options: Required<DetailDeskOptions>;
  readonly #fetchers: ReadonlyMap<string, DetailFetcher>;
  readonly #jobs = new Map<string, Job>();
  readonly #asking = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: DetailDeskOptions) {
    this.#options = { timeoutMs: 10_000, retryMs: 1_000, longestRetryMs: 60_000, tries: 12, atOnce: 4, ...options };
    this.#fetchers = new Map(options.fetchers.map((fetcher) => [fetcher.source, fetcher]));
  }

  /** Takes up what waited when the relay last stopped. */
  start(): void {
    for (const detail of this.#options.waiting.all()) this.#queue(detail);
  }

  /** Notes the orders of which a message told too little. Durable when it returns. */
  want(stall: string, source: string, { events, detail = [] }: Extract<WebhookReading, { kind: 'events' }>): void {
    if (detail.length === 0 || !this.#fetchers.has(source)) return;
    const synthetic = events.some((event) => event.synthetic);
    const wanted = detail.map((orderId) => ({ stall, source, orderId, synthetic }));
    this.#options.waiting.add(wanted);
    for (const each of wanted) this.#queue(each);
  }

  /** Stops asking; what is unanswered waits for the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const { timer } of this.#jobs.values()) clearTimeout(timer);
    await Promise.all(this.#asking);
  }

  #queue(detail: WaitingDetail): void {
    const key = JSON.stringify([detail.stall, detail.source, detail.orderId]);
    const known = this.#jobs.get(key);
    if (known?.state === 'asked') known.again = true;
    if (!known && this.#fetchers.has(detail.source))
      this.#jobs.set(key, { detail, tries: 0, state: 'queued', again: false });
    this.#askNext(detail.source);
  }

  #askNext(source: string): void {
    const fetcher = this.#fetchers.get(source);
    if (!fetcher || this.#closing.signal.aborted) return;
    const jobs = [...this.#jobs].filter(([, { detail }]) => detail.source === source);
    let free = this.#options.atOnce - jobs.filter(([, { state }]) => state === 'asked').length;
    for (const [key, job] of jobs) {
      if (free <= 0) return;
      if (job.state !== 'queued') continue;
      free -= 1;
      const asking = this.#ask(key, job, fetcher);
      this.#asking.add(asking);
      void asking.finally(() => this.#asking.delete(asking));
    }
  }

  async #ask(key: string, job: Job, fetcher: DetailFetcher): Promise<void> {
    job.state = 'asked';
    job.again = false;
    job.tries += 1;
    let done: boolean;
    try {
      const said = await this.#fetch(fetcher, job.detail.orderId);
      done = said !== null && (await this.#patch(job.detail, said));
    } catch {
      // A fetcher's words may hold the shop's key, so they are not told to the log.
      done = false;
    }
    if (this.#closing.signal.aborted) return;
    if (done && !job.again) this.#settle(key, job);
    else if (done) Object.assign(job, { state: 'queued', tries: 0 });
    else if (job.tries >= this.#options.tries) {
      this.#settle(key, job);
      const { source, orderId } = job.detail;
      this.#options.log(`${source}: order ${orderId} stays as it was told: the shop did not tell more of it`);
    } else this.#pause(job);
    this.#askNext(job.detail.source);
  }

  /** Asks the shop, for as long as it may take. A fetcher that does not mind the signal is left behind. */
  async #fetch(fetcher: DetailFetcher, orderId: string): Promise<OrderDetail | null> {
    const patience = new AbortController();
    const giveUp = () => patience.abort(new Error('The shop took too long, or the relay stops.'));
    const timer = setTimeout(giveUp, this.#options.timeoutMs);
    this.#closing.signal.addEventListener('abort', giveUp);
    try {
      return await Promise.race([
        fetcher.fetchDetail(orderId, patience.signal),
        new Promise<never>((_, reject) =>
          patience.signal.addEventListener('abort', () => reject(patience.signal.reason as Error)),
        ),
      ]);
    } finally {
      clearTimeout(timer);
      this.#closing.signal.removeEventListener('abort', giveUp);
    }
  }

  /** True once the ledger has it, or has said that it never will. */
  async #patch(detail: WaitingDetail, said: OrderDetail): Promise<boolean> {
    const outcome = await this.#options.accept(detail.stall, [patchOf(detail, said)]);
    if (!outcome.ok)
      this.#options.log(`${detail.source}: the detail of order ${detail.orderId} → ${outcome.refusal.message.en}`);
    return true;
  }

  #pause(job: Job): void {
    const { retryMs, longestRetryMs } = this.#options;
    const pause = Math.min(retryMs * 2 ** (job.tries - 1), longestRetryMs);
    job.state = 'paused';
    // Between half and all of it, so that orders that failed together do not come back together.
    job.timer = setTimeout(
      () => {
        job.state = 'queued';
        this.#askNext(job.detail.source);
      },
      pause * (0.5 + Math.random() / 2),
    );
    job.timer.unref();
  }

  #settle(key: string, job: Job): void {
    this.#jobs.delete(key);
    this.#options.waiting.remove(job.detail);
  }
}

/** An answer as an event. Two answers that say the same are one event; a name that a fetcher did not mask is masked here. */
function patchOf({ source, orderId, synthetic }: WaitingDetail, said: OrderDetail): OrderEvent {
  const { buyer } = said;
  const fields = { ...said, ...(buyer ? { buyer: { mask: maskName(buyer.mask) } } : {}) };
  const hash = createHash('sha256')
    .update(JSON.stringify([orderId, fields]))
    .digest('hex');
  return { ...fields, type: 'order', source, orderId, eventId: `detail:${hash}`, ...(synthetic && { synthetic }) };
}
