import type { View } from '@stallcast/protocol';
import { requireKey } from '../http/bearer.js';
import type { Exchange } from '../http/exchange.js';
import type { KeyGuesses } from '../http/key-guesses.js';
import { problems } from '../http/problems.js';
import type { KeyRing, Role } from '../storage/keys.js';
import type { OpenStall, Stalls } from '../stalls.js';

/** Says who may come to which stall, and what they may see of it. */
export interface Access {
  reader(exchange: Exchange): Promise<{ stall: OpenStall; view: View }>;
  operator(exchange: Exchange): Promise<OpenStall>;
  /** A stall without a key: for webhooks, which bring a signature, and for sockets, whose key comes in a message. */
  stall(name: string | undefined): Promise<OpenStall>;
  /** What a role sees of a stall, or of one of its rooms. */
  view(stall: OpenStall, role: Role, room: string | null): View;
}

export function createAccess(stalls: Stalls, keys: KeyRing, guesses?: KeyGuesses): Access {
  const access: Access = {
    // The key is asked for first: without one nobody learns which stalls there are.
    async reader({ request, params, query }) {
      const role = requireKey(request, keys, guesses);
      const stall = await access.stall(params['stall']);
      return { stall, view: access.view(stall, role, query.get('room')) };
    },
    async operator({ request, params }) {
      if (requireKey(request, keys, guesses) !== 'deck') throw problems.viewKeyOnly();
      return access.stall(params['stall']);
    },
    async stall(name) {
      const stall = await stalls.find(name ?? '');
      if (!stall) throw problems.unknownStall();
      return stall;
    },
    view(stall, role, room) {
      const operator = role === 'deck';
      if (!room) return { operator };
      if (!stall.ledger.snapshot().state.rooms.some(({ id }) => id === room)) throw problems.unknownRoom();
      return { operator, room };
    },
  };
  return access;
}
