import type { Outcome } from '@stallcast/ledger';
import type { Position } from '@stallcast/protocol';
import { writeJson } from '../http/exchange.js';
import type { OriginRule } from '../http/origins.js';
import { Problem } from '../http/problem.js';
import { parseJson, readBody } from '../http/read-body.js';
import type { RateLimit } from '../http/rate-limit.js';
import type { Door } from '../http/router.js';
import type { Access } from './access.js';

/** Takes an operator's command, and answers with its position once it is durable. */
export function commandsDoor(access: Access, origins: OriginRule, limit: RateLimit): Door {
  return {
    path: '/stalls/:stall/commands',
    method: 'POST',
    origins,
    async answer(exchange) {
      limit(exchange.request);
      const stall = await access.operator(exchange);
      const command = parseJson(await readBody(exchange.request));
      writeJson(exchange.response, 200, positionOf(await stall.ledger.command(command)));
    },
  };
}

/** Where the log stands after an accepted thing; throws what the ledger refused as a problem. */
export function positionOf(outcome: Outcome): Position {
  if (outcome.ok) return placeOf(outcome.position);
  const { status, code, message } = outcome.refusal;
  throw new Problem(status, code, message);
}

/** A place in the log, and nothing else of what carries it. */
export function placeOf({ epoch, offset }: Position): Position {
  return { epoch, offset };
}
