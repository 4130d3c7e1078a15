import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { formatPosition } from '@stallcast/protocol';
import type { RelayMarket } from '../market.js';

/** How often the market is looked at. */
const LOOK_EVERY_MS = 20;

/** A stream of a market's figures as tutorials write one: what holds now at once, then whatever follows, and nothing between. */
export async function openPlainStream(market: RelayMarket): Promise<{ port: number; close: () => void }> {
  const readers = new Set<ServerResponse>();
  let told = '';
  const read = async (type: string): Promise<string> => {
    const stall = await market.relay.relay.stalls.find('orchard');
    if (!stall) return '';
    const { epoch, offset, state } = stall.ledger.snapshot();
    return JSON.stringify({ type, at: formatPosition({ epoch, offset }), left: state.stocks[0]?.sellable });
  };
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'access-control-allow-origin': '*' });
    // Half a second in place of the browser's three, so that it is as quick to come back as ours.
    void read('state').then((text) => response.write(`retry: 500\ndata: ${text}\n\n`));
    readers.add(response);
    response.on('close', () => readers.delete(response));
  });
  const looks = setInterval(() => {
    read('change').then(
      (text) => {
        if (text === told || text === '') return;
        told = text;
        for (const reader of readers) reader.write(`data: ${text}\n\n`);
      },
      // The relay is on its way down or up.
      () => {},
    );
  }, LOOK_EVERY_MS);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      clearInterval(looks);
      server.closeAllConnections();
      server.close();
    },
  };
}
