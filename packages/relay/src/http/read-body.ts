import type { IncomingMessage } from 'node:http';
import { problems } from './problems.js';

/** The largest body that a door takes, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Reads a request's body byte for byte.
 *
 * It counts what arrives and does not believe Content-Length. What comes after the limit is left to the server, which drops it.
 */
export async function readBody(request: IncomingMessage, limit = MAX_BODY_BYTES): Promise<Buffer> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw problems.encodedBody();
  if (Number(request.headers['content-length'] ?? 0) > limit) throw problems.bodyTooLarge(limit);

  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limit) {
        chunks.length = 0;
        reject(problems.bodyTooLarge(limit));
      } else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks, size)));
    // Whoever hung up hears no answer; the refusal only ends the work.
    request.once('error', () => reject(problems.malformedRequest()));
    request.once('close', () => reject(problems.malformedRequest()));
  });
}

/** Reads JSON text; what is not UTF-8 or not JSON is a problem with status 400. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw problems.malformedJson();
  }
}
