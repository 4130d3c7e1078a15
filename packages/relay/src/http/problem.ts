import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** One sentence for people in each language: what was expected, what came, what to do. */
export interface Sentence {
  en: string;
  'zh-CN': string;
}

/**
 * An answer that refuses, as an RFC 9457 problem document.
 *
 * Its words are fixed by the relay: nothing that a client sent, and above all no key, is ever repeated in it.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    /** Kebab-case, for programs: `unknown-stall`. */
    readonly code: string,
    readonly sentence: Sentence,
    readonly headers: Readonly<Record<string, string>> = {},
    /** Members of this problem alone. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(sentence.en);
  }

  /** The document as JSON. `code` and `message` are members of our own, for programs and for pages in Chinese. */
  toJSON(): Record<string, unknown> {
    return {
      type: `urn:stallcast:problem:${this.code}`,
      title: this.code.charAt(0).toUpperCase() + this.code.slice(1).replaceAll('-', ' '),
      status: this.status,
      detail: this.sentence.en,
      code: this.code,
      message: this.sentence,
      ...this.members,
    };
  }
}

const PROBLEM_HEADERS = {
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Answers with a problem; a HEAD request gets the same headers and no document. */
export function writeProblem(response: ServerResponse, problem: Problem): void {
  const body = Buffer.from(JSON.stringify(problem));
  response.writeHead(problem.status, { ...PROBLEM_HEADERS, ...problem.headers, 'Content-Length': body.byteLength });
  response.end(body);
}

/** Answers with a problem on a bare socket, where there is no response object: a refused upgrade, an unreadable request. */
export function writeProblemToSocket(socket: Duplex, problem: Problem): void {
  const body = Buffer.from(JSON.stringify(problem));
  const headers = {
    ...PROBLEM_HEADERS,
    ...problem.headers,
    'Content-Length': String(body.byteLength),
    Connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const status = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? 'Error'}\r\n`;
  socket.end(Buffer.concat([Buffer.from(`${status}${head.join('')}\r\n`), body]));
}
