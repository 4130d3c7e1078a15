/** Why OBS did not take the overlay. */
export type ObsTrouble =
  /** Nothing answered: OBS is closed, its WebSocket server is off, or listens at another port. */
  | 'no-answer'
  /** The page is secure, and its browser does not let it speak to a program of this computer. */
  | 'secure-page'
  /** OBS wants a password and got none. */
  | 'password-missing'
  | 'password-wrong'
  /** What answered is no OBS of version 28 or later. */
  | 'not-obs'
  /** This OBS was built without browser sources. */
  | 'no-browser-source'
  /** OBS let us in, and is changing its scene collection, or does not answer any more. */
  | 'busy'
  /** OBS let us in, and the connection ended before it was done. */
  | 'lost'
  /** The address is none of a WebSocket. */
  | 'address'
  /** OBS answered, and refused. */
  | 'refused';

/** What OBS said when it refused, with its code; the page shows its words beside ours. */
export interface ObsRefusal {
  trouble: ObsTrouble;
  detail: string;
}

/** The codes with which obs-websocket closes, and with which it answers a request. */
const AUTHENTICATION_FAILED = 4009;
const UNSUPPORTED_RPC_VERSION = 4010;
/** The library's own: the connection failed, or what answered does not speak as obs-websocket 5 does. */
const NO_CONNECTION = -1;
const CLOSED_ABNORMALLY = 1006;
const INVALID_INPUT_KIND = 605;
const NOT_READY = 207;
/** The codes with which any WebSocket ends. */
const [FIRST_END, LAST_END] = [1000, 4999];

/**
 * Puts what a connection or a request ended with into one of the troubles that a host can do something about.
 *
 * @see https://github.com/obsproject/obs-websocket/blob/master/docs/generated/protocol.md
 */
export function readTrouble(
  error: unknown,
  { hasPassword, isSecurePage, isLetIn = false }: { hasPassword: boolean; isSecurePage: boolean; isLetIn?: boolean },
): ObsRefusal {
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : '';
  const as = (trouble: ObsTrouble): ObsRefusal => ({ trouble, detail });
  if (isLetIn && code === undefined) return as('busy');
  if (isLetIn && code !== undefined && (code === NO_CONNECTION || (code >= FIRST_END && code <= LAST_END)))
    return as('lost');
  switch (code) {
    case AUTHENTICATION_FAILED:
      return as(hasPassword ? 'password-wrong' : 'password-missing');
    case UNSUPPORTED_RPC_VERSION:
      return as('not-obs');
    case NOT_READY:
      return as('busy');
    case INVALID_INPUT_KIND:
      return as('no-browser-source');
    case NO_CONNECTION:
      if (detail.includes('subprotocol')) return as('not-obs');
      return as(isSecurePage ? 'secure-page' : 'no-answer');
    case CLOSED_ABNORMALLY:
    case undefined:
      return as(isSecurePage ? 'secure-page' : 'no-answer');
    default:
      return as('refused');
  }
}

/** The code of obs-websocket's errors; undefined where a browser's own error came instead. */
export function codeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  // A DOMException has a code too, which means something else.
  return typeof error.code === 'number' && !(error instanceof DOMException) ? error.code : undefined;
}
