import type { Announcement } from '@stallcast/protocol';
import { plainText } from '../../internal/fit-text.js';

/** Two lines hold a fifth of it, whatever the script. */
const LONGEST = 400;

/** What an announcement shows, free of the DOM. */
export interface AnnouncementView {
  /** Tells two announcements of the same words apart. */
  key: string;
  text: string;
  isSynthetic: boolean;
  /** When it ends by itself, ms since 1970; null for until it is cleared. */
  endsAt: number | null;
}

/** Derives the view; null where there is nothing to say, or no more. `now` is ms since 1970 by the server's clock. */
export function deriveAnnouncementView(
  announcement: Announcement | null | undefined,
  now: number,
): AnnouncementView | null {
  if (!announcement) return null;
  const text = plainText(announcement.text, LONGEST);
  // A time that is none ends nothing: the operator still can.
  const until = announcement.until === undefined ? NaN : Date.parse(announcement.until);
  if (text === '' || until <= now) return null;
  return {
    key: `${announcement.at} ${text}`,
    text,
    isSynthetic: announcement.synthetic === true,
    endsAt: Number.isNaN(until) ? null : until,
  };
}
