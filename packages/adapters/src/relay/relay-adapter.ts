import { AdapterError, parseFrame, PING_INTERVAL_MS, type Adapter, type Frame, type Sink } from '@stallcast/protocol';
import { channelName, resolveAddress, type RelayAddressParts } from './address.js';
import {
  step,
  STOPPED,
  waitMs,
  type ConnectionEvent,
  type ConnectionState,
  type Effects,
  type Transport,
} from './connection.js';
import { laterLine } from './later-line.js';
import { isRefusal, lossOf, type Line, type LineListener, type Loss, type OpenLine } from './line.js';
import { meet, type OpenChannel } from './meeting.js';
import { isAtHome } from './machine.js';
import { createReading } from './reading.js';
import type { SharingPage } from './sharing-page.js';
import { socketLines } from './socket-line.js';

/** Silence of so many heartbeats means stale: one may be late, two are not. */
const SILENT_HEARTBEATS = 1.8;

/** Which stall to read, and how. */
export interface RelayAdapterOptions extends RelayAddressParts {
  /** `auto` begins with a WebSocket and takes turns with server-sent events until one works. @default 'auto' */
  transport?: 'auto' | Transport;
  /**
   * Whether pages of this origin that follow the same address share one connection. Pages alone do: without a document each
   * reader has its own.
   *
   * @default true
   */
  shared?: boolean;
  /** How often the relay gives a sign of life, ms: of tests that have no nine seconds for a silence. @default 5000 */
  heartbeatMs?: number;
  /** @internal Ways to connect, for tests. */
  lines?: Partial<Record<Transport, OpenLine>>;
  /** @internal A chance from 0 to 1, for tests. @default Math.random */
  random?: () => number;
  /** @internal Where pages meet, for tests. */
  channel?: OpenChannel;
}

/**
 * Reads a stall from a relay.
 *
 * It keeps one connection, resumes where it was, and tries for ever. Throws for an address that is none; later failures are
 * told by `fault`. No error holds the key.
 */
export function relayAdapter(options: RelayAdapterOptions): Adapter {
  const address = resolveAddress(options);
  const { transport = 'auto', heartbeatMs = PING_INTERVAL_MS, random = Math.random } = options;
  const { shared = true, channel = globalThis.document && ((name) => new BroadcastChannel(name)) } = options;
  const silenceMs = SILENT_HEARTBEATS * heartbeatMs;
  // Read when a line is opened: Node 20 has no WebSocket, and then events are used.
  const socket: OpenLine = options.lines?.socket ?? ((...line) => socketLines(globalThis.WebSocket)(...line));
  // Few pages ever need them.
  const events = laterLine(async () => (await import('./events-line.js')).eventsLines(globalThis.fetch), socket);
  const lines: Record<Transport, OpenLine> = { socket, events: options.lines?.events ?? events };
  return {
    name: `relay ${address.url}`,
    silenceMs,
    pictureOrigin: new URL(address.url).origin,
    start(sink) {
      const session = new Session(sink, {
        both: transport === 'auto',
        open: (way, from, listener) => lines[way](address, from, listener),
        place: address.url,
        isAtHome: isAtHome(address),
        random,
        // A line that has held for a heartbeat has held: the next break is a first one.
        steadyMs: heartbeatMs,
        silenceMs,
      });
      session.start(transport === 'events' ? 'events' : 'socket');
      const leave = shared && channel && meet(channelName(address, transport), session, heartbeatMs, channel);
      return () => {
        // Whoever follows this page hears of its end before its line goes.
        if (leave) leave();
        session.stop();
      };
    },
  };
}

interface SessionParts {
  both: boolean;
  open(transport: Transport, from: Parameters<OpenLine>[1], listener: Parameters<OpenLine>[2]): Line;
  place: string;
  isAtHome: boolean;
  random: () => number;
  steadyMs: number;
  silenceMs: number;
}

/** From one start to its stop: does what the connection's table says. */
class Session implements SharingPage {
  tap: SharingPage['tap'];
  lend: SharingPage['lend'];
  readonly #sink: Sink;
  readonly #parts: SessionParts;
  readonly reading = createReading();
  state: ConnectionState = STOPPED;
  line: Line | null = null;
  #loss: Loss | null = null;
  #connectedAt = 0;
  #heardAt = 0;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #wait: ReturnType<typeof setTimeout> | undefined;

  constructor(sink: Sink, parts: SessionParts) {
    this.#sink = sink;
    this.#parts = parts;
  }

  start(transport: Transport): void {
    globalThis.addEventListener?.('online', this.#wake);
    globalThis.document?.addEventListener('visibilitychange', this.#wake);
    this.on({ type: 'start', transport });
  }

  stop(): void {
    globalThis.removeEventListener?.('online', this.#wake);
    globalThis.document?.removeEventListener('visibilitychange', this.#wake);
    this.on({ type: 'stop' });
  }

  readonly letGo = (): void => {
    const { state } = this;
    if (!this.line || state.at !== 'live' || state.transport !== 'events') return;
    this.tap = undefined;
    this.#disconnect();
    this.#watchSilence();
  };

  readonly #wake = (): void => {
    if (globalThis.document?.hidden) return;
    // The timers of a hidden page are slowed: what they missed is looked at when it is shown.
    if (this.line && performance.now() - this.#heardAt > this.#parts.silenceMs) this.#fallSilent();
    this.on({ type: 'wake' });
  };

  on(event: ConnectionEvent): void {
    const { state, effects } = step(this.state, event, this.#parts.both);
    this.state = state;
    this.#do(effects);
  }

  #do({ disconnect, endWait, tell, wait, connect }: Effects): void {
    if (disconnect) this.#disconnect();
    if (endWait) clearTimeout(this.#wait);
    if (tell && this.#loss) this.#tell(this.#loss.code, this.#loss.message);
    if (wait)
      this.#wait = setTimeout(() => this.on({ type: 'retry' }), waitMs(wait, this.#parts.random, this.#parts.isAtHome));
    if (connect) this.#connect(connect);
  }

  #disconnect(): void {
    clearTimeout(this.#silence);
    const line = this.line;
    this.line = null;
    line?.close();
    this.tap?.();
  }

  #connect(transport: Transport): void {
    this.#connectedAt = this.#heardAt = performance.now();
    this.#watchSilence();
    const { lend } = this;
    this.lend = undefined;
    const from = this.reading.ask(!!lend);
    const listener: LineListener = {
      opened: () => {
        if (this.line === line) this.on({ type: 'opened' });
      },
      message: (text) => {
        if (this.line === line) this.#receive(text);
      },
      lost: (loss) => {
        if (this.line === line) this.#lose(loss, isRefusal(loss) ? 'refused' : 'lost');
      },
    };
    const line = lend ? lend(listener) : this.#parts.open(transport, from, listener);
    this.line = line;
  }

  #lose(loss: Loss, type: 'lost' | 'refused' | 'silent'): void {
    this.#loss = loss;
    this.on({ type });
  }

  #receive(text: string): void {
    const line = this.line;
    const { frames, faults } = parseFrame(text);
    for (const fault of faults) this.#tell('bad-message', fault);
    for (const frame of frames) {
      // A frame before may have shown a gap, or the sink may have stopped the adapter: the rest came over a line that is gone.
      if (this.line !== line) return;
      this.#take(frame);
    }
    if (this.line === line) this.tap?.(text);
  }

  #take(frame: Frame): void {
    const now = performance.now();
    this.#heardAt = now;
    const verdict = this.reading.read(frame);
    if (verdict === 'gap') {
      this.#loss = lossOf('bad-answer', this.#parts.place, 'frames that do not follow one another');
      this.on({ type: 'gap', moved: this.reading.moved });
      return;
    }
    this.on({ type: 'heard', steady: now - this.#connectedAt >= this.#parts.steadyMs });
    if (verdict === 'alive')
      this.#deliver((sink) => sink.alive({ epoch: frame.epoch, offset: frame.offset }, frame.at));
    else if (verdict === 'deliver') {
      this.#deliver((sink) => {
        if (frame.type === 'snapshot') sink.snapshot(frame);
        else if (frame.type === 'change') sink.change(frame);
      });
    }
  }

  #tell(code: string, message: string): void {
    this.#deliver((sink) => sink.fault(new AdapterError(code, message)));
  }

  /** A sink that throws costs its own update, not the connection. */
  #deliver(tell: (sink: Sink) => void): void {
    try {
      tell(this.#sink);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  /** One timer, set anew only when it ends: a message costs none. */
  #watchSilence(): void {
    clearTimeout(this.#silence);
    const { silenceMs } = this.#parts;
    const left = this.#heardAt + silenceMs - performance.now();
    this.#silence = setTimeout(() => {
      if (performance.now() - this.#heardAt >= silenceMs) this.#fallSilent();
      else this.#watchSilence();
    }, left);
  }

  #fallSilent(): void {
    const { place } = this.#parts;
    // A line that never said anything was none.
    this.#lose(lossOf(this.state.at === 'live' ? 'silent' : 'unreachable', place), 'silent');
  }
}
