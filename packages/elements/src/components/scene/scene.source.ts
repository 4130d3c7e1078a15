import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isPageHidden, onPageVisibility } from '../../internal/page-visibility.js';
import type { SceneFault } from './scene.faults.js';
import { LIMITS } from './scene.format.js';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Fetches a scene file of the page's own origin, and asks again while it does not come: a page may be opened before its server is
 * up. There is no timer while the page is hidden, and none once the file is there.
 */
export class SceneSource implements ReactiveController {
  readonly #read: (text: string) => void;
  readonly #fail: (fault: SceneFault) => void;
  #src = '';
  #wait = FIRST_WAIT_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;
  #isOwed = false;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, read: (text: string) => void, fail: (fault: SceneFault) => void) {
    this.#read = read;
    this.#fail = fail;
    host.addController(this);
  }

  /** Follows an address; an empty one is none. */
  follow(src: string): void {
    if (src === this.#src) return;
    this.#src = src;
    this.#wait = FIRST_WAIT_MS;
    this.#asking?.abort();
    this.#isOwed = src !== '';
    void this.#ask();
  }

  hostConnected(): void {
    this.#stop = onPageVisibility(() => void this.#ask());
    void this.#ask();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#stop?.();
    this.#stop = null;
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#isOwed || !this.#stop || isPageHidden()) return;
    const address = ownAddress(this.#src);
    if (!address) {
      this.#isOwed = false;
      this.#fail({
        at: '',
        en: 'src: expected the address of a scene file on this page’s own server.',
        'zh-CN': 'src：应为本页面同一服务器上的场景文件地址。',
      });
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const length = Number(answer.headers.get('content-length') ?? 0);
      const text = length > 4 * LIMITS.text ? ' '.repeat(LIMITS.text + 1) : await answer.text();
      if (asking.signal.aborted) return;
      this.#isOwed = false;
      this.#read(text);
    } catch {
      if (asking.signal.aborted) return;
      this.#fail({
        at: '',
        en: 'The scene file does not come: it is asked for again by itself.',
        'zh-CN': '场景文件没有取到：会自动再试。',
      });
      this.#timer = setTimeout(() => void this.#ask(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
    }
  }
}

/** An address of the page's own origin; null for any other, and for what is none. */
function ownAddress(src: string): string | null {
  try {
    const address = new URL(src, document.baseURI);
    return address.origin === location.origin && address.protocol.startsWith('http') ? address.href : null;
  } catch {
    return null;
  }
}
