/** What every polled source can be told in its address. */
export interface PollSettings {
  intervalMs: number;
  /** Ids, handles or link numbers of what is shown. */
  feature: string[];
  room?: string;
}

/** Reads `every` (s), `feature` (a list) and `room`. Throws an Error of one sentence. */
export function readPollSettings(settings: URLSearchParams, everyS: number): PollSettings {
  const every = Number(settings.get('every') ?? everyS);
  if (!(every > 0)) {
    throw new Error(
      'every 要写秒数，比如 every=15。 / Expected seconds for "every", such as every=15, got something else.',
    );
  }
  const room = settings.get('room');
  return {
    intervalMs: Math.min(every, 3_600) * 1_000,
    feature: listOf(settings.get('feature')),
    ...(room ? { room } : {}),
  };
}

/** The parts of a list that is written with commas. */
export function listOf(text: string | null): string[] {
  return (text ?? '')
    .split(/[,，]/)
    .map((one) => one.trim())
    .filter(Boolean);
}
