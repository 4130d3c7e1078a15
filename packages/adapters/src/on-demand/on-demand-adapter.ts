import { AdapterError, type Adapter, type Stop } from '@stallcast/protocol';

/** A script that could not be had is tried again after so long, ms. */
const RETRY_MS = 5_000;
/** Until the adapter is there and says better. */
const SILENCE_MS = 9_000;

/**
 * Makes an adapter that fetches its code when it is first started, so that a page pays for what its connection names alone.
 *
 * What is wrong with an address is told as a fault then.
 */
export function onDemandAdapter(name: string, load: () => Promise<Adapter>): Adapter {
  let adapter: Adapter | null = null;

  return {
    get name() {
      return adapter?.name ?? name;
    },
    get silenceMs() {
      return adapter?.silenceMs ?? SILENCE_MS;
    },
    get pictureOrigin() {
      return adapter?.pictureOrigin;
    },
    start(sink) {
      let stop: Stop | null = null;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let stopped = false;

      async function begin(): Promise<void> {
        try {
          adapter ??= await load();
        } catch (error) {
          if (!stopped) fail(error);
          return;
        }
        if (!stopped) stop = adapter.start(sink);
      }

      function fail(error: unknown): void {
        // A wrong address stays wrong; a script that did not come may come.
        if (error instanceof AddressError) return sink.fault(new AdapterError('no-adapter', error.message));
        sink.fault(
          new AdapterError(
            'unreachable',
            `程序没有下载完整，会自己再试；一直不行就刷新。 / Expected the script for “${name}”, got none: it is asked for again, or reload the page.`,
            { cause: error },
          ),
        );
        timer = setTimeout(() => void begin(), RETRY_MS);
      }

      void begin();
      return () => {
        stopped = true;
        clearTimeout(timer);
        stop?.();
        stop = null;
      };
    },
  };
}

/** What stands behind the scheme does not make an adapter. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}
