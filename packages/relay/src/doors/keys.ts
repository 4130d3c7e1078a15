import type { IncomingMessage } from 'node:http';
import { encode } from 'uqr';
import { bearerOf } from '../http/bearer.js';
import { writeJson } from '../http/exchange.js';
import type { OriginRule } from '../http/origins.js';
import { problems } from '../http/problems.js';
import { parseJson, readBody } from '../http/read-body.js';
import type { Door } from '../http/router.js';
import { linksOf } from '../links.js';
import type { IssuedKeys } from '../storage/issued-keys.js';
import type { WholeKeyRing } from '../storage/key-ring.js';
import type { Keys } from '../storage/keys.js';
import type { Access } from './access.js';

const MAX_NAME = 40;

/** What the doors of the keys work with. */
export interface KeyDoors {
  access: Access;
  keys: Keys;
  ring: WholeKeyRing;
  issued: IssuedKeys;
  origins: OriginRule;
  /** The origins under which a phone reaches the relay, the likeliest first; null without `--lan`. */
  lanOrigins(): readonly string[] | null;
  /** Whether a device with this key is connected at this moment. */
  isConnected(keyId: string): boolean;
}

/**
 * The doors at which devices are given keys of their own, and lose them again.
 *
 * Whoever commands may see which there are; only the relay's own deck key gives and takes them, so that a phone that was lost cannot
 * lock the others out.
 */
export function keysDoors({ access, keys, ring, issued, origins, lanOrigins, isConnected }: KeyDoors): Door[] {
  const requireOwn = (request: IncomingMessage): void => {
    if (ring.idOf(bearerOf(request) ?? '') !== null) throw problems.givenKeyOnly();
  };
  return [
    {
      path: '/stalls/:stall/keys',
      method: 'POST',
      origins,
      async answerGet(exchange) {
        await access.operator(exchange);
        const yours = ring.idOf(bearerOf(exchange.request) ?? '');
        writeJson(exchange.response, 200, {
          mayGive: yours === null,
          lan: lanState(lanOrigins()),
          keys: issued
            .list()
            .map(({ hash: _, ...key }) => ({ ...key, isYours: key.id === yours, isConnected: isConnected(key.id) })),
        });
      },
      async answer(exchange) {
        const { ledger } = await access.operator(exchange);
        requireOwn(exchange.request);
        const body = parseJson(await readBody(exchange.request));
        const name = readName(body);
        const { id, key } = issued.issue(name, { replacesUnused: true });
        const links = (lanOrigins() ?? []).map((origin) => linksOf(origin, ledger.stall, { ...keys, deck: key }));
        const decks = links.map(({ deck }) => speaking(readLanguage(body), deck));
        writeJson(exchange.response, 200, { id, name, key, decks, codes: decks.map(codeOf) });
      },
    },
    {
      path: '/stalls/:stall/keys/:id/revoke',
      method: 'POST',
      origins,
      async answer(exchange) {
        await access.operator(exchange);
        requireOwn(exchange.request);
        if (!issued.revoke(exchange.params['id'] ?? '')) throw problems.unknownKey();
        writeJson(exchange.response, 200, { revoked: true });
      },
    },
  ];
}

/** What a phone of the local network finds: nothing without `--lan`, nor on a machine without a network. */
function lanState(origins: readonly string[] | null): 'closed' | 'no-network' | 'open' {
  if (origins === null) return 'closed';
  return origins.length > 0 ? 'open' : 'no-network';
}

/** The rows of a link's QR code. A page draws it from these: it has no encoder of its own, and takes no markup from anywhere. */
function codeOf(link: string): string[] {
  return encode(link, { border: 4 }).data.map((row) => row.map(Number).join(''));
}

/** The link of a deck that begins in another language than Chinese. */
function speaking(language: string, deck: string): string {
  return language === '' ? deck : deck.replace('#', `&lang=${language}#`);
}

function readLanguage(body: unknown): string {
  const language = typeof body === 'object' && body !== null && 'language' in body ? body.language : '';
  return language === 'en' ? language : '';
}

function readName(body: unknown): string {
  const name = typeof body === 'object' && body !== null && 'name' in body ? body.name : '';
  // Control characters would write over the terminal that lists the names.
  const text = typeof name === 'string' ? name.replace(/\p{C}/gu, '').trim().slice(0, MAX_NAME) : '';
  return text || '手机 phone';
}
