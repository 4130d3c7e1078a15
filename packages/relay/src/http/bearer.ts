import type { IncomingMessage } from 'node:http';
import type { KeyRing, Role } from '../storage/keys.js';
import { problems } from './problems.js';

const BEARER = /^bearer +([^\s]+)$/i;

/** Tells what the request's key allows; without one, or with a wrong one, it throws a problem with status 401. */
export function requireKey(request: IncomingMessage, keys: KeyRing): Role {
  const header = request.headers.authorization?.trim();
  if (!header) throw problems.missingKey();
  const key = BEARER.exec(header)?.[1];
  if (key === undefined) throw problems.missingKey();
  const role = keys.roleOf(key);
  if (role === null) throw problems.wrongKey();
  return role;
}
