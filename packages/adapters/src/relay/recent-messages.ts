import type { Position } from '@stallcast/protocol';

/** So many characters of messages are kept for pages that join. */
const MAX_CHARS = 256 * 1024;

/** The last messages of a relay as they came, for a page that joins a little behind. */
export interface RecentMessages {
  /** Takes in a message that was read without a gap, with the reader's position before and after it. */
  note(text: string, before: Position | null, after: Position | null): void;
  /** The messages that lead from a position to the reader's own; `ahead` for one beyond that, null where they are not kept. */
  after(from: Position): readonly string[] | 'ahead' | null;
}

/** Begins to keep messages for a reader at a position. */
export function createRecentMessages(at: Position | null): RecentMessages {
  let kept: { text: string; offset: number }[] = [];
  let chars = 0;
  /** Where what is kept begins, and where it ends. */
  let base = at;
  let head = at;
  /** The last sign of life at the head: who joins is live by it. */
  let ping: string | null = null;

  function forget(from: Position | null): void {
    kept = [];
    chars = 0;
    base = from;
  }

  return {
    note(text, before, after) {
      const isUnbroken = before?.epoch === head?.epoch && before?.offset === head?.offset;
      head = after;
      if (!after) return forget(null);
      if (!base || !isUnbroken || before?.epoch !== after.epoch || after.offset < before.offset) {
        ping = null;
        return forget(after);
      }
      if (after.offset === before.offset) {
        if (text.includes('"ping"')) ping = text;
        return;
      }
      ping = null;
      kept.push({ text, offset: after.offset });
      chars += text.length;
      while (chars > MAX_CHARS) {
        const oldest = kept.shift();
        if (!oldest) break;
        chars -= oldest.text.length;
        base = { epoch: after.epoch, offset: oldest.offset };
      }
    },

    after(from) {
      if (!base || !head || from.epoch !== head.epoch || from.offset < base.offset) return null;
      if (from.offset > head.offset) return 'ahead';
      const texts = kept.filter(({ offset }) => offset > from.offset).map(({ text }) => text);
      return ping === null ? texts : [...texts, ping];
    },
  };
}
