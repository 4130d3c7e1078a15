/** A page that is connected to the relay, or was a moment ago; what the fields mean stands in the protocol's page. */
export interface Instance {
  id: string;
  kind: 'overlay' | 'deck';
  engine: string;
  scene: string;
  room?: string;
  version: string;
  isOutOfDate: boolean;
  since: string;
  lastSeen: string;
  isShown: boolean;
  isSilent: boolean;
}

export interface InstanceOptions {
  /** The stall's address, for example `http://127.0.0.1:7788/stalls/orchard`. */
  stallUrl: string;
  key: string;
  kind: Instance['kind'];
  scene?: string;
  room?: string | undefined;
  /** Loads the page anew. @default location.reload */
  reload?: () => void;
  /** Told of all pages at every change; only with a deck key. */
  told?: (instances: readonly Instance[]) => void;
  /** The key was taken back: nothing more is tried. */
  revoked?: () => void;
}

const CLOSE_GOODBYE = 4000;
const CLOSE_UNAUTHORIZED = 4401;
const CLOSE_REVOKED = 4403;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** How a scene of one's own is told of: what its code begins with. */
const OWN_SCENE = '~';
const MOST_SCENE = 80;
const ID_NAME = 'stallcast.instance';

/** Tells the relay that this page is there, for as long as it is; returns its id. A relay that knows nothing of it costs a try every 15 s. */
export function joinInstances(options: InstanceOptions): { id: string; leave: () => void } {
  const { stallUrl, key, kind, scene = '', room, reload = () => location.reload(), told, revoked } = options;
  const id = ownId();
  let socket: WebSocket | null = null;
  let waitMs = FIRST_WAIT_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const connect = (): void => {
    clearTimeout(retry);
    if (isOver) return;
    const line = new WebSocket(`${stallUrl.replace(/^http/, 'ws')}/instances`);
    socket = line;
    line.onopen = () => {
      const hello = {
        id,
        kind,
        // The code of a scene of one's own is longer than the relay takes.
        scene: scene.startsWith(OWN_SCENE) ? OWN_SCENE : scene.slice(0, MOST_SCENE),
        version: scriptName(),
        isShown: !document.hidden,
        answers: true,
        ...(room && { room }),
      };
      line.send(JSON.stringify({ key, hello }));
    };
    line.onmessage = ({ data }) => {
      waitMs = FIRST_WAIT_MS;
      const message = read(data);
      if (message?.type === 'ping') line.send('{"here":true}');
      else if (message?.type === 'reload') reload();
      else if (message?.type === 'instances' && Array.isArray(message.instances))
        told?.(message.instances as Instance[]);
    };
    line.onclose = ({ code }) => {
      if (code === CLOSE_REVOKED) revoked?.();
      // A page that came back from the browser's memory has another line already.
      if (socket !== line) return;
      socket = null;
      if (isOver || code === CLOSE_REVOKED || code === CLOSE_UNAUTHORIZED) return;
      retry = setTimeout(connect, waitMs);
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    };
  };
  const tellShown = (): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ isShown: !document.hidden }));
  };
  const goodbye = (): void => socket?.close(CLOSE_GOODBYE);

  document.addEventListener('visibilitychange', tellShown);
  addEventListener('pagehide', goodbye);
  addEventListener('pageshow', back);
  connect();

  /** A page that comes back from the browser's memory has said goodbye. */
  function back({ persisted }: PageTransitionEvent): void {
    if (persisted) connect();
  }

  return {
    id,
    leave() {
      isOver = true;
      clearTimeout(retry);
      document.removeEventListener('visibilitychange', tellShown);
      removeEventListener('pagehide', goodbye);
      removeEventListener('pageshow', back);
      goodbye();
    },
  };
}

function read(data: unknown): { type?: unknown; instances?: unknown } | null {
  try {
    const message: unknown = JSON.parse(String(data));
    return typeof message === 'object' ? message : null;
  } catch {
    return null;
  }
}

/** The page's own id, which stays through a reload. Another tab has another. */
function ownId(): string {
  const fresh = Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 8)).join('');
  try {
    const kept = sessionStorage.getItem(ID_NAME);
    const id = kept && /^\w{8,40}$/.test(kept) ? kept : fresh;
    sessionStorage.setItem(ID_NAME, id);
    return id;
  } catch {
    return fresh;
  }
}

/** The name of the page's script, which the build makes after its content. */
function scriptName(): string {
  const address = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
  return /\/assets\/([\w.-]+)\.js$/.exec(address)?.[1] ?? '';
}
