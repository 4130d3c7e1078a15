/*
 * What an operator owns lies in cells, and every write to one is a step that can be taken back.
 *
 *   cell   writer   the command whose value stands; taking a step back restores the writer before it
 *          touched  the command that wrote last, an undo included
 *
 *   undo X   allowed while X is writer or touched of all its cells: so A, B, undo B, undo A works, and so does undoing an undo
 */
import type { CommandType, Offer } from '@stallcast/protocol';
import { cellKey, type CellOf, type CellValues } from './cell.js';
import { readCell, writeCell } from './cells.js';
import { currentSession, stockKey, type Model } from './model.js';
import { refuse, type Refusal } from './outcome.js';
import { saveStock, stockRecord } from './stock-record.js';
import type { Turn } from './turn.js';
import type { UndoRecord, UndoStep } from './undo-record.js';
import { refusalToUndoSession } from './undo-session.js';

/** How many commands can be undone. */
export const KEPT_UNDOS = 200;

/** The writes of one command. */
export class Edit {
  readonly #steps: UndoStep[] = [];
  #undoes: string | null = null;

  constructor(
    readonly turn: Turn,
    readonly commandId: string,
    readonly by?: string,
  ) {}

  get model(): Model {
    return this.turn.model;
  }

  /** Writes a cell so that it can be undone. */
  write<K extends keyof CellValues>(cell: CellOf<K>, value: CellValues[K]): void {
    const key = cellKey(cell);
    const stamp = this.model.tables.cell.get(key);
    this.#steps.push({ cell, before: readCell(this.model, cell) ?? null, writerBefore: stamp?.writer ?? null });
    this.#stamp(key, this.commandId);
    writeCell(this.turn, cell, value);
  }

  /** Adds to a stock on hand. Unlike a write it does not stand in the way of undoing an earlier adjustment. */
  adjust(productId: string, delta: number, count: 1 | -1 = 1): void {
    const session = currentSession(this.model);
    const record = stockRecord(this.turn, session, productId);
    const adjusted = stockKey(session, productId);
    this.#steps.push({ adjusted, productId, delta, count, setBy: record.setBy });
    const key = cellKey(['on-hand', adjusted]);
    this.#stamp(key, this.model.tables.cell.get(key)?.writer ?? null);
    record.onHand = (record.onHand ?? 0) + delta;
    record.adjusted += count;
    record.observedAt = this.turn.at;
    saveStock(this.turn, session, record);
  }

  /** Takes back what a command did, or says why that cannot be. */
  undo(commandId: string): Refusal | null {
    const { undo } = this.model.tables;
    const record = undo.get(commandId);
    const refusal = refusalToUndo(this.model, commandId, record);
    if (refusal || !record) return refusal;

    for (const step of [...record.steps].reverse()) {
      if ('cell' in step) {
        this.write(step.cell as CellOf<'room'>, step.before as null); // a step's value is of its cell's kind
        this.#stamp(cellKey(step.cell), step.writerBefore);
      } else {
        this.adjust(step.productId, -step.delta, step.count === 1 ? -1 : 1);
      }
    }
    this.#undoes = commandId;
    this.#setUndone(record, this.commandId);
    return null;
  }

  /** Keeps what it takes to undo this command. */
  end(type: CommandType): void {
    const { undo } = this.model.tables;
    this.turn.save('undo', this.commandId, {
      commandId: this.commandId,
      type,
      offset: this.turn.offset,
      steps: this.#steps,
      undoneBy: null,
      undoes: this.#undoes,
    });
    for (const oldest of undo.keys()) {
      if (undo.size <= KEPT_UNDOS) break;
      this.turn.drop('undo', oldest);
    }
  }

  #stamp(key: string, writer: string | null): void {
    const { commandId: touched, by } = this;
    this.turn.save('cell', key, { writer, touched, offset: this.turn.offset, ...(by !== undefined && { by }) });
  }

  #setUndone(record: UndoRecord, by: string | null): void {
    record.undoneBy = by;
    this.turn.save('undo', record.commandId, record);
    const target = record.undoes === null ? undefined : this.model.tables.undo.get(record.undoes);
    // Undoing an undo does the first command again.
    if (target) this.#setUndone(target, by === null ? record.commandId : null);
  }
}

function refusalToUndo(model: Model, commandId: string, record: UndoRecord | undefined): Refusal | null {
  if (!record) {
    return refuse(
      404,
      'unknown-command',
      `There is no command "${commandId}" among the last ${KEPT_UNDOS} to undo: set the value itself.`,
      `最近 ${KEPT_UNDOS} 条操作里没有“${commandId}”，无法撤销，请直接改成想要的值。`,
    );
  }
  if (record.type === 'record-order' || record.type === 'cancel-order') {
    return refuse(
      409,
      'order-not-undone',
      'An order is not undone: use cancel-order, or record it again with its right status.',
      '订单不能撤销，请用取消订单，或以正确的状态重新登记。',
    );
  }
  if (record.undoneBy !== null) {
    return refuse(
      409,
      'undone-already',
      `The command "${commandId}" is undone already: there is nothing left to take back.`,
      '这条操作已经撤销过了。',
    );
  }
  const inSession = refusalToUndoSession(model, record);
  if (inSession) return inSession;
  return record.steps.every((step) => standsAsLeft(model, record, step)) && !isInUse(model, record)
    ? null
    : refuse(
        409,
        'overwritten',
        `What "${commandId}" had changed was changed again since: undo the later command first, or set the value itself.`,
        '这项内容之后又被改过，请先撤销后面的操作，或直接改成想要的值。',
      );
}

function standsAsLeft(model: Model, record: UndoRecord, step: UndoStep): boolean {
  if ('adjusted' in step) {
    const stock = model.tables.stock.get(step.adjusted);
    const inThisBook = step.adjusted === stockKey(currentSession(model), step.productId);
    return inThisBook && stock?.setBy === step.setBy && (stock.onHand ?? 0) - step.delta >= 0;
  }
  const stamp = model.tables.cell.get(cellKey(step.cell));
  if (stamp?.touched === record.commandId) return true;
  if (stamp?.writer !== record.commandId) return false;
  return step.cell[0] !== 'on-hand' || model.tables.stock.get(step.cell[1])?.adjusted === 0;
}

/** A thing that the command had made is not taken away from what rests on it, unless that goes with it. */
function isInUse(model: Model, record: UndoRecord): boolean {
  const { tables } = model;
  const goes = new Set(record.steps.map((step) => ('cell' in step ? cellKey(step.cell) : '')));
  const stays = (...cell: [kind: 'offer' | 'featured' | 'announcement', id: string]) => !goes.has(cellKey(cell));
  const offered = (of: (offer: Offer) => boolean) =>
    [...tables.offer].some(([id, { value }]) => of(value) && stays('offer', id));

  return record.steps.some((step) => {
    if (!('cell' in step)) return false;
    const [kind, id = ''] = step.cell;
    if (step.before !== null) return false;
    if (kind === 'product') {
      const featured = [...tables.featured].some(([scope, ids]) => ids.includes(id) && stays('featured', scope));
      return featured || offered(({ productId }) => productId === id);
    }
    if (kind !== 'room') return false;
    const own = (['featured', 'announcement'] as const).some((what) => tables[what].has(id) && stays(what, id));
    return own || tables.room.size === 1 || offered(({ room }) => room === id);
  });
}
