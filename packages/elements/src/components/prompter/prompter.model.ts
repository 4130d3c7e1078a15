import type { Alert, Order, Product, Stock } from '@stallcast/protocol';
import { plainText } from '../../internal/fit-text.js';
import type { PrompterWords } from '../../words/index.js';
import type { ShelfRow } from '../shelf/shelf.model.js';

/** How many rows each part has room for. */
const MOST = { messages: 3, low: 4, cancelled: 3, alerts: 3 } as const;

/** One line with what it is about before it; empty for none. */
export interface PrompterLine {
  key: string;
  lead: string;
  text: string;
}

/** Some lines, and how many more there are. */
export interface PrompterPart {
  lines: readonly PrompterLine[];
  more: number;
}

/** What the prompter shows, free of the DOM. */
export interface PrompterView {
  now: readonly ShelfRow[];
  next: ShelfRow | null;
  messages: PrompterPart;
  low: PrompterPart;
  cancelled: PrompterPart;
  alerts: PrompterPart;
  /** When the next message ends by itself, ms since 1970; null for never. */
  endsAt: number | null;
  isSynthetic: boolean;
}

export interface PrompterSource {
  now: readonly ShelfRow[];
  next: ShelfRow | null;
  /** What runs low, most pressing first. */
  low: readonly ShelfRow[];
  products: readonly Product[];
  stocks: readonly Stock[];
  orders: readonly Order[];
  alerts: readonly Alert[];
  /** The room's id; undefined for the whole stall. */
  room: string | undefined;
  /** Ms since 1970 by the server's clock. */
  time: number;
  /** BCP 47. */
  language: string;
  words: PrompterWords;
}

const part = (lines: readonly PrompterLine[], most: number): PrompterPart => ({
  lines: lines.slice(0, most),
  more: Math.max(0, lines.length - most),
});

/** Derives what the host has to know now: messages first, then what is shown and what comes, then what is to be minded. */
export function derivePrompterView(source: PrompterSource): PrompterView {
  const { now, next, low, orders, alerts, room, time, words } = source;
  const messages = alerts
    .filter(({ code, subject }) => code === 'message' && (subject === 'stall' || !room || subject === room))
    .flatMap((alert) => {
      const text = plainText(String(alert.detail['text'] ?? ''), 300);
      const until = Date.parse(String(alert.detail['until'] ?? ''));
      return text === '' || until <= time ? [] : [{ key: `${alert.id} ${alert.at}`, lead: '', text, until }];
    })
    .reverse();
  const ends = messages.map(({ until }) => until).filter((until) => !Number.isNaN(until));
  return {
    now,
    next,
    messages: part(
      messages.map(({ key, lead, text }) => ({ key, lead, text })),
      MOST.messages,
    ),
    low: part(
      low.map(({ productId, linkNo, title, stock }) => ({
        key: productId,
        lead: linkNo === null ? '' : words.linkShort(linkNo),
        text: `${title} ${stock}`,
      })),
      MOST.low,
    ),
    cancelled: part(orders.flatMap((order) => cancelledLine(order, source)).reverse(), MOST.cancelled),
    alerts: part(alertLines(source), MOST.alerts),
    endsAt: ends.length > 0 ? Math.min(...ends) : null,
    isSynthetic: [...now, ...(next ? [next] : []), ...orders, ...alerts].some(
      (one) => ('isSynthetic' in one ? one.isSynthetic : one.synthetic) === true,
    ),
  };
}

function titleOf(productId: string | null, { products, language }: PrompterSource): string {
  const product = products.find(({ id }) => id === productId);
  const own = product?.translations?.[language] ?? product?.translations?.[language.split('-')[0] ?? ''];
  return plainText(own?.title ?? product?.title ?? '', 60);
}

function cancelledLine(order: Order, source: PrompterSource): PrompterLine[] {
  const { id, status, reason, lines, buyer } = order;
  if (status !== 'cancelled' && status !== 'refunded') return [];
  const { words } = source;
  const goods = lines.map(({ productId, qty }) => `${titleOf(productId, source)} ×${qty}`.trim()).join(' ');
  const why = status === 'refunded' ? words.refundedRow : (words.cancelReason[reason ?? ''] ?? '');
  return [{ key: id, lead: plainText(buyer.mask, 20), text: [plainText(goods, 80), why].filter(Boolean).join(' · ') }];
}

/** What is sold beyond what there is comes from the stocks, which every reader has; the rest from the alerts, newest first. */
function alertLines(source: PrompterSource): PrompterLine[] {
  const { alerts, stocks, words } = source;
  const line = (key: string, text: string): PrompterLine => ({ key, lead: '', text });
  const oversold = stocks
    .filter((stock) => stock.oversold > 0)
    .map(({ productId, oversold }) =>
      line(`oversold ${productId}`, words.alertOversold(titleOf(productId, source), oversold)),
    );
  const others = alerts
    .flatMap(({ id, code, subject }) => {
      switch (code) {
        case 'unlisted-product':
          return [line(id, words.alertOrder.unlisted)];
        case 'foreign-currency':
          return [line(id, words.alertOrder.currency)];
        case 'unusual-transition':
        case 'late-order':
          return [line(id, words.alertOrder.unusual)];
        case 'stock-from-wrong-side':
          return [line(id, words.alertWrongSide(titleOf(subject, source)))];
        default:
          return [];
      }
    })
    .reverse();
  return [...oversold, ...others];
}
