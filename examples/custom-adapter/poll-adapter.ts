import { AdapterError, formatPosition, parseFrame, type Adapter, type Sink } from '@stallcast/protocol';

/** Reads a stall from a back end that answers with the whole snapshot, by asking again and again. */
export function pollAdapter(url: string, everyMs = 5_000): Adapter {
  return {
    name: 'My back end',
    // Twice the interval, and some: silence for longer than this makes the widgets say that their data are old.
    silenceMs: 2 * everyMs + 5_000,

    start(sink) {
      const end = new AbortController();
      let shown = '';
      const timer = setInterval(() => void look(), everyMs);
      void look();
      return () => {
        end.abort();
        clearInterval(timer);
      };

      async function look(): Promise<void> {
        try {
          const answer = await fetch(url, { signal: end.signal });
          const text = answer.ok ? await answer.text() : '';
          if (!end.signal.aborted) shown = deliver(text, shown, sink);
        } catch {
          if (end.signal.aborted) return;
          // Told once more each time, and tried again for ever: nobody is watching the screen.
          sink.fault(new AdapterError('unreachable', 'The back end cannot be reached: trying again.'));
        }
      }
    },
  };
}

/** Delivers what came; returns the place that is shown then. */
function deliver(text: string, shown: string, sink: Sink): string {
  const [frame] = parseFrame(text).frames;
  if (frame?.type !== 'snapshot') {
    sink.fault(new AdapterError('bad-message', 'Expected a snapshot, got something else: look at the back end.'));
    return shown;
  }
  const place = formatPosition(frame);
  if (place === shown) sink.alive(frame, frame.at);
  else sink.snapshot(frame);
  return place;
}
