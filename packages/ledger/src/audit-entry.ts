import type { Position } from '@stallcast/protocol';
import type { Refusal } from './outcome.js';

/** One line of the audit log: something that was asked of the ledger or told to it, and how it ended. */
export interface AuditEntry {
  /** ISO 8601, by the ledger's clock. */
  at: string;
  kind: 'command' | 'event';
  /** The command's id, or the event's in its source. */
  id: string;
  type: string;
  source?: string;
  /** Who gave the command, where it says so. */
  by?: string;
  /** How far whoever gave it had read. */
  seen?: string;
  synthetic?: true;
  outcome: 'accepted' | 'refused';
  /** Where the log stood then. */
  position: Position;
  /** Why it was refused. */
  refusal?: Pick<Refusal, 'status' | 'code'>;
  /** The other fields, as they are kept: buyers masked, pictures that stand in their own address cut short. */
  fields: Record<string, unknown>;
}

/** An entry with its place in the storage. */
export interface NumberedEntry {
  n: number;
  entry: AuditEntry;
}
