import type { Command } from '@stallcast/protocol';
import type { AskSteps, TeamStep } from './follow-team.js';

/** Asks the relay what operators did last. */
export function stepsDoor(ask: (path: string) => Promise<Record<string, unknown> | null>): AskSteps {
  return async (after) => {
    const answer = await ask(`/steps${after === null ? '' : `?after=${encodeURIComponent(after)}`}`);
    const steps = answer?.['steps'];
    return Array.isArray(steps) ? steps.flatMap(readStep) : null;
  };
}

function readStep(value: unknown): TeamStep[] {
  const { at, by, command } = (value ?? {}) as Partial<Record<'at' | 'by' | 'command', unknown>>;
  const { id, type } = (command ?? {}) as Partial<Record<'id' | 'type', unknown>>;
  if (typeof at !== 'string' || typeof id !== 'string' || typeof type !== 'string') return [];
  return [{ at: Date.parse(at), by: typeof by === 'string' ? by : '', command: command as Command }];
}
