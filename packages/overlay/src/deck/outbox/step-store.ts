import type { SentCommand } from './sent-command.js';

/**
 * Where an outbox keeps its steps, so that they outlive the page.
 *
 * Each step belongs to one page at a time: only that page sends it and writes what became of it.
 */
export interface StepStore {
  /** All steps and whose they are, the oldest first. */
  all(): Promise<readonly OwnedStep[]>;
  /** Keeps a step that is new; one that is there already stays as it is, whoever has it. */
  add(step: SentCommand, owner: string): Promise<void>;
  /** Keeps what became of a step. False, and nothing is written, where it is another page's by now or was removed. */
  update(step: SentCommand, owner: string): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
  /** Takes over the steps of pages that are gone; resolves to all that are the owner's then. */
  take(owner: string, isGone: (owner: string) => boolean): Promise<readonly SentCommand[]>;
}

export interface OwnedStep {
  readonly step: SentCommand;
  readonly owner: string;
}
