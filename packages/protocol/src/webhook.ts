import type { SourceEvent } from './source-event.js';

/** One HTTP request to a webhook door. */
export interface WebhookRequest {
  /** By lower-case name. */
  header(name: string): string | undefined;
  /** The body as it came, byte for byte. */
  rawBody: Uint8Array;
  /** The query's parameters. */
  query(name: string): string | undefined;
  /** Time of arrival, ms. */
  receivedAt: number;
}

/** What a webhook turned out to say. */
export type WebhookReading =
  /** `commands` are operator's commands, already checked by the source. */
  | { kind: 'events'; events: SourceEvent[] }
  | { kind: 'command'; command: unknown }
  /** Nothing to store; answered 200. `why` is for the log. */
  | { kind: 'ignored'; why: string };

/**
 * A shop's webhook, from raw bytes to source events.
 *
 * Neither function throws anything but `WebhookError`. Buyers are masked here: no phone, address or e-mail gets past `read`.
 */
export interface WebhookSource {
  readonly name: string;
  /** True for an unsigned message that a shop sends at set-up; it is answered 200 and has no effect. */
  isHandshake?(request: WebhookRequest): boolean;
  /** Checks the signature over the raw body in constant time; throws `WebhookError` with status 401. */
  verify(request: WebhookRequest, secret: string): void;
  read(request: WebhookRequest): WebhookReading;
}

/** A webhook that cannot be taken: an HTTP status and one sentence that says what to do. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';

  constructor(
    readonly status: 400 | 401 | 422,
    message: string,
  ) {
    super(message);
  }
}
