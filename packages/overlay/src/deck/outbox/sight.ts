import { formatPosition, MAX_OWN, type Command, type Position } from '@stallcast/protocol';
import type { SentCommand } from './sent-command.js';
import { isPast } from './settled.js';

/** What an operator sees who has read so far: that, and this deck's own steps on top of it, done or on their way. */
export function sightOf(commands: readonly SentCommand[], read: Position | null): Pick<Command, 'seen' | 'own'> {
  if (!read) return {};
  const onTop = commands.filter(
    ({ stage, position, by }) => stage !== 'refused' && by === undefined && !(position && isPast(position, read)),
  );
  const own = onTop.slice(-MAX_OWN).map(({ command }) => command.id);
  return { seen: formatPosition(read), ...(own.length > 0 && { own }) };
}
