import type { Goal, Order, StallState } from '@stallcast/protocol';
import { sampleStall } from '../src/internal/sample-stall.js';
import { STATES_AT } from '../src/internal/widget-state.js';
import { totalsOf } from '../src/components/goal/goal.states.js';
import { PROVENANCE } from '../src/components/origin/origin.states.js';
import { presaleStock } from '../src/components/presale/presale.states.js';
import { THREE, ticketStall } from '../src/components/tickets/tickets.states.js';

/** A stall on air, as a starting scene meets it, and the orders that come in while it is looked at. */
export interface SceneStall {
  stall: StallState;
  live: readonly Order[];
}

const EVENING: Goal = { id: 'tonight', metric: 'net-amount', target: 1_000_000, scope: 'stall' };
const SHARE = {
  to: '果农',
  basis: 'profit',
  bps: 8000,
  evidence: { issuer: '合作社公示', asOf: '2026-07-01' },
} as const;

const order = (productId: string, seq: number): Order => ({
  id: `sample:${seq}`,
  orderId: String(seq),
  lines: [{ productId, qty: 2 }],
  room: 'main',
  status: 'paid',
  buyer: { mask: seq % 2 ? '王**' : '欧阳**' },
  region: { level: 'province', name: seq % 2 ? '浙江' : '黑龙江' },
  occurredAt: STATES_AT,
  seq,
});

const announced = (text: string): Partial<StallState> => ({
  announcements: { stall: { text, at: STATES_AT }, rooms: {} },
});

function together(first: StallState, ...others: StallState[]): StallState {
  const all = [first, ...others];
  return {
    ...first,
    products: all.flatMap(({ products }) => products),
    offers: all.flatMap(({ offers }) => offers),
    stocks: all.flatMap(({ stocks }) => stocks),
  };
}

const flash = {
  flash: {
    price: { minor: 3990, currency: 'CNY', exponent: 2 },
    startsAt: '2026-07-01T11:30:00.000Z',
    endsAt: '2026-07-01T11:46:37.000Z',
  },
} as const;

function withSession(stall: StallState, session: Partial<NonNullable<StallState['session']>>): StallState {
  return { ...stall, session: stall.session && { ...stall.session, ...session } };
}

const peach = sampleStall('peach', {
  product: { provenance: PROVENANCE },
  offer: flash,
  stock: { sellable: 12, sold: 288, basis: 'exact' },
  featured: ['peach'],
});
const four = together(peach, sampleStall('pepper'), sampleStall('watermelon'), sampleStall('noodles'));
const noFlash = together(
  sampleStall('peach', { product: { provenance: PROVENANCE }, stock: { sellable: 64, sold: 236 } }),
  sampleStall('pepper'),
);
const SELLER = { name: '阳山果农合作社' };

/** What each starting scene is looked at with, by its situation. */
export const SCENE_STALLS: Readonly<Record<string, SceneStall>> = {
  orchard: {
    stall: {
      ...withSession(peach, { goals: [{ ...EVENING, metric: 'units', target: 420 }], seller: SELLER, share: SHARE }),
      totals: { stall: { ...totalsOf(1_149_120, 17_800), units: 288 }, rooms: {} },
    },
    live: [order('peach', 1)],
  },
  workshop: {
    stall: {
      ...withSession(sampleStall('cabbage', { stock: presaleStock(), featured: ['cabbage'] }), {
        goals: [{ ...EVENING, metric: 'orders', target: 420 }],
        seller: { name: '延边辣白菜工坊' },
      }),
      totals: { stall: totalsOf(684_230), rooms: {} },
      ...announced('今天订的三天后发，坛子现腌'),
    },
    live: [order('cabbage', 1)],
  },
  county: {
    stall: {
      ...withSession(four, { goals: [EVENING], share: SHARE, seller: SELLER }),
      totals: { stall: totalsOf(702_000, 17_800), rooms: {} },
    },
    live: [order('peach', 1), order('pepper', 2)],
  },
  rooms: {
    stall: {
      ...withSession(
        { ...noFlash, featured: { stall: ['peach', 'pepper'], rooms: {} } },
        { goals: [EVENING], seller: SELLER },
      ),
      totals: { stall: totalsOf(402_000), rooms: {} },
    },
    live: [order('pepper', 2)],
  },
  tickets: {
    stall: {
      ...withSession(together(peach, { ...ticketStall(THREE), products: ticketStall(THREE).products.slice(1) }), {
        seller: SELLER,
        goals: [{ ...EVENING, metric: 'orders', target: 60 }],
      }),
      stocks: [...peach.stocks, ...ticketStall(THREE).stocks.slice(1)],
      offers: peach.offers,
      totals: { stall: totalsOf(402_000), rooms: {} },
      ...announced('周六上午九点开园，桃子随便摘'),
    },
    live: [order('peach', 1)],
  },
};

/** The same, said in English where the operator writes the words. */
export function inEnglish({ stall, live }: SceneStall): SceneStall {
  const { session, announcements } = stall;
  const said = announcements.stall;
  return {
    live,
    stall: {
      ...stall,
      session: session && {
        ...session,
        ...(session.seller && { seller: { name: 'Lakeside Co-op' } }),
        ...(session.share && {
          share: { ...SHARE, to: 'farmers', evidence: { issuer: 'Growers notice', asOf: '2026-07-01' } },
        }),
      },
      announcements: {
        stall: said && { ...said, text: 'Second crate opens at 20:30, lakeside orchard' },
        rooms: {},
      },
    },
  };
}
