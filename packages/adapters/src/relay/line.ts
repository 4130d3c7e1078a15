import type { Position } from '@stallcast/protocol';
import type { RelayAddress } from './address.js';

/** One connection to a relay. */
export interface Line {
  close(): void;
}

/** What a line tells. After its `close()` it tells nothing. */
export interface LineListener {
  opened(): void;
  /** One message: a frame, or a batch of them. */
  message(text: string): void;
  /** The line is gone; it says no more. */
  lost(loss: Loss): void;
}

/** Why a line is gone: a code for programs, one sentence for people, no key in either. */
export interface Loss {
  code: 'unreachable' | 'silent' | 'refused-key' | 'not-found' | 'bad-answer' | 'gone';
  message: string;
}

/** Opens a line from a position, or for a snapshot. */
export type OpenLine = (address: RelayAddress, from: Position | null, listener: LineListener) => Line;

/** Whether trying again soon would change nothing. */
export function isRefusal({ code }: Loss): boolean {
  return code === 'refused-key' || code === 'not-found';
}

/** The sentence for each loss, the same for every transport. */
export function lossOf(code: Loss['code'], place: string, detail = ''): Loss {
  switch (code) {
    case 'unreachable':
      return {
        code,
        message: `Expected a relay at ${place}, got no connection: is it running, and is this machine on its network?`,
      };
    case 'silent':
      return {
        code,
        message: `Expected a sign of life from ${place} every five seconds, got none for nine: the connection is being made again.`,
      };
    case 'refused-key':
      return {
        code,
        message: `The relay at ${place} did not take the key: copy the link again from the relay’s terminal or studio.`,
      };
    case 'not-found':
      return { code, message: `The relay has nothing at ${place}: check the stall and the room in the link.` };
    case 'bad-answer':
      return {
        code,
        message: `Expected frames from ${place}, got ${detail || 'something else'}: is it a relay of Stallcast?`,
      };
    case 'gone':
      return { code, message: `The connection to ${place} ended: it is being made again.` };
  }
}
