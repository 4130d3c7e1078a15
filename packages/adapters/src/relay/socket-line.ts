import { formatPosition } from '@stallcast/protocol';
import { doorUrl } from './address.js';
import { lossOf, type Line, type LineListener, type OpenLine } from './line.js';

/** Close codes of the relay. */
const REFUSED_KEY = 4401;
const NOT_FOUND = 4404;

/** Makes lines over WebSockets of this kind. */
export function socketLines(Socket: typeof WebSocket): OpenLine {
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
