import type { Change, Command, Position, SourceEvent } from '@stallcast/protocol';
import { auditCommand, auditEvent } from './audit.js';
import { decideCommand } from './decide-command.js';
import { turnDay } from './decide-day.js';
import { acceptEvent, refusalOfEvents } from './decide-events.js';
import { beginLog, renewLog, type Beginning, type NewLife } from './genesis.js';
import { loadModel, type Model } from './model.js';
import type { Outcome } from './outcome.js';
import type { Found, SeenOutcome, Writes } from './storage.js';
import { dirtyDocuments, Turn, type Dirty } from './turn.js';

/** Something to decide, with the ids under which it is remembered. */
export type Input =
  | { kind: 'command'; command: Command; ids: readonly [string] }
  | { kind: 'events'; events: readonly SourceEvent[]; ids: readonly string[] }
  | { kind: 'day'; ids: readonly [] };

/** That a day may have turned. It has no id: asked twice, it finds nothing to do. */
export const DAY_INPUT: Input = { kind: 'day', ids: [] };

export function commandInput(command: Command): Input {
  return { kind: 'command', command, ids: [JSON.stringify(['command', command.id])] };
}

export function eventsInput(events: readonly SourceEvent[]): Input {
  return {
    kind: 'events',
    events,
    ids: events.map(({ source, eventId }) => JSON.stringify(['event', source, eventId])),
  };
}

/** What one step of a storage decided. */
export interface Decided {
  model: Model;
  changes: Change[];
  outcomes: Outcome[];
}

/** Decides the inputs that wait, one after the other, as one step of the storage. Free of I/O. */
export function decideStep(
  stall: string,
  beginning: Beginning,
  known: Model | null,
  inputs: readonly Input[],
  found: Found,
  now: number,
  newLife: NewLife | null = null,
): { writes: Writes | null; result: Decided } {
  const dirty: Dirty = new Map();
  const changes: Change[] = [];
  const seen = new Map(found.seen);
  const newlySeen: Writes['seen'] = [];
  const audit: Writes['audit'] = [];
  const at = new Date(now).toISOString();

  let model = known;
  if (!found.head) {
    const begun = beginLog(stall, beginning, now, dirty);
    model = begun.model;
    changes.push(begun.change);
  } else if (found.documents) {
    model = loadModel(found.head, found.documents);
  }
  if (!model)
    throw new Error(
      'The storage found the head moved on but told no documents: it breaks the contract of LedgerStorage.',
    );
  if (newLife && found.head) changes.push(renewLog(stall, model, newLife.after, now));

  const remember = (id: string, outcome: SeenOutcome) => {
    seen.set(id, outcome);
    newlySeen.push({ id, outcome });
  };
  const inTurn = (decide: (turn: Turn) => void): Position => {
    const turn = new Turn(model, now, dirty);
    decide(turn);
    const change = turn.end(stall);
    if (change) changes.push(change);
    return model.position;
  };

  const outcomes = inputs.map((input): Outcome => {
    if (input.kind === 'day') return { ok: true, position: inTurn(turnDay), repeated: false };
    const fresh = input.ids.map((id, index) => ({ id, index })).filter(({ id }) => !seen.has(id));
    if (fresh.length === 0)
      return repeat(
        input.ids.map((id) => seen.get(id)!),
        model.position,
      );

    if (input.kind === 'command') {
      const turn = new Turn(model, now, dirty);
      const refusal = decideCommand(turn, input.command);
      if (refusal) {
        if (turn.wrote) throw new Error(`The command ${input.command.type} was refused after it had written.`);
        remember(input.ids[0], { ok: false, refusal });
        audit.push(auditCommand(input.command, at, model.position, refusal));
        return { ok: false, refusal };
      }
      const change = turn.end(stall);
      if (change) changes.push(change);
      const position = model.position;
      remember(input.ids[0], { ok: true, position });
      audit.push(auditCommand(input.command, at, position, null));
      return { ok: true, position, repeated: false };
    }

    const events = fresh.map(({ index }) => input.events[index]!);
    const refusal = refusalOfEvents(model, events);
    // Not remembered: a shop sends it again, and by then the room may be there.
    if (refusal) return { ok: false, refusal };
    let position = model.position;
    for (const { id, index } of fresh) {
      // The same event twice in one delivery.
      if (seen.has(id)) continue;
      position = inTurn((turn) => acceptEvent(turn, input.events[index]!));
      remember(id, { ok: true, position });
      audit.push(auditEvent(input.events[index]!, at, position));
    }
    return { ok: true, position, repeated: false };
  });

  const idle = changes.length === 0 && newlySeen.length === 0;
  const writes = idle
    ? null
    : {
        at: now,
        epoch: model.position.epoch,
        changes,
        documents: dirtyDocuments(model, dirty),
        seen: newlySeen,
        audit,
      };
  return { writes, result: { model, changes, outcomes } };
}

/** Answers an input again as it was answered: a delivery as its last event. */
function repeat(earlier: readonly SeenOutcome[], now: Position): Outcome {
  const refused = earlier.find((outcome) => !outcome.ok);
  if (refused) return refused;
  const positions = earlier.flatMap((outcome) => (outcome.ok ? [outcome.position] : []));
  const last = positions.reduce<Position | null>((best, p) => (best && best.offset >= p.offset ? best : p), null);
  return { ok: true, position: last ?? now, repeated: last !== null };
}
