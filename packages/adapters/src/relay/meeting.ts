import type { Stop } from '@stallcast/protocol';
import type { SharingPage } from './sharing-page.js';

/** Where pages of one origin speak to each other. */
export type OpenChannel = (name: string) => BroadcastChannel;

/**
 * Looks for other pages that follow the same address. Where there is one, fetches what they share a line with.
 *
 * The page makes its own line meanwhile, so that its first picture does not wait. A page that is alone says one word and hears none.
 */
export function meet(name: string, page: SharingPage, heartbeatMs: number, open: OpenChannel): Stop {
  let channel: BroadcastChannel;
  let leave: Stop | undefined;
  try {
    channel = open(name);
  } catch {
    // Not there, or not allowed: the page follows by itself.
    return () => {};
  }
  channel.onmessage = () => {
    channel.onmessage = null;
    // The script needs a connection as well. Where six pages hold them all, it never came.
    page.tap = page.letGo;
    page.letGo();
    import('./sharing.js').then(
      (sharing) => {
        if (page.state.at !== 'stopped') leave = sharing.share(channel, page, heartbeatMs);
      },
      () => page.on({ type: 'gap', moved: true }),
    );
  };
  channel.postMessage('');
  return () => {
    leave?.();
    channel.close();
  };
}
