import type { Change, Kind, KindValues, Put } from '@stallcast/protocol';
import type { DocumentKind, DocumentValues, Model } from './model.js';
import type { LedgerDocument } from './storage.js';

/** Which documents of a model a step has written. */
export type Dirty = Map<string, { kind: DocumentKind; id: string }>;

/**
 * One input's turn at the model: what it writes, and the puts that readers get of it.
 *
 * Whoever refuses an input does so before the first write, since a turn has no way back.
 */
export class Turn {
  /** The time of the turn, ISO 8601. */
  readonly at: string;
  /** Where its change will stand in the log. */
  readonly offset: number;
  /** True once a document was written, even if no reader will see it. */
  wrote = false;
  readonly #dirty: Dirty;
  readonly #puts = new Map<string, Put>();

  constructor(
    readonly model: Model,
    readonly now: number,
    dirty: Dirty,
  ) {
    this.at = new Date(now).toISOString();
    this.offset = model.position.offset + 1;
    this.#dirty = dirty;
  }

  /** Writes a document. To change one in place, change it and save it. */
  save<K extends DocumentKind>(kind: K, id: string, value: DocumentValues[K]): void {
    this.model.tables[kind].set(id, value);
    this.#touch(kind, id);
  }

  drop(kind: DocumentKind, id: string): void {
    if (this.model.tables[kind].delete(id)) this.#touch(kind, id);
  }

  /** Puts a value; `movedFrom` is the scope that it has left, where it had another. */
  put<K extends Kind>(kind: K, id: string, value: KindValues[K], movedFrom?: string): void {
    const key = `${kind}:${id}`;
    const left = movedFrom ?? this.#puts.get(key)?.movedFrom;
    this.#puts.set(key, {
      kind,
      id,
      version: this.offset,
      value,
      ...(left !== undefined && { movedFrom: left }),
    } as Put);
  }

  remove(kind: Kind, id: string): void {
    this.#puts.set(`${kind}:${id}`, { kind, id, version: this.offset, removed: true });
  }

  /** Ends the turn: moves the model on and returns the change, or null if there was nothing to write. */
  end(stall: string): Change | null {
    if (!this.wrote && this.#puts.size === 0) return null;
    const { epoch, offset: prev } = this.model.position;
    this.model.position = { epoch, offset: this.offset };
    return { stall, epoch, prev, offset: this.offset, at: this.at, puts: [...this.#puts.values()] };
  }

  #touch(kind: DocumentKind, id: string): void {
    this.wrote = true;
    this.#dirty.set(`${kind}:${id}`, { kind, id });
  }
}

/** The documents that a step has to write. */
export function dirtyDocuments(model: Model, dirty: Dirty): LedgerDocument[] {
  return [...dirty.values()].map(({ kind, id }) => ({ kind, id, value: model.tables[kind].get(id) }));
}
