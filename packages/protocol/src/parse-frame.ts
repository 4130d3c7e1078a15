import { VALUE_CHECKS } from './check-values.js';
import { count, id, isObject, time } from './checks.js';
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
  const parsed: Parsed = { frames: [], faults: [] };
  if (message.length > MAX_MESSAGE_CHARS) {
    parsed.faults.push(
      `Expected a message of at most ${MAX_MESSAGE_CHARS} characters, got ${message.length}: it was left out.`,
    );
    return parsed;
  }
  let json: unknown;
  try {
    json = JSON.parse(message);
  } catch {
    parsed.faults.push('Expected a frame as JSON, got something else: is a proxy or a login page in between?');
    return parsed;
  }
  readFrame(json, parsed, true);
  const more = parsed.faults.length - MAX_FAULTS;
  if (more > 0) parsed.faults.splice(MAX_FAULTS, more, `Left out ${more} more parts of the same message.`);
  return parsed;
}

function readFrame(json: unknown, parsed: Parsed, batches: boolean): void {
  if (!isObject(json) || json['v'] !== 1 || typeof json['type'] !== 'string') {
    parsed.faults.push('Expected a frame with "v": 1 and a "type", got something else: it was left out.');
    return;
  }
  const { type } = json;
  if (type === 'batch' && batches) {
    if (!Array.isArray(json['frames']))
      parsed.faults.push('Expected a batch with a list of frames, got none: it was left out.');
    else for (const frame of json['frames']) readFrame(frame, parsed, false);
    return;
  }
  if (type !== 'snapshot' && type !== 'change' && type !== 'ping') return;
  if (!id(json['stall']) || !id(json['epoch']) || !count(json['offset']) || !time(json['at'])) {
    parsed.faults.push(`Expected a ${type} with stall, epoch, offset and at, got one without: it was left out.`);
    return;
  }
  if (type === 'snapshot') readSnapshot(json, parsed);
  else if (!count(json['prev']) || (json['prev'] as number) > (json['offset'] as number)) {
    parsed.faults.push(`Expected a ${type} whose prev is at most its offset, got another: it was left out.`);
  } else if (type === 'ping') parsed.frames.push(json as unknown as Frame);
  else readChange(json, parsed);
}

function readChange(json: Record<string, unknown>, parsed: Parsed): void {
  const puts: Put[] = [];
  for (const put of Array.isArray(json['puts']) ? json['puts'] : [null]) {
    if (isObject(put) && typeof put['kind'] === 'string' && !knows(put['kind'])) continue;
    if (!isPut(put)) {
      parsed.faults.push(
        `Expected a change with readable puts, got a bad one at offset ${String(json['offset'])}: the change was left out.`,
      );
      return;
    }
    puts.push(put);
  }
  parsed.frames.push({ ...(json as unknown as { v: 1; type: 'change' } & Change), puts });
}

function isPut(put: unknown): put is Put {
  if (!isObject(put) || !id(put['id']) || !count(put['version'])) return false;
  return (
    put['removed'] === true ||
    (VALUE_CHECKS[put['kind'] as Kind](put['value']) && keyOf(put['kind'] as Kind, put['value']) !== null)
  );

  // The value's own id must be its key, or two keys would claim one product.
  function keyOf(kind: Kind, value: unknown): true | null {
    if (!isObject(value)) return true;
    const own = kind === 'stock' ? value['productId'] : OWN_ID.has(kind) ? value['id'] : undefined;
    return own === undefined || own === (put as Record<string, unknown>)['id'] ? true : null;
  }
}

const OWN_ID: ReadonlySet<Kind> = new Set(['room', 'product', 'offer', 'order', 'alert']);

function knows(kind: string): boolean {
  return Object.prototype.hasOwnProperty.call(VALUE_CHECKS, kind);
}

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
