/** The pages of one stall's deck in this browser, as far as they hear each other. */
export interface Tabs {
  /** This page's own name, made when it was opened. */
  readonly id: string;
  /** Tells the others that what is kept has changed. */
  tellChanged(): void;
  /** Asks the others to drop a step, which its own page does. */
  askToDrop(stepId: string): void;
  /** Who answers, this page among them. */
  alive(): Promise<ReadonlySet<string>>;
  close(): void;
}

export interface TabsListener {
  changed(): void;
  drop(stepId: string): void;
}

/** How long the others may take to answer. One that is frozen does not, and sends nothing either. */
const ANSWER_MS = 250;

type Word = { type: 'who' | 'changed' } | { type: 'here'; id: string } | { type: 'drop'; stepId: string };

/** Joins the pages of a stall's deck. Without BroadcastChannel it is alone. */
export function joinTabs(stall: string, listener: TabsListener): Tabs {
  const id = Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 8)).join('');
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`stallcast.outbox.${stall}`);
  const say = (word: Word): void => channel?.postMessage(word);
  const heard = new Set<string>();

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.type === 'who') say({ type: 'here', id });
      else if (data.type === 'here') heard.add(data.id);
      else if (data.type === 'drop') listener.drop(data.stepId);
      else listener.changed();
    };
  }

  return {
    id,
    tellChanged: () => say({ type: 'changed' }),
    askToDrop: (stepId) => say({ type: 'drop', stepId }),
    async alive() {
      heard.clear();
      say({ type: 'who' });
      if (channel) await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      return new Set([id, ...heard]);
    },
    close() {
      // What waits here is another page's business from now on.
      say({ type: 'changed' });
      channel?.close();
    },
  };
}
