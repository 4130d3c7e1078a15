import type { OpenChannel } from './meeting.js';

/** What a page posted, on its way to one other page. */
export interface Post {
  from: number;
  to: number;
  /** As JSON. */
  text: string;
  deliver(): void;
}

/** Stands in for a browser's BroadcastChannels: what is posted is cloned, and arrives later, at once or when a test says so. */
export class FakeChannels {
  readonly #open = new Map<number, { name: string; channel: Pick<BroadcastChannel, 'onmessage'> }>();
  readonly #arrange: (post: Post) => void;
  /** Everything that was ever posted, as text. */
  readonly posted: string[] = [];
  readonly names = new Set<string>();
  #count = 0;
  #muted: number | null = null;

  /** `arrange` decides when and whether a post arrives; without it, right after the running turn. */
  constructor(arrange: (post: Post) => void = ({ deliver }) => queueMicrotask(deliver)) {
    this.#arrange = arrange;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Lets nothing of one page through, by the order in which it was opened; `null` lets everything through. */
  mute(page: number | null): void {
    this.#muted = page;
  }

  readonly open: OpenChannel = (name) => this.openFor((this.#count += 1))(name);

  /** The channels of one page, by its number. */
  openFor(page: number): OpenChannel {
    return (name) => {
      this.names.add(name);
      const channel = {
        onmessage: null as BroadcastChannel['onmessage'],
        postMessage: (data: unknown) => {
          if (!this.#open.has(page)) throw new Error('The channel is closed.');
          const text = JSON.stringify(data);
          this.posted.push(text);
          for (const [to, other] of this.#open) {
            if (to !== page && page !== this.#muted && other.name === name) this.#post(page, to, text);
          }
        },
        close: () => void this.#open.delete(page),
      };
      this.#open.set(page, { name, channel });
      return channel as unknown as BroadcastChannel; // As much of one as is used.
    };
  }

  #post(from: number, to: number, text: string): void {
    const target = this.#open.get(to);
    this.#arrange({
      from,
      to,
      text,
      deliver: () => {
        if (target === undefined || this.#open.get(to) !== target) return;
        const event = { data: JSON.parse(text) as unknown } as MessageEvent;
        target.channel.onmessage?.call(target.channel as BroadcastChannel, event);
      },
    });
  }
}
