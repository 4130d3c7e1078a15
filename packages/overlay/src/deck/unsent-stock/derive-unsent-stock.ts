import type { Command } from '@stallcast/protocol';
import type { SentCommand } from '../outbox/sent-command.js';

/** What steps of this deck will do to a product's stock once they are done. */
export interface UnsentStock {
  /** What it will be set to first; null where nothing sets it. */
  readonly setTo: number | null;
  /** What is added after that; less than 0 where it is taken off. */
  readonly delta: number;
  /** All of them were taken in; only their changes have not come back yet. */
  readonly isAccepted: boolean;
}

/** Derives what is under way for one product's stock, in the order of the steps; null where nothing is. */
export function deriveUnsentStock(commands: readonly SentCommand[], productId: string): UnsentStock | null {
  const commandOf = (id: string): Command | undefined => commands.find(({ command }) => command.id === id)?.command;
  const underWay = commands.filter(({ stage }) => stage === 'waiting' || stage === 'accepted');
  let setTo: number | null = null;
  let delta = 0;
  let isAccepted = true;
  let isTouched = false;
  for (const { command, stage } of underWay) {
    const added = addedBy(command, productId, commandOf);
    const isSet = command.type === 'set-stock' && command.productId === productId;
    if (!isSet && added === 0) continue;
    isTouched = true;
    if (isSet) [setTo, delta] = [command.onHand, 0];
    else delta += added;
    isAccepted &&= stage === 'accepted';
  }
  // What cancels out changes nothing: a step and its undo.
  return isTouched && (setTo !== null || delta !== 0) ? { setTo, delta, isAccepted } : null;
}

/** What a step adds to a product's stock; an undo adds what its step took off. */
function addedBy(command: Command, productId: string, commandOf: (id: string) => Command | undefined): number {
  if (command.type === 'adjust-stock') return command.productId === productId ? command.delta : 0;
  if (command.type !== 'undo') return 0;
  const undone = commandOf(command.commandId);
  return undone ? -addedBy(undone, productId, commandOf) : 0;
}
