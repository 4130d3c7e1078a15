import { MAX_MESSAGE_CHARS } from '@stallcast/protocol';
import { doorUrl } from './address.js';
import { lossOf, type Loss, type OpenLine } from './line.js';
import { createServerSentEvents } from './server-sent-events.js';

/** Makes lines of server-sent events. They are read with fetch: EventSource sends no key and hides why it failed. */
export function eventsLines(fetch: typeof globalThis.fetch): OpenLine {
  return (address, from, listener) => {
    const abort = new AbortController();
    let opened = false;
    const lost = (loss: Loss) => {
      if (abort.signal.aborted) return;
      abort.abort();
      listener.lost(loss);
    };

    async function follow(): Promise<void> {
      const response = await fetch(doorUrl(address, 'events', from), {
        headers: { Accept: 'text/event-stream', ...(address.key ? { Authorization: `Bearer ${address.key}` } : {}) },
        cache: 'no-store',
        signal: abort.signal,
      });
      const loss = lossOfResponse(response, address.url);
      if (loss || !response.body) return lost(loss ?? lossOf('bad-answer', address.url, 'an empty answer'));
      opened = true;
      listener.opened();
      await pump(response.body, (text) => {
        if (!abort.signal.aborted) listener.message(text);
      });
      lost(lossOf('gone', address.url));
    }

    follow().catch((error: unknown) => {
      const tooLong = error instanceof RangeError;
      lost(
        tooLong
          ? lossOf('bad-answer', address.url, 'an event without an end')
          : lossOf(opened ? 'gone' : 'unreachable', address.url),
      );
    });
    return { close: () => abort.abort() };
  };
}

async function pump(body: ReadableStream<Uint8Array>, onData: (data: string) => void): Promise<void> {
  const events = createServerSentEvents(onData, MAX_MESSAGE_CHARS);
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    events.push(decoder.decode(part.value, { stream: true }));
  }
}

function lossOfResponse({ status, headers }: Response, place: string): Loss | null {
  if (status === 401 || status === 403) return lossOf('refused-key', place);
  if (status === 404) return lossOf('not-found', place);
  if (status !== 200) return lossOf('bad-answer', place, `status ${status}`);
  const type = headers.get('content-type') ?? '';
  return type.startsWith('text/event-stream') ? null : lossOf('bad-answer', place, 'a page instead of a stream');
}
