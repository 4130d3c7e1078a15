import { writeJson } from '../http/exchange.js';
import { problems } from '../http/problems.js';
import type { OriginRule } from '../http/origins.js';
import type { Door } from '../http/router.js';
import type { Instances } from '../instances/instances.js';
import type { Access } from './access.js';

/** The pages that are connected to a stall, and the key that makes one of them load itself anew. */
export function instancesDoors(access: Access, instancesOf: (stall: string) => Instances, origins: OriginRule): Door[] {
  return [
    {
      path: '/stalls/:stall/instances',
      method: 'GET',
      origins,
      async answer(exchange) {
        const { ledger } = await access.operator(exchange);
        writeJson(exchange.response, 200, { instances: instancesOf(ledger.stall).list() });
      },
    },
    {
      path: '/stalls/:stall/instances/:id/:wish',
      method: 'POST',
      origins,
      async answer(exchange) {
        const { ledger } = await access.operator(exchange);
        const { id = '', wish } = exchange.params;
        const instances = instancesOf(ledger.stall);
        const isDone = wish === 'reload' ? instances.reload(id) : wish === 'forget' && instances.forget(id);
        if (!isDone) throw problems.unknownInstance();
        writeJson(exchange.response, 200, { done: true });
      },
    },
  ];
}
