import type { IncomingMessage } from 'node:http';
import type { KeyRing, Role } from '../storage/keys.js';
import type { KeyGuesses } from './key-guesses.js';
import { problems } from './problems.js';

const BEARER = /^bearer +([^\s]+)$/i;

/** The key that a request carries; null without one. */
export function bearerOf(request: IncomingMessage): string | null {
  return BEARER.exec(request.headers.authorization?.trim() ?? '')?.[1] ?? null;
}

/** Tells what the request's key allows; without one, or with a wrong one, it throws a problem with status 401. */
export function requireKey(request: IncomingMessage, keys: KeyRing, guesses?: KeyGuesses): Role {
  const key = bearerOf(request);
  if (key === null) throw problems.missingKey();
  guesses?.check(request);
  const role = keys.roleOf(key);
  if (role !== null) return role;
  if (keys.isRevoked?.(key)) throw problems.revokedKey();
  guesses?.wrong(request);
  throw problems.wrongKey();
}
