import type { Snapshot, StallState } from '@stallcast/protocol';
import type { MockInstance } from 'vitest';

export const STALL = 'orchard';

/** A real stall without goods, and one with an example's. */
export const EMPTY_STATE: StallState = {
  session: { id: 's', sinceSeq: 1, tz: 'Asia/Shanghai', startsAt: '2026-07-01T11:00:00.000Z', goals: [] },
  rooms: [{ id: 'main', title: '直播间', commerce: true, panic: false }],
  products: [],
  offers: [],
  stocks: [],
  orders: [],
  totals: { stall: null, rooms: {} },
  featured: { stall: null, rooms: {} },
  announcements: { stall: null, rooms: {} },
};

export const DEMO_STATE: StallState = {
  ...EMPTY_STATE,
  session: { ...EMPTY_STATE.session!, synthetic: true },
  products: [
    {
      id: 'peach',
      kind: 'goods',
      title: '水蜜桃',
      media: [],
      promises: [],
      sources: [],
      stockFrom: 'ledger',
      synthetic: true,
    },
  ],
};

interface Answers {
  state: StallState;
  /** What is at any address that ends in `.csv`. */
  table?: string;
  sources?: () => unknown;
}

/** `Response.json()` is younger than the oldest engine. */
const json = (body: unknown): Response => new Response(JSON.stringify(body));

/** Answers as a relay, and a table's server, would. */
export function answerAs(fetchIt: MockInstance<typeof fetch>, { state, table, sources }: Answers): void {
  const snapshot: Snapshot = { stall: STALL, epoch: 'E', offset: 1, at: '2026-07-01T11:00:00.000Z', state };
  fetchIt.mockImplementation((input) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.pathname.endsWith('.csv')) return Promise.resolve(new Response(table ?? ''));
    if (url.pathname.endsWith('/healthz')) return Promise.resolve(json({ status: 'ok' }));
    if (url.pathname.endsWith('/sources'))
      return Promise.resolve(json(sources?.() ?? { at: snapshot.at, sources: [], pulls: [] }));
    if (url.pathname.endsWith('/commands')) return Promise.resolve(json({ epoch: 'E', offset: 2 }));
    return Promise.resolve(json({ v: 1, type: 'snapshot', ...structuredClone(snapshot) }));
  });
}
