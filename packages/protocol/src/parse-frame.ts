import { VALUE_CHECKS } from './check-values.js';
import { count, id, isObject, time, type Check } from './checks.js';
import type { Change, Frame, Kind, Put, Snapshot } from './frame.js';
import type { Scoped, StallState } from './state.js';

/** What a message from the wire held. What could not be read costs itself alone. */
export interface Parsed {
  frames: Frame[];
  /** One sentence for each thing that was left out. A change or snapshot that is not whole is left out: a gap follows, and heals. */
  faults: string[];
}

/** More faults of one message are not told one by one: a bad message of a million parts is one bad message. */
const MAX_FAULTS = 10;

/** Longer messages are refused unread. A snapshot of 5,000 products fits. */
export const MAX_MESSAGE_CHARS = 8 * 1024 * 1024;

/**
 * Reads one message of the wire: a frame, or a batch of them.
 *
 * Types and kinds from the future are left out silently. A change with a bad put of a known kind is refused whole, since part
 * of a change would be a wrong state; in a snapshot a bad value costs itself alone.
 */
export function parseFrame(message: string): Parsed {
  if (message.length > MAX_MESSAGE_CHARS) {
    const fault = `Expected a message of at most ${MAX_MESSAGE_CHARS} characters, got ${message.length}: it was left out.`;
    return { frames: [], faults: [fault] };
  }
  let json: unknown;
  try {
    json = JSON.parse(message);
  } catch {
    const fault = 'Expected a frame as JSON, got something else: is a proxy or a login page in between?';
    return { frames: [], faults: [fault] };
  }
  return checkFrame(json);
}

/** The same, of a message that is decoded already. The frames are made of its own values: it is to be left alone from then on. */
export function checkFrame(json: unknown): Parsed {
  const parsed: Parsed = { frames: [], faults: [] };
  readFrame(json, parsed, true);
  const more = parsed.faults.length - MAX_FAULTS;
  if (more > 0) parsed.faults.splice(MAX_FAULTS, more, `Left out ${more} more parts of the same message.`);
  return parsed;
}

function readFrame(json: unknown, parsed: Parsed, batches: boolean): void {
  if (!isObject(json)) {
    parsed.faults.push(NO_FRAME);
    return;
  }
  // By their names, not by text: an engine finds such fields at once.
  const raw: { [name in 'v' | 'type' | 'frames' | 'stall' | 'epoch' | 'offset' | 'prev' | 'at']?: unknown } = json;
  const { type } = raw;
  if (raw.v !== 1 || typeof type !== 'string') {
    parsed.faults.push(NO_FRAME);
    return;
  }
  if (type === 'batch' && batches) {
    if (!Array.isArray(raw.frames))
      parsed.faults.push('Expected a batch with a list of frames, got none: it was left out.');
    else for (const frame of raw.frames) readFrame(frame, parsed, false);
    return;
  }
  if (type !== 'snapshot' && type !== 'change' && type !== 'ping') return;
  if (!id(raw.stall) || !id(raw.epoch) || !count(raw.offset) || !time(raw.at)) {
    parsed.faults.push(`Expected a ${type} with stall, epoch, offset and at, got one without: it was left out.`);
    return;
  }
  if (type === 'snapshot') readSnapshot(json, parsed);
  else if (!count(raw.prev) || (raw.prev as number) > (raw.offset as number)) {
    parsed.faults.push(`Expected a ${type} whose prev is at most its offset, got another: it was left out.`);
  } else if (type === 'ping') parsed.frames.push(json as unknown as Frame);
  else readChange(json, parsed);
}

const NO_FRAME = 'Expected a frame with "v": 1 and a "type", got something else: it was left out.';

function readChange(json: Record<string, unknown>, parsed: Parsed): void {
  const raw: { puts?: unknown; offset?: unknown } = json;
  const puts: readonly unknown[] = Array.isArray(raw.puts) ? raw.puts : [null];
  let isOfFuture = false;
  for (const put of puts) {
    const read = readPut(put);
    if (read === 'bad') {
      parsed.faults.push(
        `Expected a change with readable puts, got a bad one at offset ${String(raw.offset)}: the change was left out.`,
      );
      return;
    }
    isOfFuture ||= read === 'of the future';
  }
  const change = json as unknown as { v: 1; type: 'change' } & Change;
  parsed.frames.push(isOfFuture ? { ...change, puts: change.puts.filter((put) => readPut(put) === 'good') } : change);
}

function readPut(put: unknown): 'good' | 'bad' | 'of the future' {
  if (!isObject(put)) return 'bad';
  const raw: { [F in keyof Put]?: unknown } = put;
  const { kind, value } = raw;
  if (typeof kind !== 'string') return 'bad';
  const check = CHECKS.get(kind);
  if (!check) return 'of the future';
  if (!id(raw.id) || !count(raw.version)) return 'bad';
  if (raw.removed === true) return 'good';
  if (!check(value)) return 'bad';
  // The value's own id must be its key, or two keys would claim one product.
  const own = OWN_ID.get(kind);
  const key = own && isObject(value) ? value[own] : undefined;
  return key === undefined || key === raw.id ? 'good' : 'bad';
}

const CHECKS: ReadonlyMap<string, Check> = new Map(Object.entries(VALUE_CHECKS));
const OWN_ID: ReadonlyMap<string, string> = new Map<Kind, string>([
  ['stock', 'productId'],
  ['room', 'id'],
  ['product', 'id'],
  ['offer', 'id'],
  ['order', 'id'],
  ['alert', 'id'],
]);

function readSnapshot(json: Record<string, unknown>, parsed: Parsed): void {
  const raw = json['state'];
  if (!isObject(raw)) {
    parsed.faults.push('Expected a snapshot with a state, got one without: it was left out.');
    return;
  }
  const values = <T>(name: string, kind: Kind): T[] => {
    const all: unknown[] = Array.isArray(raw[name]) ? raw[name] : [];
    const good = all.filter((value) => VALUE_CHECKS[kind](value));
    if (good.length < all.length)
      parsed.faults.push(`Left ${all.length - good.length} unreadable of ${all.length} ${name} out of a snapshot.`);
    return good as T[];
  };
  const scopes = <T>(name: string, kind: Kind): Scoped<T> => {
    const { stall, rooms } = isObject(raw[name]) ? raw[name] : {};
    const good = Object.entries(isObject(rooms) ? rooms : {}).filter(([, value]) => VALUE_CHECKS[kind](value));
    return {
      stall: VALUE_CHECKS[kind](stall) ? (stall as T) : null,
      rooms: Object.fromEntries(good) as Record<string, T>,
    };
  };
  const state: StallState = {
    session: VALUE_CHECKS.session(raw['session']) ? (raw['session'] as StallState['session']) : null,
    rooms: values('rooms', 'room'),
    products: values('products', 'product'),
    offers: values('offers', 'offer'),
    stocks: values('stocks', 'stock'),
    orders: values('orders', 'order'),
    totals: scopes('totals', 'totals'),
    featured: scopes('featured', 'featured'),
    announcements: scopes('announcements', 'announcement'),
    ...(Array.isArray(raw['alerts']) && { alerts: values('alerts', 'alert') }),
  };
  parsed.frames.push({ ...(json as unknown as { v: 1; type: 'snapshot' } & Snapshot), state });
}
