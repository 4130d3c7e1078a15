import type { BrowserContext } from '@playwright/test';

/** What a hand did, as pages saw it. */
export interface Deeds {
  /** Presses of a mouse's button or of a finger, drags and holds left out. */
  presses: number;
  drags: number;
  /** Keys of the keyboard that went down, Enter and Shift among them. */
  keys: number;
  /** Times that the hand went from mouse to keyboard or back. */
  hands: number;
  /** How long a key on the screen was held, in milliseconds, where it was held longer than a press takes. */
  heldMs: number;
  /** Times that the page had to be scrolled to what was wanted. */
  scrolls: number;
}

export const NO_DEEDS: Deeds = { presses: 0, drags: 0, keys: 0, hands: 0, heldMs: 0, scrolls: 0 };

type Seen = { kind: 'down' | 'key' } | { kind: 'drag'; link: string } | { kind: 'held'; ms: number };

const HELD_FROM_MS = 600;

/** Counts what is done in the pages of a browser, by the browser's own events: what a script calls is not counted. */
export interface DeedCounter {
  readonly deeds: Deeds;
  /** The link that was dragged last, as another program gets it. */
  readonly dragged: string;
  watch(context: BrowserContext): Promise<void>;
  scrolled(): void;
}

export function createDeedCounter(): DeedCounter {
  const deeds = { ...NO_DEEDS };
  let dragged = '';
  let hand: 'mouse' | 'keyboard' = 'mouse';
  const use = (next: typeof hand): void => {
    if (next !== hand) deeds.hands += 1;
    hand = next;
  };
  const see = (seen: Seen): void => {
    use(seen.kind === 'key' ? 'keyboard' : 'mouse');
    if (seen.kind === 'down') deeds.presses += 1;
    else if (seen.kind === 'key') deeds.keys += 1;
    // A drag and a hold began as a press.
    else deeds.presses -= 1;
    if (seen.kind === 'drag') {
      deeds.drags += 1;
      dragged = seen.link;
    }
    if (seen.kind === 'held') deeds.heldMs += seen.ms;
  };
  return {
    deeds,
    get dragged() {
      return dragged;
    },
    async watch(context) {
      await context.exposeBinding('walkSaw', (_source, seen: Seen) => see(seen));
      await context.addInitScript(tellDeeds, HELD_FROM_MS);
    },
    scrolled: () => void (deeds.scrolls += 1),
  };
}

/** Runs in each page. */
function tellDeeds(heldFromMs: number): void {
  const tell = (seen: unknown): void => (window as unknown as { walkSaw: (seen: unknown) => void }).walkSaw(seen);
  const listen = (type: string, told: (event: Event) => void): void =>
    window.addEventListener(type, (event) => event.isTrusted && told(event), { capture: true, passive: true });
  let downAt = 0;
  listen('pointerdown', ({ timeStamp }) => {
    downAt = timeStamp;
    tell({ kind: 'down' });
  });
  listen('pointerup', ({ timeStamp }) => {
    const ms = timeStamp - downAt;
    if (ms >= heldFromMs) tell({ kind: 'held', ms: Math.round(ms / 1000) * 1000 });
  });
  listen('dragstart', (event) => {
    const link = (event as DragEvent).dataTransfer?.getData('text/uri-list') ?? '';
    tell({ kind: 'drag', link });
  });
  listen('keydown', (event) => {
    if (!(event as KeyboardEvent).repeat) tell({ kind: 'key' });
  });
}

/** What was done between two looks at the counter. */
export function deedsSince(before: Deeds, after: Deeds): Deeds {
  return {
    presses: after.presses - before.presses,
    drags: after.drags - before.drags,
    keys: after.keys - before.keys,
    hands: after.hands - before.hands,
    heldMs: after.heldMs - before.heldMs,
    scrolls: after.scrolls - before.scrolls,
  };
}

export function addDeeds(one: Deeds, other: Deeds): Deeds {
  return deedsSince(deedsSince(NO_DEEDS, one), other);
}
