import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DetailFetcher, OrderDetail } from '@stallcast/adapters/webhooks';

/** How the platform answers one question; `hang` never does. */
export type PlatformAnswer = OrderDetail | 'not-found' | 'down' | 'hang' | 'nonsense';

/** A platform that is asked over HTTP for the detail of an order, and a fetcher that asks it. */
export interface FakePlatform {
  readonly fetcher: DetailFetcher;
  /** Ids that were asked for, in order. */
  readonly asked: string[];
  /** The most questions that were open at once. */
  readonly mostAtOnce: number;
  /** What it says from now on. */
  answers(how: (orderId: string, times: number) => PlatformAnswer): void;
  /** Answers the questions that hang with what it says now. */
  letGo(): void;
  close(): Promise<void>;
}

export async function startFakePlatform(source: string): Promise<FakePlatform> {
  const asked: string[] = [];
  const hanging = new Map<ServerResponse, string>();
  let how: (orderId: string, times: number) => PlatformAnswer = () => 'down';
  let atOnce = 0;
  let mostAtOnce = 0;
  const server = createServer((request, response) => {
    const orderId = decodeURIComponent(request.url?.split('/').at(-1) ?? '');
    asked.push(orderId);
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on('close', () => {
      atOnce -= 1;
      hanging.delete(response);
    });
    reply(response, orderId);
  });
  const reply = (response: ServerResponse, orderId: string): void => {
    const answer = how(orderId, asked.filter((id) => id === orderId).length);
    if (answer === 'hang') hanging.set(response, orderId);
    else if (answer === 'down') response.writeHead(503).end();
    else if (answer === 'not-found') response.writeHead(404).end();
    else response.end(answer === 'nonsense' ? '<html>' : JSON.stringify(answer));
  };
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const { port } = server.address() as AddressInfo;

  return {
    asked,
    get mostAtOnce() {
      return mostAtOnce;
    },
    answers: (next) => void (how = next),
    letGo: () => hanging.forEach((orderId, response) => reply(response, orderId)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    fetcher: {
      source,
      async fetchDetail(orderId, signal) {
        const answer = await fetch(`http://127.0.0.1:${port}/orders/${encodeURIComponent(orderId)}`, { signal });
        if (answer.status === 404) return null;
        if (!answer.ok) throw new Error(`The platform answered ${answer.status}.`);
        return (await answer.json()) as OrderDetail;
      },
    },
  };
}
