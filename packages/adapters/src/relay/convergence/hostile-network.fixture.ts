import type { Frame, Position } from '@stallcast/protocol';
import { SimulatedRelay, type RelayFlaws, type Request } from './simulated-relay.fixture.js';
import { PRODUCTS, type Deed, type Truth } from './truth.fixture.js';

/** One who follows a stall over this network: the real one, or one of the usual designs. */
export interface Client {
  start(): void;
  /** A frame came over a line. Lines that the client has left still speak. */
  receive(line: number, frame: Frame): void;
  /** A line is gone. */
  lose(line: number): void;
  /** So much time passed that the next attempt is due. */
  retry(): void;
  /** Nothing was heard for longer than the relay may be silent. */
  fallSilent(): void;
  readonly line: number | null;
  /** Where its state claims to stand while it passes for live; null while it does not. */
  readonly live: Position | null;
  /** Where it reads on. */
  readonly position: Position | null;
  shows(truth: Truth): boolean;
}

/** How a client reaches the relay: opens a new line, or asks for something over the one it has. */
export interface Wire {
  open(request: Request): number;
  ask(line: number, request: Request): void;
}

export type CreateClient = (wire: Wire) => Client;

export const FAULTS = [
  'deliver-any',
  'duplicate',
  'overtake',
  'lose',
  'cut',
  'retry',
  'silence',
  'serve',
  'ping',
  'fill',
  'drain',
  'forget',
  'restart',
  'start-over',
  'start-over-older',
  'restore',
  'start-over-behind',
  'restore-behind',
] as const;

/** What can happen; `next` delivers what is first on its way. */
export type Action = Deed | (typeof FAULTS)[number] | 'next';
export interface Step {
  do: Action;
  /** What the action needs of chance: which message, which product, how many. */
  dice: number;
}

interface Flight {
  line: number;
  frame: Frame | 'end';
}

/** What was wrong, in words; null if nothing was. And how much there was to see. */
export interface Report {
  violation: string | null;
  /** How often a live state was compared with the truth. */
  compared: number;
  /** Requests after the faults had stopped. */
  roundTrips: number;
}

/** A relay, one client, and a line between them that does what no good line does. */
export class HostileNetwork {
  readonly #relay: SimulatedRelay;
  readonly #client: Client;
  #flights: Flight[] = [];
  #requests: { line: number; request: Request }[] = [];
  #lines = 0;
  #asked = 0;
  #report: Report = { violation: null, compared: 0, roundTrips: 0 };
  /** Lines whose request no snapshot has answered yet and over which nothing else was taken. */
  readonly #unanswered = new Set<number>();

  constructor(create: CreateClient, flaws: RelayFlaws = {}) {
    this.#relay = new SimulatedRelay((line, frame) => void this.#flights.push({ line, frame }), flaws);
    this.#client = create({
      open: (request) => {
        this.#lines += 1;
        this.#ask(this.#lines, request);
        this.#unanswered.add(this.#lines);
        return this.#lines;
      },
      ask: (line, request) => this.#ask(line, request),
    });
  }

  /** Plays a history, then a good network; says what was wrong. */
  play(history: readonly Step[]): Report {
    this.#client.start();
    for (const step of history) {
      this.#do(step);
      if (this.#report.violation) return this.#report;
    }
    this.#heal();
    return this.#report;
  }

  #ask(line: number, request: Request): void {
    this.#asked += 1;
    this.#requests.push({ line, request });
  }

  #do({ do: action, dice }: Step): void {
    const flights = this.#flights;
    const index = flights.length > 0 ? dice % flights.length : 0;
    switch (action) {
      case 'next':
        return this.#deliver(0);
      case 'deliver-any':
        return this.#deliver(index);
      case 'duplicate':
        if (flights[index]) flights.push(flights[index]);
        return;
      case 'overtake':
        flights.unshift(...flights.splice(index, 1));
        return;
      case 'lose':
        flights.splice(index, 1);
        return;
      case 'cut':
        if (this.#client.line === null) return;
        // Half of the time what was on its way arrives yet.
        if (dice % 2 === 0) this.#flights = flights.filter(({ line }) => line !== this.#client.line);
        this.#client.lose(this.#client.line);
        return;
      case 'retry':
        return this.#client.retry();
      case 'silence':
        return this.#client.fallSilent();
      case 'serve':
        return this.#serve(this.#requests.length > 0 ? dice % this.#requests.length : 0);
      case 'ping':
        return this.#relay.ping();
      case 'fill':
        return this.#relay.fill();
      case 'drain':
        return this.#relay.drain();
      case 'forget':
        return this.#relay.forget();
      case 'restart':
        return this.#restart();
      case 'start-over':
        this.#relay.startOver('newer');
        return this.#restart();
      case 'start-over-older':
        this.#relay.startOver('older');
        return this.#restart();
      case 'restore':
        this.#relay.restore(1 + dice);
        return this.#restart();
      // The same behind something that holds the reader's line, a proxy or OBS: another life speaks over it.
      case 'start-over-behind':
        return this.#relay.startOver(dice % 2 === 0 ? 'newer' : 'older');
      case 'restore-behind':
        return this.#relay.restore(1 + dice);
      default:
        return this.#relay.append(action, dice);
    }
  }

  /** Requests of a relay that is gone are gone; the end of a line is on its way like all else. */
  #restart(): void {
    this.#requests = [];
    for (const line of this.#relay.restart()) this.#flights.push({ line, frame: 'end' });
  }

  #serve(index: number): void {
    const [next] = this.#requests.splice(index, 1);
    if (next) this.#relay.serve(next.line, next.request);
  }

  #deliver(index: number): void {
    const [flight] = this.#flights.splice(index, 1);
    if (!flight) return;
    const { line, frame } = flight;
    const client = this.#client;
    if (frame === 'end') {
      if (client.line === line) client.lose(line);
      return;
    }
    const before = client.position;
    client.receive(line, frame);
    this.#checkForward(before, line, frame);
    this.#checkTruth();
  }

  /** P1: what is live at a position is what was true there. */
  #checkTruth(): void {
    const { live } = this.#client;
    if (!live) return;
    this.#report.compared += 1;
    const truth = this.#relay.truthAt(live);
    if (truth && this.#client.shows(truth)) return;
    this.#fail(`P1: live at ${live.epoch}.${live.offset}, and what is shown was never true there`);
  }

  /** P3: back goes only what a snapshot brings that answers the request of this very line. */
  #checkForward(before: Position | null, line: number, frame: Frame): void {
    const now = this.#client.position;
    const moved = now?.epoch !== before?.epoch || now?.offset !== before?.offset;
    if (before && now && moved && isBefore(now, before)) {
      const answers = frame.type === 'snapshot' && this.#unanswered.has(line);
      if (!answers) this.#fail(`P3: back from ${before.epoch}.${before.offset} to ${now.epoch}.${now.offset}`);
    }
    if (moved) this.#unanswered.delete(line);
  }

  /** P2: on a good network, two heartbeats and two round trips lead to the truth. */
  #heal(): void {
    const client = this.#client;
    this.#asked = 0;
    this.#relay.drain();
    this.#settle();
    for (let beat = 0; beat < 2; beat += 1) {
      // Where no line is, no ping comes: the time between two is long enough for a retry, and for silence to be noticed.
      if (client.line !== null && !this.#relay.knows(client.line)) client.fallSilent();
      client.retry();
      this.#settle();
      this.#relay.ping();
      this.#settle();
    }
    client.retry();
    this.#settle();
    this.#report.roundTrips = this.#asked;
    const { epoch, offset, truth } = this.#relay;
    const at = client.live;
    if (!at || at.epoch !== epoch || at.offset !== offset || !client.shows(truth)) {
      this.#fail(`P2: at ${at ? `${at.epoch}.${at.offset}` : 'nothing live'} when all is well at ${epoch}.${offset}`);
    } else if (this.#asked > 2) this.#fail(`P2: ${this.#asked} round trips`);
  }

  /** All that is on its way arrives in its order, until nothing is. */
  #settle(): void {
    for (let turn = 0; turn < 400 && (this.#flights.length > 0 || this.#requests.length > 0); turn += 1) {
      if (this.#flights.length > 0) this.#deliver(0);
      else this.#serve(0);
    }
  }

  #fail(violation: string): void {
    this.#report.violation ??= violation;
  }
}

function isBefore(a: Position, b: Position): boolean {
  return a.epoch === b.epoch ? a.offset < b.offset : a.epoch < b.epoch;
}

/** Whether stocks shown are those of a truth. */
export function sameStocks(shown: (id: string) => number | undefined, truth: Truth): boolean {
  return PRODUCTS.every((id) => shown(id) === truth.stocks[id]);
}
