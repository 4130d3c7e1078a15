import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createOverlayState } from './overlay-state.js';
import { stampOf } from './stamp.js';
import { answerParent, sharedNow } from './talk.js';
import { usage } from './usage.js';

/*
 * A plain server with socket.io, as a guide writes one: it keeps what is shown in memory, gives it to whoever connects, and emits
 * what changes to the room. Nothing is on disk, and nothing is sent again to who was away.
 */
interface Io {
  on(event: 'connection', listener: (socket: IoSocket) => void): void;
  to(room: string): { emit(event: string, value: unknown): void };
}
interface IoSocket {
  join(room: string): void;
  emit(event: string, value: unknown): void;
}

const [rivals = '', port = '0', secret = ''] = process.argv.slice(2);
const { Server } = createRequire(rivals)('socket.io') as { Server: new (http: unknown, options: object) => Io };

const stall = createOverlayState();
const http = createServer((request, response) => void take(request, response));
const io = new Server(http, { serveClient: false });
io.on('connection', (socket) => {
  socket.join('orchard');
  socket.emit('state', stall.state());
});

const sell = (orderId: string) => io.to('orchard').emit('change', stall.sell(orderId));

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const signature = Buffer.from(String(request.headers['x-wc-webhook-signature']), 'base64');
  const expected = createHmac('sha256', secret).update(body).digest();
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    response.writeHead(401).end();
    return;
  }
  const { id } = JSON.parse(body.toString()) as { id: number };
  sell(`${id}`);
  const answer = JSON.stringify({ ok: true });
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': answer.length });
  response.end(answer);
}

answerParent({
  sell: () => {
    sell(stampOf(sharedNow()));
    return 0;
  },
  show({ bytes }: { bytes: number }) {
    io.to('orchard').emit('change', { title: stampOf(sharedNow()), picture: 'A'.repeat(bytes) });
    return 0;
  },
  usage: ({ collect }: { collect: boolean }) => usage(collect),
});
http.listen(Number(port), '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
