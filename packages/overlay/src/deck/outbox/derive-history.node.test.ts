import type { Command } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { deriveHistory } from './derive-history.js';
import type { SentCommand, Stage } from './sent-command.js';

const sent = (command: Command, stage: Stage = 'done'): SentCommand => ({ command, at: 0, stage, unanswered: 0 });
const pause: Command = { id: 'a', type: 'pause', productId: 'peach' };
const undo = (id: string, commandId: string): Command => ({ id, type: 'undo', commandId });
const lines = (commands: SentCommand[]) =>
  deriveHistory(commands).map(({ sent: { command }, undone, undoId }) => [command.id, undone, undoId]);

describe('deriveHistory', () => {
  it('lists the newest first, each to be undone by its id', () => {
    const feature: Command = { id: 'b', type: 'feature', productIds: ['peach'] };
    expect(lines([sent(pause), sent(feature)])).toEqual([
      ['b', false, 'b'],
      ['a', false, 'a'],
    ]);
  });

  it('shows an undo on the line of the step, which the undo of the undo brings back', () => {
    expect(lines([sent(pause), sent(undo('u', 'a'))])).toEqual([['a', true, 'u']]);
    expect(lines([sent(pause), sent(undo('u', 'a')), sent(undo('v', 'u'))])).toEqual([['a', false, 'v']]);
  });

  it('offers nothing while an undo is under way', () => {
    expect(lines([sent(pause), sent(undo('u', 'a'), 'waiting')])).toEqual([['a', true, null]]);
  });

  it('keeps a step that could not be undone, with the refusal', () => {
    const [entry] = deriveHistory([sent(pause), sent(undo('u', 'a'), 'refused')]);
    expect([entry?.undone, entry?.undoId, entry?.refusedUndo?.command.id]).toEqual([false, 'a', 'u']);
  });

  it.each<Command>([
    { id: 'p', type: 'panic', on: true },
    { id: 'c', type: 'cancel-order', orderId: '1', reason: 'buyer' },
  ])('offers no undo for $type', (command) => {
    expect(lines([sent(command)])).toEqual([[command.id, false, null]]);
  });

  it.each<Command>([
    { id: 's', type: 'start-session', session: {} },
    { id: 'e', type: 'end-session' },
  ])('offers to undo $type', (command) => {
    expect(lines([sent(command)])).toEqual([[command.id, false, command.id]]);
  });

  it('offers none for a step that waits or was refused', () => {
    expect(lines([sent(pause, 'waiting')])).toEqual([['a', false, null]]);
    expect(lines([sent(pause, 'refused')])).toEqual([['a', false, null]]);
  });
});
