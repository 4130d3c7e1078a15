/*
 * A table of products at an address, as a shared sheet gives it out: with a mark of its text, and for pages of every origin.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

let table = '';
let refuses = false;
let questions = 0;

const server = createServer((request, response) => {
  questions += 1;
  const open = { 'access-control-allow-origin': '*' };
  if (refuses) return void response.writeHead(403, open).end();
  const etag = `"${createHash('sha1').update(table).digest('base64url')}"`;
  const headers = { ...open, etag, 'content-type': 'text/csv; charset=utf-8' };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(table) }).end(table);
});

process.on('message', ({ figures, refuses: isRefused }) => {
  refuses = isRefused ?? refuses;
  // The place in the log stands in a column of its own, so that a row is known by it on the screen.
  if (figures) table = `编号,商品,规格,价格,库存,讲解\npeach,阳山水蜜桃,${figures.at},39.90,${figures.left},是\n`;
  process.send({ done: true, questions });
});
process.on('disconnect', () => process.exit());
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send({ port: server.address().port }));
