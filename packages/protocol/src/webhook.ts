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
  /**
   * All events are accepted together. `detail` names orders, by the shop's own ids, of which the message tells too little: a
   * `DetailFetcher` asks the shop for the rest. `why` is for the log, where part of the message was left out.
   */
  | { kind: 'events'; events: SourceEvent[]; detail?: readonly string[]; why?: string }
  /** An operator's command, not yet checked. */
  | { kind: 'command'; command: unknown }
  /** Nothing to store; answered 200. `why` is for the log. */
  | { kind: 'ignored'; why: string };

/** The body of a 200, in the words that a platform waits for. Without them it sends its message again. */
export interface WebhookAnswer {
  type: 'application/json' | 'text/plain';
  body: string;
}

/**
 * A shop's webhook, from raw bytes to source events.
 *
 * No function throws anything but `WebhookError`. Buyers are masked here: no phone, address or e-mail gets past `read`.
 */
export interface WebhookSource {
  readonly name: string;
  /** True for an unsigned message that a shop sends at set-up; it is answered 200 and has no effect. */
  isHandshake?(request: WebhookRequest): boolean;
  /** Checks the signature over the raw body in constant time; throws `WebhookError` with status 401. */
  verify(request: WebhookRequest, secret: string): void;
  /** The message inside an encrypted body, after `verify`; `read` gets it as the body. */
  decrypt?(request: WebhookRequest, secret: string): Uint8Array;
  read(request: WebhookRequest): WebhookReading;
  /** What the platform waits for, to the request as it came; without it the relay answers where its log stands. */
  answer?(request: WebhookRequest): WebhookAnswer;
  /** Answers the GET by which a platform checks an address before it uses it; throws `WebhookError` with status 401. */
  confirm?(request: WebhookRequest, secret: string): WebhookAnswer;
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
