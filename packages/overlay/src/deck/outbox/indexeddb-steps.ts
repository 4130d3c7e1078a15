import { inTransaction } from '../../keeping/database.js';
import { isSentCommand } from './kept-commands.js';
import type { SentCommand } from './sent-command.js';
import type { OwnedStep, StepStore } from './step-store.js';

/** Keeps the steps of one stall in this browser's IndexedDB, also on plain http. */
export function indexedDbSteps(stall: string): StepStore {
  const keyOf = (id: string): IDBValidKey => [stall, id];
  const range = (): IDBKeyRange => IDBKeyRange.bound([stall], [stall, []]);

  return {
    async all() {
      const kept = await inTransaction<unknown[]>('steps', 'readonly', (store, end) => {
        const reading = store.getAll(range());
        reading.onsuccess = () => end(reading.result);
      });
      return (kept ?? []).filter(isOwned);
    },

    async add(step, owner) {
      await inTransaction('steps', 'readwrite', (store) => {
        const reading = store.get(keyOf(step.command.id));
        reading.onsuccess = () => {
          if (reading.result === undefined) store.put({ step, owner }, keyOf(step.command.id));
        };
      });
    },

    async update(step, owner) {
      const isOwn = await inTransaction<boolean>('steps', 'readwrite', (store, end) => {
        const reading = store.get(keyOf(step.command.id));
        reading.onsuccess = () => {
          const found: unknown = reading.result;
          end(isOwned(found) && found.owner === owner);
          if (isOwned(found) && found.owner === owner) store.put({ step, owner }, keyOf(step.command.id));
        };
      });
      return isOwn ?? false;
    },

    async remove(ids) {
      await inTransaction('steps', 'readwrite', (store) => {
        for (const id of ids) store.delete(keyOf(id));
      });
    },

    async take(owner, isGone) {
      const taken = await inTransaction<SentCommand[]>('steps', 'readwrite', (store, end) => {
        const reading = store.getAll(range());
        reading.onsuccess = () => {
          const free = (reading.result as unknown[])
            .filter(isOwned)
            .filter((kept) => kept.owner === owner || isGone(kept.owner));
          for (const { step } of free) store.put({ step, owner }, keyOf(step.command.id));
          end(free.map(({ step }) => step));
        };
      });
      return taken ?? [];
    },
  };
}

function isOwned(value: unknown): value is OwnedStep {
  if (typeof value !== 'object' || value === null) return false;
  const { step, owner } = value as Partial<Record<keyof OwnedStep, unknown>>;
  return typeof owner === 'string' && isSentCommand(step);
}
