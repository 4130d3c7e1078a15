/*
 * The life of a connection to a relay, without the connection: what happens next, given what happened.
 *
 *             start                opened             heard
 *   stopped ────────▶ connecting ──────────▶ open ───────────▶ live ─┐ heard
 *                       ▲  │ lost, refused,    │ lost, refused, │ ◀──┘
 *                retry, │  │ silent            │ silent, gap    │ lost, refused, silent, gap
 *                  wake │  ▼                   ▼                ▼
 *                      waiting ◀───────────────┴────────────────┘
 *
 *   stop leads from everywhere to stopped. A gap on a line that had moved on is asked for again at once, without waiting.
 */

/** How frames come: a WebSocket, or server-sent events read with fetch. */
export type Transport = 'socket' | 'events';

/** What a connection remembers between its states. */
interface Memory {
  /** The way that is used, or used next. */
  transport: Transport;
  /** Attempts since the line last held: the longer, the slower the next. */
  attempt: number;
}

export type ConnectionState =
  | { at: 'stopped' }
  | ({ at: 'connecting' } & Memory)
  | ({ at: 'open' } & Memory)
  | ({ at: 'live' } & Memory)
  | ({ at: 'waiting' } & Memory);

export type ConnectionEvent =
  | { type: 'start'; transport: Transport }
  | { type: 'opened' }
  /** A readable frame came. `steady` once the line has held for a heartbeat. */
  | { type: 'heard'; steady: boolean }
  /** Something is missing. `moved` where the line had brought news before. */
  | { type: 'gap'; moved: boolean }
  | { type: 'silent' }
  | { type: 'lost' }
  /** The key or the address is wrong, as far as the relay says. */
  | { type: 'refused' }
  | { type: 'retry' }
  /** The network is back, or the page is shown again. */
  | { type: 'wake' }
  | { type: 'stop' };

/** What the adapter has to do after a step. */
export interface Effects {
  /** Ends the line that is there. */
  disconnect?: true;
  /** Begins a line over this transport. */
  connect?: Transport;
  /** Waits before the next attempt: shorter or longer by the attempt, or as long as ever. */
  wait?: { attempt: number; longest: boolean };
  /** Does not wait any more. */
  endWait?: true;
  /** Tells people what went wrong. */
  tell?: true;
}

export interface Step {
  state: ConnectionState;
  effects: Effects;
}

type StateName = ConnectionState['at'];
type StateOf<N extends StateName> = Extract<ConnectionState, { at: N }>;
type EventOf<T extends ConnectionEvent['type']> = Extract<ConnectionEvent, { type: T }>;

/** Every event in every state has its row: the compiler finds a hole. */
type Table = {
  [N in StateName]: { [T in ConnectionEvent['type']]: (state: StateOf<N>, event: EventOf<T>, both: boolean) => Step };
};

const stay = (state: ConnectionState): Step => ({ state, effects: {} });
const stop = (): Step => ({ state: { at: 'stopped' }, effects: { disconnect: true, endWait: true } });

const other = (transport: Transport): Transport => (transport === 'socket' ? 'events' : 'socket');

/** The line broke before it had brought anything: where both ways are allowed, the other is tried next. */
function brokeUntried({ transport, attempt }: Memory, both: boolean): Step {
  return {
    state: { at: 'waiting', transport: both ? other(transport) : transport, attempt: attempt + 1 },
    // A socket that a proxy does not let through is no news yet: the other way is tried first.
    effects: { disconnect: true, wait: { attempt, longest: false }, ...(both && attempt === 0 ? {} : { tell: true }) },
  };
}

function brokeLive({ transport, attempt }: Memory): Step {
  return {
    state: { at: 'waiting', transport, attempt: attempt + 1 },
    effects: { disconnect: true, wait: { attempt, longest: false }, tell: true },
  };
}

function refused({ transport, attempt }: Memory): Step {
  return {
    state: { at: 'waiting', transport, attempt: attempt + 1 },
    effects: { disconnect: true, wait: { attempt, longest: true }, tell: true },
  };
}

function missing({ transport, attempt }: Memory, moved: boolean): Step {
  if (moved)
    return { state: { at: 'connecting', transport, attempt }, effects: { disconnect: true, connect: transport } };
  return {
    state: { at: 'waiting', transport, attempt: attempt + 1 },
    effects: { disconnect: true, wait: { attempt, longest: false }, tell: true },
  };
}

const heard = ({ transport, attempt }: Memory, steady: boolean): Step => ({
  state: { at: 'live', transport, attempt: steady ? 0 : attempt },
  effects: {},
});

const connect = ({ transport }: Memory, attempt: number): Step => ({
  state: { at: 'connecting', transport, attempt },
  effects: { endWait: true, connect: transport },
});

const TABLE: Table = {
  stopped: {
    start: (_, { transport }) => ({
      state: { at: 'connecting', transport, attempt: 0 },
      effects: { connect: transport },
    }),
    opened: stay,
    heard: stay,
    gap: stay,
    silent: stay,
    lost: stay,
    refused: stay,
    retry: stay,
    wake: stay,
    stop: stay,
  },
  connecting: {
    start: stay,
    opened: (state) => stay({ ...state, at: 'open' }),
    heard: (state, { steady }) => heard(state, steady),
    gap: (state, { moved }) => missing(state, moved),
    silent: brokeUntriedStep,
    lost: brokeUntriedStep,
    refused,
    retry: stay,
    wake: stay,
    stop,
  },
  open: {
    start: stay,
    opened: stay,
    heard: (state, { steady }) => heard(state, steady),
    gap: (state, { moved }) => missing(state, moved),
    silent: brokeUntriedStep,
    lost: brokeUntriedStep,
    refused,
    retry: stay,
    wake: stay,
    stop,
  },
  live: {
    start: stay,
    opened: stay,
    heard: (state, { steady }) => heard(state, steady),
    gap: (state, { moved }) => missing(state, moved),
    silent: brokeLive,
    lost: brokeLive,
    refused,
    retry: stay,
    wake: stay,
    stop,
  },
  waiting: {
    start: stay,
    opened: stay,
    heard: stay,
    gap: stay,
    silent: stay,
    lost: stay,
    refused: stay,
    retry: (state) => connect(state, state.attempt),
    wake: (state) => connect(state, 0),
    stop,
  },
};

function brokeUntriedStep(state: Memory, _event: unknown, both: boolean): Step {
  return brokeUntried(state, both);
}

/** The state before the start. */
export const STOPPED: ConnectionState = { at: 'stopped' };

/** Says what follows an event. `both`: a socket and events may take turns. */
export function step(state: ConnectionState, event: ConnectionEvent, both: boolean): Step {
  // The row fits the state and the cell the event; the union of all cells does not say so.
  const cell = TABLE[state.at][event.type] as (state: ConnectionState, event: ConnectionEvent, both: boolean) => Step;
  return cell(state, event, both);
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/**
 * A relay of this machine has the few pages of this machine, and may be started after them. A page is up within three seconds of it:
 * one of waiting leaves two to a busy machine, on which a dozen pages come up at once.
 */
const LONGEST_WAIT_AT_HOME_MS = 1_000;

/**
 * How long to wait before an attempt, ms: up to half a second at first, twice as long each time, five seconds at most, or one
 * where the relay is on this machine.
 */
export function waitMs(
  { attempt, longest }: NonNullable<Effects['wait']>,
  random: () => number,
  isAtHome = false,
): number {
  if (longest) return LONGEST_WAIT_MS;
  const most = isAtHome ? LONGEST_WAIT_AT_HOME_MS : LONGEST_WAIT_MS;
  // All of it is chance, so that many overlays do not come back to a relay at one moment.
  return random() * Math.min(most, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10));
}
