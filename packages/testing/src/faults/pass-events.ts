import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PassMessage } from './message-faults.js';

const DATA = 'data: ';

/** Passes server-sent events on, each event's data as one message. */
export function passEvents(from: IncomingMessage, to: ServerResponse, pass: PassMessage): void {
  let rest = Buffer.alloc(0);
  from.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    for (let end = rest.indexOf('\n\n'); end !== -1; end = rest.indexOf('\n\n')) {
      const event = rest.subarray(0, end).toString();
      rest = rest.subarray(end + 2);
      passEvent(event, to, pass);
    }
  });
  from.on('end', () => to.end());
  from.on('error', () => to.destroy());
}

function passEvent(event: string, to: ServerResponse, pass: PassMessage): void {
  const lines = event.split('\n');
  const data = lines.filter((line) => line.startsWith(DATA)).map((line) => line.slice(DATA.length));
  const others = lines.filter((line) => !line.startsWith(DATA)).map((line) => `${line}\n`);
  if (data.length === 0) return void to.write(`${event}\n\n`);
  pass(Buffer.from(data.join('\n')), (message) => {
    if (to.writable) to.write(Buffer.concat([Buffer.from(others.join('') + DATA), message, Buffer.from('\n\n')]));
  });
}
