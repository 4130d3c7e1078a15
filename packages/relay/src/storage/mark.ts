import { closeSync, constants, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from '@stallcast/protocol';

/**
 * Remembers, beside the database, how far a stall's log had come: how a copy that was put back is told from the file that was left.
 *
 * A copy knows nothing of what came after it. Served as it is, it would grow a second history under the same positions, and a reader
 * who knew the first would call itself live on a mixture. The mark is written after each commit and before anyone hears of it, without
 * waiting for the disk: it survives a killed process; after a cut of power it may be seconds old, which costs nothing unless a copy of
 * those very seconds is put back.
 */
export interface Mark {
  /** What readers may have been told; null where there is no mark, or it was itself put back with its folder. */
  read(): Position | null;
  write(position: Position): void;
  close(): void;
}

/** Longer than any position; a shorter text never leaves the end of a longer one. */
const MARK_BYTES = 160;
const EPOCH = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Opens the mark of a stall, making an empty one if it is not there. */
export function openMark(folder: string, stall: string): Mark {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const handle = openSync(join(folder, `${stall}.json`), constants.O_RDWR | constants.O_CREAT, 0o600);
  // A file that was copied back is another file, also where its content is as it was.
  const { ino, birthtimeNs, ctimeNs } = fstatSync(handle, { bigint: true });
  const file = String(ino);
  const born = String(birthtimeNs);
  // A file system that keeps no birth times tells that of the last write in their place.
  const tellsBirth = birthtimeNs !== ctimeNs;
  let closed = false;

  return {
    read() {
      const bytes = Buffer.alloc(MARK_BYTES);
      const length = readSync(handle, bytes, 0, MARK_BYTES, 0);
      try {
        const mark = JSON.parse(bytes.toString('utf8', 0, length)) as Partial<Position> & {
          file?: unknown;
          born?: unknown;
        };
        const { epoch, offset } = mark;
        if (mark.file !== file || (tellsBirth && mark.born !== born)) return null;
        if (!EPOCH.test(epoch ?? '') || !Number.isSafeInteger(offset)) return null;
        return { epoch: epoch!, offset: offset! };
      } catch {
        return null;
      }
    },

    write({ epoch, offset }) {
      if (!closed) writeSync(handle, JSON.stringify({ epoch, offset, file, born }).padEnd(MARK_BYTES), 0);
    },

    close() {
      if (!closed) closeSync(handle);
      closed = true;
    },
  };
}

/** An offset that no log reaches: whatever is found counts as behind it. */
export const BEYOND_ALL = Number.MAX_SAFE_INTEGER;

/** The epoch after which a new life of the log has to sort, if what was found is not what was left; null if it is, or nothing was found. */
export function lifeLostAfter(head: Position | null, mark: Position | null): string | null {
  if (!head) return null;
  if (mark?.epoch === head.epoch && mark.offset <= head.offset) return null;
  return mark && mark.epoch > head.epoch ? mark.epoch : head.epoch;
}
