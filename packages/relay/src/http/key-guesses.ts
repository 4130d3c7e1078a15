import type { IncomingMessage } from 'node:http';
import { problems } from './problems.js';
import { isThisMachine, networkOf } from './rate-limit.js';

/** How many wrong keys one address may show in a minute. A page with an old link shows a few; whoever tries them all shows thousands. */
export const GUESSES_A_MINUTE = 60;

const MINUTE_MS = 60_000;
/** More addresses than this are not told apart. */
const MOST_ADDRESSES = 10_000;

type Asking = Pick<IncomingMessage, 'socket'>;

/** Counts the wrong keys that come from an address. */
export interface KeyGuesses {
  /** Throws a problem with status 429 for an address that has shown too many, before its key is looked at. */
  check(request: Asking): void;
  /** Notes a wrong key. */
  wrong(request: Asking): void;
}

/** Makes the count. This machine itself is never limited, as with requests: a tunnel comes from it. */
export function createKeyGuesses(now: () => number): KeyGuesses {
  const known = new Map<string, { count: number; since: number }>();
  const nameOf = ({ socket }: Asking): string => {
    const address = networkOf(socket.remoteAddress ?? '');
    return known.has(address) || known.size < MOST_ADDRESSES ? address : 'all others';
  };
  const current = (name: string) => {
    const guesses = known.get(name);
    return guesses && Math.abs(now() - guesses.since) < MINUTE_MS ? guesses : { count: 0, since: now() };
  };

  return {
    check(request) {
      if (isThisMachine(request.socket.remoteAddress)) return;
      const { count, since } = current(nameOf(request));
      if (count >= GUESSES_A_MINUTE) throw problems.tooManyWrongKeys(Math.ceil((since + MINUTE_MS - now()) / 1_000));
    },
    wrong(request) {
      if (isThisMachine(request.socket.remoteAddress)) return;
      if (known.size >= MOST_ADDRESSES)
        for (const [name, { since }] of known) if (now() - since >= MINUTE_MS) known.delete(name);
      const name = nameOf(request);
      const { count, since } = current(name);
      known.set(name, { count: count + 1, since });
    },
  };
}
