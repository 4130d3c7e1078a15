import type { WebhookRequest } from '@stallcast/protocol';

/** A webhook request to be made up. */
export interface WebhookRequestParts {
  body: string | Uint8Array;
  /** By any case of their names. */
  headers?: Record<string, string>;
  query?: Record<string, string>;
  /** @default 2026-07-01T11:30:00Z */
  receivedAt?: number;
}

/** Makes a request as the relay's door hands it to a webhook source. */
export function exampleWebhookRequest(parts: WebhookRequestParts): WebhookRequest {
  const headers = new Map(Object.entries(parts.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const query = new Map(Object.entries(parts.query ?? {}));
  return {
    header: (name) => headers.get(name),
    query: (name) => query.get(name),
    rawBody: typeof parts.body === 'string' ? new TextEncoder().encode(parts.body) : parts.body,
    receivedAt: parts.receivedAt ?? Date.parse('2026-07-01T11:30:00Z'),
  };
}
