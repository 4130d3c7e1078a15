/** Tells the other pages of this browser that a stall's log has grown. */
export interface News {
  post(): void;
  close(): void;
}

/**
 * Opens the channel of a stall. It carries no content: whoever hears it looks into the log.
 *
 * Where a browser has no BroadcastChannel the pages find news by looking every few seconds.
 */
export function openNews(stall: string, onNews: () => void): News {
  if (typeof BroadcastChannel === 'undefined') return { post() {}, close() {} };
  const channel = new BroadcastChannel(`stallcast:${stall}`);
  channel.onmessage = () => onNews();
  return {
    post: () => channel.postMessage('news'),
    close() {
      channel.onmessage = null;
      channel.close();
    },
  };
}
