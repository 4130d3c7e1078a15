import { formatPosition } from '@stallcast/protocol';
import { doorUrl } from './address.js';
import { lossOf, type Line, type LineListener, type OpenLine } from './line.js';
import { healthUrl } from './machine.js';

/** Close codes of the relay. */
const REFUSED_KEY = 4401;
const NOT_FOUND = 4404;

/**
 * After so many sockets that failed a page asks first whether anybody is there. Chromium holds the next socket back for up to
 * five seconds once sixteen have failed, so that a page that waits for its relay would come up late; a question is not held back.
 */
const KNOCK_AFTER = 4;

/** Sockets that did not open, in a row, by address. */
const failuresOf = new WeakMap<typeof WebSocket, Map<string, number>>();

/** Makes lines over WebSockets of this kind. */
export function socketLines(Socket: typeof WebSocket): OpenLine {
  const failures = failuresOf.get(Socket) ?? new Map<string, number>();
  failuresOf.set(Socket, failures);
  const open = openSocket(Socket, failures);
  return (address, from, listener) => {
    // Node holds nothing back.
    if (!('document' in globalThis) || (failures.get(address.url) ?? 0) < KNOCK_AFTER)
      return open(address, from, listener);
    const knock = new AbortController();
    let line: Line = { close: () => knock.abort() };
    fetch(healthUrl(address), { cache: 'no-store', credentials: 'omit', signal: knock.signal }).then(
      ({ ok }) => {
        if (knock.signal.aborted) return;
        // An answer may never come to its end, and would keep one of the six connections that a browser has for a host.
        knock.abort();
        // A portal or a proxy that answers for a relay that is away would have the next socket fail as well.
        if (ok) line = open(address, from, listener);
        else listener.lost(lossOf('unreachable', address.url));
      },
      () => {
        if (!knock.signal.aborted) listener.lost(lossOf('unreachable', address.url));
      },
    );
    return { close: () => line.close() };
  };
}

function openSocket(Socket: typeof WebSocket, failures: Map<string, number>): OpenLine {
  return (address, from, listener) => {
    let socket: WebSocket;
    try {
      socket = new Socket(doorUrl(address, 'socket', from));
    } catch {
      // A page under https may not open one without TLS; the browser's own words would name the address in full.
      return failed(listener, address.url);
    }
    let done = false;
    let opened = false;
    socket.onopen = () => {
      opened = true;
      failures.delete(address.url);
      socket.send(JSON.stringify({ key: address.key ?? '', ...(from ? { from: formatPosition(from) } : {}) }));
      listener.opened();
    };
    socket.onmessage = ({ data }) => {
      if (!done) listener.message(typeof data === 'string' ? data : '');
    };
    // What went wrong is told by the close that follows. In Node an error without a listener would end the process.
    socket.onerror = () => {};
    socket.onclose = ({ code }) => {
      if (done) return;
      done = true;
      if (!opened) failures.set(address.url, (failures.get(address.url) ?? 0) + 1);
      const why =
        code === REFUSED_KEY ? 'refused-key' : code === NOT_FOUND ? 'not-found' : opened ? 'gone' : 'unreachable';
      listener.lost(lossOf(why, address.url));
    };
    return {
      close() {
        done = true;
        socket.onopen = socket.onmessage = null;
        socket.close();
      },
    };
  };
}

function failed(listener: LineListener, place: string): Line {
  let closed = false;
  queueMicrotask(() => {
    if (!closed) listener.lost(lossOf('unreachable', place));
  });
  return {
    close() {
      closed = true;
    },
  };
}
