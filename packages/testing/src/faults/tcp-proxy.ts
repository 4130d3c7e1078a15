import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TcpLink } from './tcp-link.js';
import { Toxics, type Toxic } from './toxics.js';

/** A line on loopback that can be made bad in the ways that lines are. */
export interface TcpProxy {
  readonly port: number;
  readonly origin: string;
  /** Connections that are open now. */
  readonly connections: number;
  /** Connections that were ever opened. */
  readonly accepted: number;
  /** Makes the line bad; returns what makes it good again. */
  add(toxic: Toxic): () => void;
  /** Takes every toxic away. */
  clear(): void;
  /** Resets every connection; new ones are taken. */
  reset(): void;
  /** Ends every connection in good order; new ones are taken. */
  end(): void;
  /** Takes no connections, and resets those that are there: what a client sees of a server that is not running. */
  refuse(): Promise<void>;
  /** Takes connections again, on the same port. */
  accept(): Promise<void>;
  close(): Promise<void>;
}

interface Connection {
  client: Socket;
  server: Socket;
  links: TcpLink[];
}

/** Starts a proxy on a free port of loopback that passes bytes on to another port of loopback. */
export async function createTcpProxy(targetPort: number): Promise<TcpProxy> {
  const toxics = new Toxics();
  const connections = new Set<Connection>();
  let accepted = 0;
  let port = 0;
  let server: Server | null = null;

  const cut = (connection: Connection): void => {
    connections.delete(connection);
    connection.client.resetAndDestroy();
    connection.server.resetAndDestroy();
  };

  function join(client: Socket): void {
    accepted += 1;
    const far = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    const connection: Connection = { client, server: far, links: [] };
    connections.add(connection);
    client.setNoDelay(true);
    far.setNoDelay(true);
    connection.links.push(new TcpLink(client, far, toxics, 'up'), new TcpLink(far, client, toxics, 'down'));
    const isForgotten = () => connection.links.some((link) => link.isForgotten);
    // What breaks on one side breaks on the other, unless the other has been forgotten or sits behind a black hole.
    const breaks = (other: Socket) => () => {
      if (!isForgotten() && !toxics.of('timeout', 'down')) other.resetAndDestroy();
    };
    client.on('error', breaks(far));
    far.on('error', breaks(client));
    client.on('close', () => {
      far.destroy();
      connections.delete(connection);
    });
    const resets = toxics.of('reset-peer', 'down') ?? toxics.of('reset-peer', 'up');
    if (resets) setTimeout(() => cut(connection), resets.afterMs ?? 0);
  }

  async function accept(): Promise<void> {
    if (server) return;
    server = createServer({ allowHalfOpen: true }, join);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  }

  async function refuse(): Promise<void> {
    const closing = server;
    server = null;
    for (const connection of connections) cut(connection);
    if (!closing) return;
    closing.close();
    await once(closing, 'close');
  }

  await accept();
  return {
    get port() {
      return port;
    },
    get origin() {
      return `http://127.0.0.1:${port}`;
    },
    get connections() {
      return connections.size;
    },
    get accepted() {
      return accepted;
    },
    add(toxic) {
      if (toxic.type === 'half-open') for (const { links } of connections) for (const link of links) link.forget();
      if (toxic.type === 'reset-peer') {
        const there = [...connections];
        setTimeout(() => there.forEach(cut), toxic.afterMs ?? 0);
      }
      return toxics.add(toxic);
    },
    clear: () => toxics.clear(),
    reset() {
      for (const connection of connections) cut(connection);
    },
    end() {
      for (const { client, server: far } of connections) {
        client.end();
        far.end();
      }
    },
    refuse,
    accept,
    async close() {
      toxics.clear();
      await refuse();
    },
  };
}
