import type { Announcement, Product, Room, Session, Stock } from '@stallcast/protocol';
import { originWords, presaleWords, shareWords, ticketsWords } from '../../words/index.js';
import { deriveAnnouncementView } from '../announcement/announcement.model.js';
import { pickGoal } from '../goal/goal.model.js';
import { deriveOriginView } from '../origin/origin.model.js';
import { derivePresaleView } from '../presale/presale.model.js';
import { deriveShareView } from '../share/share.model.js';
import { deriveTicketsView } from '../tickets/tickets.model.js';

/** What an item may wait for, in words for the studio. Each has a counterpart with `no-` before it. */
export const FACTS = {
  featured: { en: 'a product is being shown', 'zh-CN': '正在讲解商品' },
  'several-featured': { en: 'two or three products are being shown', 'zh-CN': '同时讲解两三款' },
  'three-featured': { en: 'three products are being shown', 'zh-CN': '同时讲解三款' },
  announcement: { en: 'there is an announcement', 'zh-CN': '有公告' },
  presale: { en: 'what is being shown is made to order', 'zh-CN': '讲解的商品是预售' },
  provenance: { en: 'the origin of what is being shown is known', 'zh-CN': '讲解的商品有产地信息' },
  promises: { en: 'something is promised for what is being shown', 'zh-CN': '讲解的商品有承诺' },
  goal: { en: 'the evening has a goal', 'zh-CN': '今晚有目标' },
  share: { en: 'the farmers’ share is known, with its evidence', 'zh-CN': '有分成比例和依据' },
  tickets: { en: 'there are farm visits to book', 'zh-CN': '有农场预约' },
} as const;

/** Something that is true of a room or not. */
export type Fact = keyof typeof FACTS;

/** A fact, or that it is none. */
export type Condition = Fact | `no-${Fact}`;

/** Every condition that a scene may name. */
export const CONDITIONS: readonly Condition[] = (Object.keys(FACTS) as Fact[]).flatMap((fact) => [
  fact,
  `no-${fact}` as const,
]);

/** What the facts are derived from. */
export interface SceneReading {
  /** Ids of what is being shown. */
  featured: readonly string[];
  /** The first of them. */
  product: Product | null | undefined;
  stock: Stock | null | undefined;
  products: readonly Product[];
  stocks: readonly Stock[];
  session: Session | null | undefined;
  room: Room | null | undefined;
  announcement: Announcement | null | undefined;
  /** Ms since 1970 by the server's clock. */
  now: number;
  /** BCP 47. */
  language: string;
}

/** What holds, and when the clock alone changes that. */
export interface SceneFacts {
  facts: ReadonlySet<Fact>;
  /** Ms since 1970; null for never. */
  nextAt: number | null;
}

/** Whether a condition holds. */
export function holds(condition: Condition, facts: ReadonlySet<Fact>): boolean {
  return condition.startsWith('no-') ? !facts.has(condition.slice(3) as Fact) : facts.has(condition as Fact);
}

/**
 * Derives what is true of a room by asking the widgets' own models: an item is given its turn only where its widget has
 * something to show.
 */
export function deriveFacts(reading: SceneReading): SceneFacts {
  const { featured, product, stock, products, stocks, session, room, announcement, now, language } = reading;
  const timeZone = session?.tz;
  const said = deriveAnnouncementView(announcement, now);
  const sells = room?.commerce !== false;
  const presale = sells ? derivePresaleView({ product, stock, now, timeZone, words: presaleWords(language) }) : null;
  const tickets = sells
    ? deriveTicketsView({
        ...{ products, stocks, now, timeZone, words: ticketsWords(language) },
        room: room?.id,
        productIds: [],
        heading: '',
        most: 1,
      })
    : null;
  const found: Readonly<Record<Fact, boolean>> = {
    featured: featured.length > 0,
    'several-featured': featured.length > 1,
    'three-featured': featured.length > 2,
    announcement: said !== null,
    presale: presale !== null,
    provenance: sells && deriveOriginView({ product, now, timeZone, words: originWords(language) }) !== null,
    promises: sells && (product?.promises.length ?? 0) > 0,
    goal: sells && pickGoal(session, '', room?.id) !== null,
    share: sells && deriveShareView(session, now, shareWords(language)) !== null,
    tickets: tickets !== null,
  };
  const ends = [said?.endsAt, presale?.endsAt, tickets?.nextAt].filter((at) => typeof at === 'number' && at > now);
  return {
    facts: new Set((Object.keys(FACTS) as Fact[]).filter((fact) => found[fact])),
    nextAt: ends.length > 0 ? Math.min(...(ends as number[])) : null,
  };
}
