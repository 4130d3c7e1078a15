import type { Product, StallState } from '@stallcast/protocol';

/** Something that a stall has, to be chosen by its name. */
export interface Choice {
  id: string;
  title: string;
  /** An address that may be loaded; null without a picture. */
  picture: string | null;
}

/** What a widget may be told to show of a stall, by the attribute that names it. */
export interface StallGoods {
  'product-id': readonly Choice[];
  'product-ids': readonly Choice[];
  'goal-id': readonly Choice[];
}

/** Whether an attribute names something that a stall has. */
export const isGoodsField = (name: string): name is keyof StallGoods =>
  name === 'product-id' || name === 'product-ids' || name === 'goal-id';

/** The parts of a stall's state that are chosen from. */
export type GoodsState = Pick<StallState, 'products' | 'rooms' | 'session'>;

/** Lists what there is to choose from. Tickets are days of a visit, so they have their day in the name. */
export function goodsOf({ products, rooms, session }: GoodsState, origin: string): StallGoods {
  const choices = products.map((product) => ({ product, choice: choiceOf(product, origin) }));
  const roomOf = (id: string): string => rooms.find((room) => room.id === id)?.title ?? '';
  return {
    'product-id': choices.map(({ choice }) => choice),
    'product-ids': choices.flatMap(({ product: { kind }, choice }) => (kind === 'ticket' ? [choice] : [])),
    'goal-id': (session?.goals ?? []).map(({ id, title, scope }) => ({
      id,
      title: [title ?? id, roomOf(scope)].filter((word) => word !== '').join(' · '),
      picture: null,
    })),
  };
}

function choiceOf({ id, title, media, day }: Product, origin: string): Choice {
  const picture = media.map(({ url }) => addressOf(url, origin)).find((url) => url !== null) ?? null;
  return { id, title: [title, day ?? ''].filter((word) => word !== '').join(' · '), picture };
}

/** What the page's content policy lets in: pictures of the relay's own, https, and those that are written out. */
function addressOf(url: string, origin: string): string | null {
  if (/^data:image\//i.test(url)) return url;
  try {
    const address = new URL(url, origin);
    return address.protocol === 'https:' || address.origin === origin ? address.href : null;
  } catch {
    return null;
  }
}

/** Asks the relay what the stall has. Null where it does not answer, or in words that this page does not know. */
export async function fetchGoods(
  origin: string,
  stall: string,
  viewKey: string,
): Promise<{ goods: StallGoods; state: StallState } | null> {
  try {
    const response = await fetch(`${origin}/stalls/${encodeURIComponent(stall)}/state`, {
      headers: { authorization: `Bearer ${viewKey}` },
      cache: 'no-store',
    });
    const { state } = (await response.json()) as { state: StallState };
    return response.ok && Array.isArray(state.offers) ? { state, goods: goodsOf(state, origin) } : null;
  } catch {
    return null;
  }
}
