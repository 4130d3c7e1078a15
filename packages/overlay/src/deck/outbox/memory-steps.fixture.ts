import type { SentCommand } from './sent-command.js';
import type { OwnedStep, StepStore } from './step-store.js';

/** Keeps steps in memory; `isFull` has it refuse to keep any more. */
export function createMemorySteps(): StepStore & { isFull: boolean } {
  const kept = new Map<string, OwnedStep>();
  const sorted = (): OwnedStep[] =>
    [...kept.values()].sort((a, b) => (a.step.command.id < b.step.command.id ? -1 : 1)).map((one) => ({ ...one }));
  const store = {
    isFull: false,
    all: () => settle(() => sorted()),
    add: (step: SentCommand, owner: string) =>
      settle(() => {
        refuseWhenFull();
        if (!kept.has(step.command.id)) kept.set(step.command.id, { step, owner });
      }),
    update: (step: SentCommand, owner: string) =>
      settle(() => {
        refuseWhenFull();
        if (kept.get(step.command.id)?.owner !== owner) return false;
        kept.set(step.command.id, { step, owner });
        return true;
      }),
    remove: (ids: readonly string[]) => settle(() => ids.forEach((id) => kept.delete(id))),
    take: (owner: string, isGone: (owner: string) => boolean) =>
      settle(() => {
        const free = sorted().filter((one) => one.owner === owner || isGone(one.owner));
        for (const { step } of free) kept.set(step.command.id, { step, owner });
        return free.map(({ step }) => step);
      }),
  };
  function refuseWhenFull(): void {
    if (store.isFull) throw new Error('full');
  }
  return store;
}

/** A transaction ends a turn later than it began. */
async function settle<T>(work: () => T): Promise<T> {
  await Promise.resolve();
  const result = work();
  await Promise.resolve();
  return result;
}
