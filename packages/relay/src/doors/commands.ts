import type { Outcome, Overtaken } from '@stallcast/ledger';
import { formatPosition, type Position } from '@stallcast/protocol';
import { writeJson } from '../http/exchange.js';
import type { OriginRule } from '../http/origins.js';
import { Problem } from '../http/problem.js';
import { parseJson, readBody } from '../http/read-body.js';
import type { RateLimit } from '../http/rate-limit.js';
import type { Door } from '../http/router.js';
import type { RecentSteps } from '../recent-steps.js';
import { bearerOf } from '../http/bearer.js';
import type { Access } from './access.js';

export interface CommandsDoor {
  access: Access;
  origins: OriginRule;
  limit: RateLimit;
  steps: RecentSteps;
  /** The name of the device that a key was given to; null for the relay's own. */
  nameOf(key: string): string | null;
}

/** Takes an operator's command, and answers with its position once it is durable. A command with a device's own key is that device's. */
export function commandsDoor({ access, origins, limit, steps, nameOf }: CommandsDoor): Door {
  return {
    path: '/stalls/:stall/commands',
    method: 'POST',
    origins,
    async answer(exchange) {
      limit(exchange.request);
      const stall = await access.operator(exchange);
      const command = signed(parseJson(await readBody(exchange.request)), nameOf(bearerOf(exchange.request) ?? ''));
      const position = positionOf(await stall.ledger.command(command));
      steps.note(stall.ledger.stall, command);
      writeJson(exchange.response, 200, position);
    },
  };
}

/** A command with the name of the device that gave it. */
function signed(command: unknown, name: string | null): unknown {
  return name === null || typeof command !== 'object' || command === null ? command : { ...command, by: name };
}

/** Where the log stands after an accepted thing; throws what the ledger refused as a problem. */
export function positionOf(outcome: Outcome): Position {
  if (outcome.ok) return placeOf(outcome.position);
  const { status, code, message, overtaken } = outcome.refusal;
  throw new Problem(status, code, message, {}, overtaken && { overtaken: asMember(overtaken) });
}

/** Whose command stands, and what a command that is sent all the same has to name as seen. */
function asMember({ commandId, by, position }: Overtaken): Record<string, unknown> {
  return { commandId, ...(by !== undefined && { by }), seen: formatPosition(position) };
}

/** A place in the log, and nothing else of what carries it. */
export function placeOf({ epoch, offset }: Position): Position {
  return { epoch, offset };
}
