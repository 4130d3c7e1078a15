import type { WebhookSource } from '@stallcast/protocol';
import { writeJson } from '../http/exchange.js';
import type { OriginRule } from '../http/origins.js';
import type { Door } from '../http/router.js';
import type { PullState } from '../pull/puller.js';
import type { SourceBook } from '../sources/source-book.js';
import type { OpenStall } from '../stalls.js';
import type { Access } from './access.js';

export interface SourcesOptions {
  access: Access;
  book: SourceBook;
  sources: readonly WebhookSource[];
  /** A secret by the name of its source. */
  secrets: Readonly<Record<string, string>>;
  /** The shops that are asked for this stall. */
  pullsOf: (stall: string) => readonly PullState[];
  origins: OriginRule;
  now: () => number;
}

/** Tells the operator whether shops reach the stall: what came of their messages, and of asking them. No secret, buyer or order is in it. */
export function sourcesDoor({ access, book, sources, secrets, pullsOf, origins, now }: SourcesOptions): Door {
  return {
    path: '/stalls/:stall/sources',
    method: 'GET',
    origins,
    async answer(exchange) {
      const stall = await access.operator(exchange);
      const name = stall.ledger.stall;
      writeJson(exchange.response, 200, {
        at: new Date(now()).toISOString(),
        since: book.since,
        sources: sources.map((source) => ({
          source: source.name,
          isSecretSet: Boolean(secrets[source.name]),
          ...book.of(name, source.name),
          unlisted: countUnlisted(stall, source.name),
        })),
        pulls: pullsOf(name),
      });
    },
  };
}

/** How many of a source's latest orders are for nothing that the stall lists: their products are not linked to the shop's. */
function countUnlisted({ ledger }: OpenStall, source: string): number {
  const { orders } = ledger.snapshot().state;
  return orders.filter(({ id, operatorOnly }) => operatorOnly === 'unlisted' && id.startsWith(`${source}:`)).length;
}
