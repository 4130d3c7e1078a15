/*
 * When one page asks.
 *
 *              due                    answered, failed, 10 s
 *   waiting ────────▶ asking ─────────────────────────────────▶ waiting
 *     ▲  │ another page asks: hold back      │ hidden: what is under way ends, nothing new begins
 *     └──┘ its answer is taken               ▼
 *   shown, or the network is back      (no timer while hidden)
 */
import { markOf, type Answer } from './answer.js';
import { openHearsay, type Hearsay, type Word } from './hearsay.js';
import { nextWaitMs } from './next-wait.js';

/** An answer is waited for so long, ms. */
export const PATIENCE_MS = 10_000;
/** Pages that start together do not ask together: all but the first find that somebody asks already. */
const STAGGER_MS = 150;
/** Clocks may be set back; by more than this an older answer is a newer one. */
const CLOCK_STEP_MS = 60_000;

const NO_FAILURE: { retryAfterMs?: number; unanswered?: true } = {};

/** A text with the time at which it was asked for. */
export interface Heard {
  answer: Answer;
  /** Ms since 1970. Nothing older than this is in the answer. */
  at: number;
}

export interface PollerOptions {
  /** Asks once. It must end when the signal does. */
  ask(signal: AbortSignal): Promise<Answer>;
  /** Takes what came, in the order of asking. */
  take(heard: Heard): void;
  intervalMs: number;
  /** What is asked, for pages that ask the same; null: this page asks for itself. */
  question: string | null;
  /** A chance from 0 to 1. @default Math.random */
  random?: () => number;
  /** How much faster than life every wait is: of tests that have no minute for a fault. @default 1 */
  speed?: number;
}

/** Asks again and again until it is stopped; not while the page is hidden. */
export interface Poller {
  stop(): void;
}

/** Starts to ask. */
export function startPoller({
  ask,
  take,
  intervalMs,
  question,
  random = Math.random,
  speed = 1,
}: PollerOptions): Poller {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** By the monotonic clock. */
  let dueAt = 0;
  let failures = 0;
  let isPaused = false;
  let asking: AbortController | null = null;
  let takenAt = -Infinity;
  /** The mark of the last text that was taken. */
  let mark: string | null = null;
  let stopped = false;

  function schedule(waitMs: number): void {
    clearTimeout(timer);
    dueAt = performance.now() + waitMs / speed;
    if (!stopped && !isHidden()) timer = setTimeout(turn, waitMs / speed);
  }

  function turn(): void {
    if (stopped || asking || isHidden()) return;
    void askOnce();
  }

  async function askOnce(): Promise<void> {
    const controller = new AbortController();
    asking = controller;
    const at = Date.now();
    hearsay.tell({ type: 'asking' });
    const patience = setTimeout(() => controller.abort(), PATIENCE_MS / speed);
    const answer = await ask(controller.signal).catch((): Answer => ({
      kind: 'failed',
      code: 'unreachable',
      unanswered: true,
      message: controller.signal.aborted
        ? '十秒内没有回应，会自己再试。 / Expected an answer within ten seconds, got none: it is asked again.'
        : '没有回应，会自己再试：检查网络和地址。 / Expected an answer, got none: check the network and the address.',
    }));
    clearTimeout(patience);
    asking = null;
    if (stopped) return;
    settle(answer, at);
    hearsay.tell({ type: 'answer', answer, at, mark });
  }

  function settle(answer: Answer, at: number): void {
    failures = answer.kind === 'failed' ? failures + 1 : 0;
    const { retryAfterMs, unanswered } = answer.kind === 'failed' ? answer : NO_FAILURE;
    isPaused = retryAfterMs !== undefined;
    schedule(nextWaitMs({ intervalMs, failures, retryAfterMs, unanswered }, random));
    // Of two pages that asked, the later question may be answered first: what is older tells nothing then.
    if (at < takenAt && takenAt - at < CLOCK_STEP_MS) return;
    takenAt = at;
    if (answer.kind === 'text') mark = markOf(answer.text);
    take({ answer, at });
  }

  function hear(word: Word): void {
    // A page that was shown again asks for itself, and so does one that is about to hear its own answer.
    if (stopped || isHidden()) return;
    if (word.type === 'asking') {
      if (!asking) schedule(PATIENCE_MS + STAGGER_MS * (1 + random()));
    } else if (word.answer.kind !== 'same' || (mark !== null && word.mark === mark)) settle(word.answer, word.at);
    else if (!asking) schedule(random() * STAGGER_MS);
  }

  function wake(): void {
    clearTimeout(timer);
    const late = hearsay.isOpen ? random() * STAGGER_MS : 0;
    if (!asking) schedule(Math.max(late, (dueAt - performance.now()) * speed));
  }

  function onOnline(): void {
    if (failures > 0 && !isPaused && !asking) schedule(random() * STAGGER_MS);
  }

  const hearsay: Hearsay = openHearsay(question, hear);
  globalThis.document?.addEventListener('visibilitychange', wake);
  globalThis.addEventListener?.('online', onOnline);
  schedule(hearsay.isOpen ? random() * STAGGER_MS : 0);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      asking?.abort();
      hearsay.close();
      globalThis.document?.removeEventListener('visibilitychange', wake);
      globalThis.removeEventListener?.('online', onOnline);
    },
  };
}

function isHidden(): boolean {
  return globalThis.document?.hidden === true;
}
