import { Problem } from './problem.js';
import { problems } from './problems.js';

/** What a request that failed is answered. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // What SQLite says is about the disk, and the same request may be taken later.
  const code = String((error as { code?: unknown } | null)?.code);
  return code.startsWith('SQLITE_') ? problems.notReady() : problems.internal();
}

/** What is answered to a request that Node could not read, by Node's code. */
export function unreadable(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return problems.headersTooLarge();
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return problems.requestTimeout();
    default:
      return problems.malformedRequest();
  }
}
