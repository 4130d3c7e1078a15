import type { Command } from '@stallcast/protocol';
import { atom, type ReadableAtom } from 'nanostores';

/** A step of another operator. */
export interface TeamStep {
  readonly command: Command;
  /** Ms since 1970, by the relay's clock. */
  readonly at: number;
  /** The name of the device; empty where it has none of its own. */
  readonly by: string;
}

/** Steps as a relay tells them, the oldest first: those after one that is known. Null where it did not answer. */
export type AskSteps = (after: string | null) => Promise<readonly TeamStep[] | null>;

/** What the other operators of a stall did. */
export interface Team {
  /** The oldest first. */
  readonly $steps: ReadableAtom<readonly TeamStep[]>;
  /** The newest step of somebody else, for a moment. */
  readonly $told: ReadableAtom<TeamStep | null>;
  /** The stall has moved on: somebody may have done something. */
  moved(): void;
  close(): void;
}

/** How many steps of others are remembered. */
const KEPT = 40;

/** How soon after a change it is asked who did it, and how often at most. */
const ASK_MS = 400;

/** How long a step of somebody else is told. */
const TELL_MS = 8_000;

/** Follows what the others did; `isOwn` knows this device's own steps. What was done before the deck was opened is no news. */
export function followTeam(ask: AskSteps | null, isOwn: (commandId: string) => boolean): Team {
  const $steps = atom<readonly TeamStep[]>([]);
  const $told = atom<TeamStep | null>(null);
  let newest: string | null = null;
  let isFirst = true;
  let isMoved = false;
  let isAsking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (!ask || isAsking) return;
    isMoved = false;
    isAsking = true;
    const steps = await ask(newest);
    isAsking = false;
    if (!steps) return;
    newest = steps.at(-1)?.command.id ?? newest;
    const known = new Set($steps.get().map(({ command }) => command.id));
    const others = steps.filter(({ command }) => !known.has(command.id) && !isOwn(command.id));
    if (others.length > 0) $steps.set([...$steps.get(), ...others].slice(-KEPT));
    const latest = others.at(-1);
    if (latest && !isFirst) tell(latest);
    isFirst = false;
    if (isMoved) moved();
  }

  function tell(step: TeamStep): void {
    clearTimeout(quiet);
    $told.set(step);
    quiet = setTimeout(() => $told.set(null), TELL_MS);
  }

  function moved(): void {
    isMoved = true;
    if (ask && !isAsking) timer ??= setTimeout(() => void look(), ASK_MS);
  }

  return {
    $steps,
    $told,
    moved,
    close() {
      clearTimeout(timer);
      clearTimeout(quiet);
    },
  };
}
