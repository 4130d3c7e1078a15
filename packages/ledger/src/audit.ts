import { maskName, type Command, type Position, type SourceEvent } from '@stallcast/protocol';
import type { AuditEntry } from './audit-entry.js';
import type { Refusal } from './outcome.js';
import type { LedgerStorage } from './storage.js';

const PAGE = 500;

/** Reads all entries, the oldest first, also those written meanwhile. */
export async function* readAudit(storage: LedgerStorage): AsyncGenerator<AuditEntry, void, undefined> {
  for (let after = 0; ;) {
    const entries = await storage.auditAfter(after, PAGE);
    for (const { entry } of entries) yield entry;
    const last = entries[entries.length - 1];
    if (!last) return;
    after = last.n;
  }
}

export function auditCommand(command: Command, at: string, position: Position, refusal: Refusal | null): AuditEntry {
  const { id, type, by, synthetic, seen, own: _, ...fields } = command;
  return {
    at,
    kind: 'command',
    id,
    type,
    ...(by !== undefined && { by }),
    ...(seen !== undefined && { seen }),
    ...(synthetic && { synthetic }),
    outcome: refusal ? 'refused' : 'accepted',
    position,
    ...(refusal && { refusal: { status: refusal.status, code: refusal.code } }),
    fields: kept(fields) as Record<string, unknown>,
  };
}

export function auditEvent(event: SourceEvent, at: string, position: Position): AuditEntry {
  const { eventId: id, type, source, synthetic, ...fields } = event;
  return {
    at,
    kind: 'event',
    id,
    type,
    source,
    ...(synthetic && { synthetic }),
    outcome: 'accepted',
    position,
    fields: kept(fields) as Record<string, unknown>,
  };
}

const MAX_TEXT = 2_000;

/** A value as it may be kept: a buyer's name is masked wherever it stands, and a picture in its own address is cut short. */
function kept(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    return value.length > MAX_TEXT ? `${value.slice(0, 100)}… (${value.length} characters)` : value;
  }
  if (Array.isArray(value)) return value.map((one) => kept(one));
  if (typeof value !== 'object' || value === null) return value;
  if (key === 'buyer') {
    const { mask, name } = value as { mask?: string; name?: string };
    return { mask: maskName(mask ?? name ?? '') };
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, kept(one, name)]));
}
