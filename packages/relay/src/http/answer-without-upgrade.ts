import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { writeProblemToSocket } from './problem.js';
import { problems } from './problems.js';

/**
 * Answers a request that offers another protocol (as `curl --http2` does) as if it did not.
 *
 * Node gives up reading at such an offer, so that one with a body cannot be taken.
 */
export function answerWithoutUpgrade(server: Server, request: IncomingMessage, socket: Socket): void {
  socket.on('error', () => socket.destroy());
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    writeProblemToSocket(socket, problems.unknownUpgrade());
    return;
  }
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once('finish', () => socket.end());
  server.emit('request', request, response);
}
