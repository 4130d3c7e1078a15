import { STALL_SCOPE, type Alert, type Announcement } from '@stallcast/protocol';
import type { Reader } from './kept-phrases.js';

/** A line that is shown, and where it was said: absent for the whole stall. */
export interface Said {
  text: string;
  room?: string;
}

interface Known {
  /** The room that the deck looks at. */
  room: string | undefined;
  announced: Readonly<Record<string, Announcement>>;
  alerts: readonly Alert[];
  /** Ms since 1970 by the server's clock. */
  now: number;
}

/** Finds what a room's audience or host reads at this moment: the room's own line, else the stall's. */
export function findSaid(reader: Reader, { room, announced, alerts, now }: Known): Said | null {
  const scopes = room === undefined ? [STALL_SCOPE] : [room, STALL_SCOPE];
  for (const scope of scopes) {
    const said = reader === 'audience' ? announcementOf(announced[scope]) : messageOf(alerts, scope);
    if (!said || (said.until !== undefined && Date.parse(said.until) <= now)) continue;
    return { text: said.text, ...(scope !== STALL_SCOPE && { room: scope }) };
  }
  return null;
}

interface Line {
  text: string;
  until?: string | undefined;
}

function announcementOf(announcement: Announcement | undefined): Line | null {
  return announcement ? { text: announcement.text, until: announcement.until } : null;
}

function messageOf(alerts: readonly Alert[], scope: string): Line | null {
  const alert = alerts.find(({ code, subject }) => code === 'message' && subject === scope);
  if (!alert) return null;
  const { text, until } = alert.detail;
  return { text: String(text), until: until === undefined ? undefined : String(until) };
}
