import { keepText, keptText } from './kept-text.js';

const NAME = 'stallcast.last-stall';

/** Which stall, and which of its rooms, a deck works for. */
export interface StallChoice {
  stall: string;
  room: string | undefined;
}

/** Reads the choice out of an address; one that names no stall, as an installed deck's, means the last that was open here. */
export function chooseStall(query: URLSearchParams): StallChoice {
  if (query.has('stall')) return choiceOf(query);
  const last = new URLSearchParams(keptText(NAME) ?? '');
  const { stall, room } = choiceOf(last);
  return { stall, room: query.get('room') ?? room };
}

/** Remembers the stall that is open. */
export function rememberStall({ stall, room }: StallChoice): void {
  keepText(NAME, new URLSearchParams({ stall, ...(room !== undefined && { room }) }).toString());
}

function choiceOf(query: URLSearchParams): StallChoice {
  return { stall: query.get('stall') || 'orchard', room: query.get('room') || undefined };
}
