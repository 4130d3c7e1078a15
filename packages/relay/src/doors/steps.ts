import { writeJson } from '../http/exchange.js';
import type { OriginRule } from '../http/origins.js';
import type { Door } from '../http/router.js';
import type { RecentSteps } from '../recent-steps.js';
import type { Access } from './access.js';

/** Tells what operators did last, so that each knows of the others: `?after=` names the newest command that is known. */
export function stepsDoor(access: Access, steps: RecentSteps, origins: OriginRule): Door {
  return {
    path: '/stalls/:stall/steps',
    method: 'GET',
    origins,
    async answer(exchange) {
      const { ledger } = await access.operator(exchange);
      writeJson(exchange.response, 200, { steps: steps.after(ledger.stall, exchange.query.get('after')) });
    },
  };
}
