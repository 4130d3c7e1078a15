import type { ConnectionEvent, ConnectionState } from './connection.js';
import type { Line, LineListener } from './line.js';
import type { Reading } from './reading.js';

/** A page's reading of one stall, as far as pages that share a line need it. */
export interface SharingPage {
  readonly reading: Pick<Reading, 'have'>;
  readonly state: ConnectionState;
  readonly line: Line | null;
  /** Told each message that was read without a gap, and told nothing when a line is gone. */
  tap: ((text?: string) => void) | undefined;
  /** Makes the next line in place of the transport, once. */
  lend: ((listener: LineListener) => Line) | undefined;
  on(event: ConnectionEvent): void;
  /** Ends a line that has brought something and holds one of the six connections that a browser has for a host. */
  letGo(): void;
}
