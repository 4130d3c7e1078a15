import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Answer } from './answers.js';
import type { MessageFault, PassMessage } from './message-faults.js';
import { passEvents } from './pass-events.js';
import { passFrames } from './pass-frames.js';

/** Which requests something is for, by their path with its query. */
export type ForPath = (path: string) => boolean;

/** A proxy that understands what passes: server-sent events, WebSockets, and answers that are one message each. */
export interface MessageProxy {
  readonly port: number;
  readonly origin: string;
  /**
   * The paths of the requests whose answer has not come to its end, and of the WebSockets that are open. A connection that a browser
   * keeps for its next request is none of them.
   */
  readonly busy: readonly string[];
  /**
   * Does something to the messages from the server, also of streams that are open. Returns what ends it.
   *
   * Of a plain answer the body is the one message.
   */
  inject(fault: MessageFault, path?: ForPath): () => void;
  /** Answers in place of the server; null asks the server again. Streams that are open go on. */
  answer(answer: Answer | null, path?: ForPath): void;
  /** The server is another one from now on. */
  target(port: number): void;
  /** Ends every connection. */
  reset(): void;
  close(): Promise<void>;
}

/** The fault that is on, and for which paths. Streams look at it message by message. */
class Injected {
  readonly #on = new Map<MessageFault, ForPath>();

  add(fault: MessageFault, path: ForPath): () => void {
    const own: MessageFault = () => fault();
    this.#on.set(own, path);
    return () => void this.#on.delete(own);
  }

  /** The way of the messages of one connection, whatever comes and goes meanwhile. */
  way(path: string): PassMessage {
    const begun = new Map<MessageFault, PassMessage>();
    return (message, send) => {
      const faults = [...this.#on].filter(([, isFor]) => isFor(path)).map(([fault]) => fault);
      const pass = (index: number, one: Buffer): void => {
        const fault = faults[index];
        if (!fault) return send(one);
        let begin = begun.get(fault);
        if (!begin) begun.set(fault, (begin = fault()));
        begin(one, (passed) => pass(index + 1, passed));
      };
      pass(0, message);
    };
  }
}

const everything: ForPath = () => true;

/** Starts a proxy of messages on a free port of loopback. */
export async function createMessageProxy(targetPort: number): Promise<MessageProxy> {
  const injected = new Injected();
  const sockets = new Set<Socket>();
  const busy = new Map<ServerResponse | Socket, string>();
  let target = targetPort;
  let answered: { answer: Answer; path: ForPath } | null = null;

  function keepBusy(carrier: ServerResponse | Socket, path: string): void {
    busy.set(carrier, path);
    carrier.once('close', () => busy.delete(carrier));
  }

  const standIn = (path: string): Answer | null => (answered?.path(path) ? answered.answer : null);

  function passOn(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    keepBusy(response, path);
    const instead = standIn(path);
    if (instead) return void giveAnswer(response, instead);
    const onward = ask(
      { host: '127.0.0.1', port: target, path, method: request.method, headers: request.headers, agent: false },
      (answer) => {
        const isStream = answer.headers['content-type']?.startsWith('text/event-stream') ?? false;
        if (!isStream) return void collect(answer).then((body) => giveBody(answer, body));
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        passEvents(answer, response, injected.way(path));
      },
    );
    const giveBody = (answer: IncomingMessage, body: Buffer): void => {
      // The length may be another when a fault has had its way.
      const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers;
      let given = false;
      injected.way(path)(body, (passed) => {
        if (given) return;
        given = true;
        response.writeHead(answer.statusCode ?? 502, headers).end(passed);
      });
    };
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  function upgrade(request: IncomingMessage, client: Socket, head: Buffer): void {
    const path = request.url ?? '/';
    keepBusy(client, path);
    client.on('error', () => client.destroy());
    const instead = standIn(path);
    if (instead) return void client.end(plainAnswer(instead));
    const server = connect({ host: '127.0.0.1', port: target }, () => {
      server.write(requestHead(request));
      if (head.length > 0) server.write(head);
      client.pipe(server);
      passFrames(server, client, injected.way(path));
    });
    server.on('error', () => client.destroy());
    server.on('close', () => client.end());
    client.on('close', () => server.destroy());
  }

  const proxy = createServer(passOn);
  proxy.on('upgrade', upgrade);
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const reset = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    get busy() {
      return [...busy.values()];
    },
    inject: (fault, path = everything) => injected.add(fault, path),
    answer(answer, path = everything) {
      answered = answer && { answer, path };
    },
    target(next) {
      target = next;
    },
    reset,
    async close() {
      reset();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

function giveAnswer(response: ServerResponse, { status, headers, body = '', byteEveryMs }: Answer): void {
  response.writeHead(status, headers);
  if (byteEveryMs === undefined) return void response.end(body);
  response.flushHeaders();
  let next = 0;
  const bytes = setInterval(() => {
    if (next < body.length) response.write(body[next]);
    else response.end();
    next += 1;
  }, byteEveryMs);
  response.once('close', () => clearInterval(bytes));
}

function plainAnswer({ status, headers = {}, body = '' }: Answer): string {
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  return `HTTP/1.1 ${status} Answer\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

/** The request as it came, but for extensions: compressed frames could not be read on the way. */
function requestHead({ method, url, rawHeaders }: IncomingMessage): string {
  let head = `${method ?? 'GET'} ${url ?? '/'} HTTP/1.1\r\n`;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== 'sec-websocket-extensions') {
      head += `${rawHeaders[at] ?? ''}: ${rawHeaders[at + 1] ?? ''}\r\n`;
    }
  }
  return `${head}\r\n`;
}

async function collect(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
