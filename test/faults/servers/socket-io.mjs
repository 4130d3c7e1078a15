/*
 * A stall over socket.io as its guide writes one: what holds now to whoever connects, and news to all. It serves its page besides.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.RIVALS, 'package.json'));
const { Server } = require('socket.io');

const PAGE = `<!doctype html>
<title>A page over socket.io</title>
<output></output>
<script src="/client.js"></script>
<script src="/rival-page.js"></script>
<script>
  const socket = io(new URLSearchParams(location.search).get('src'), { path: '/stalls/orchard/socket.io/' });
  socket.on('figures', show);
  socket.on('order', ({ order }) => callOut(order));
</script>`;
const FILES = {
  '/': ['text/html', PAGE],
  '/client.js': [
    'text/javascript',
    readFileSync(join(process.env.RIVALS, 'node_modules/socket.io-client/dist/socket.io.min.js')),
  ],
  '/rival-page.js': ['text/javascript', readFileSync(join(import.meta.dirname, 'rival-page.js'))],
};

const server = createServer((request, response) => {
  const file = FILES[new URL(request.url, 'http://rival').pathname];
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': file[0] }).end(file[1]);
});
const io = new Server(server, { path: '/stalls/orchard/socket.io/', cors: { origin: '*' } });
let state = { type: 'state', at: '', left: 0 };
io.on('connection', (socket) => socket.emit('figures', state));

process.on('message', ({ figures }) => {
  if (figures) {
    state = { ...figures, type: 'state' };
    io.emit('figures', { ...figures, type: 'change' });
    if (figures.order) io.emit('order', { type: 'change', order: figures.order });
  }
  process.send({ done: true });
});
process.on('disconnect', () => process.exit());
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send({ port: server.address().port }));
