/** A whole JSON string that is a date and a time, with the member that it stands in where that can be seen. */
const DATE_TIME =
  /("(?<member>[\w-]+)"\s*:\s*)?"(?<day>\d{4}-\d\d-\d\d)(?<gap>[T ])(?<clock>\d\d:\d\d:\d\d)(?<fraction>\.\d{1,9})?(?<zone>Z|[+-]\d\d:?\d\d)?"/g;

/**
 * Moves every date-time string of a JSON text by one amount, so that the newest is now.
 *
 * The text is edited, not read and written again: integers above 2^53 and the order of members stay as they are. Each time keeps its way of
 * writing and its zone, and the distances between them stay. A text whose newest time lies ahead, as a sale's end does, stays as it is.
 */
export function shiftTimes(json: string, now: number): string {
  const times = [...json.matchAll(DATE_TIME)].map((match) => ({ at: instantOf(match), isSure: isSure(match) }));
  // A shop's local time without its zone is hours off; it counts only where there is nothing better.
  const sure = times.filter(({ isSure }) => isSure);
  const newest = Math.max(...(sure.length > 0 ? sure : times).map(({ at }) => at).filter(Number.isFinite));
  const by = Math.floor((now - newest) / 1000) * 1000;
  if (!Number.isFinite(by) || by <= 0) return json;
  return json.replace(DATE_TIME, (...args) => moved(args[0] as string, args.at(-1) as Groups, by));
}

type Groups = Record<'member' | 'day' | 'gap' | 'clock' | 'fraction' | 'zone', string | undefined>;

function instantOf({ groups }: RegExpMatchArray): number {
  const { day, clock, zone } = groups as Groups;
  return Date.parse(`${day}T${clock}Z`) - offsetOf(zone);
}

function isSure({ groups }: RegExpMatchArray): boolean {
  const { member, zone } = groups as Groups;
  return zone !== undefined || member?.endsWith('_gmt') === true;
}

/** Milliseconds by which a zone's clock is ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

function moved(whole: string, { day, gap, clock, fraction = '', zone = '' }: Groups, by: number): string {
  const local = Date.parse(`${day}T${clock}Z`);
  if (Number.isNaN(local)) return whole;
  const [newDay, newClock] = new Date(local + by).toISOString().slice(0, 19).split('T');
  const prefix = whole.slice(0, whole.lastIndexOf(`"${day}`));
  return `${prefix}"${newDay}${gap}${newClock}${fraction}${zone}"`;
}
