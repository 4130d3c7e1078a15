import {
  deriveStockState,
  stockInRoom,
  type Product,
  type SaleUnit,
  type Stock,
  type StockState,
} from '@stallcast/protocol';
import type { Freshness } from '@stallcast/store';
import { countText, isCount } from '../../internal/count-text.js';
import { clockTime } from '../../internal/local-time.js';
import type { StockWords } from '../../words/index.js';

/** A 正 tally is drawn up to this many strokes: four signs are as many as a glance takes in. */
const MAX_TALLY = 20;

/** What a viewer may see: an oversold stock reads as sold out. */
export type AirState = Exclude<StockState, 'oversold'>;

export interface StockSource {
  stock: Stock | null | undefined;
  product: Product | null | undefined;
  freshness: Freshness | undefined;
  words: StockWords;
  /** Counts as low at this many and below; without it the product's own, else the stall's. */
  lowAt?: number | undefined;
  room?: string | undefined;
  timeZone?: string | undefined;
}

/** What the counter shows for a stock, free of the DOM. */
export interface StockView {
  state: AirState;
  /** Above the figure: what it rests on, and how old it is. */
  caption: string;
  /** Drawn; empty where a word stands in its place. */
  figures: string;
  word: string;
  unit: string;
  notes: readonly string[];
  /** Strokes of the 正 tally; 0 for none. */
  tally: number;
  /** The part that is left, 0 to 1; null where the whole is not known. */
  share: number | null;
  tone: 'plain' | 'warning' | 'quiet';
}

/** Derives the state that a viewer may see. */
export function deriveAirState(stock: Stock | null | undefined, lowAt: number | undefined): AirState {
  const state = deriveStockState(stock, lowAt);
  return state === 'oversold' ? 'sold-out' : state;
}

/** Derives the counter's view. No figure that is not a count ever becomes text. */
export function deriveStockView(source: StockSource): StockView {
  const { product, words } = source;
  const stock = stockInRoom(source.stock, source.room);
  const lowAt = source.lowAt ?? product?.lowAt;
  const saleUnit = product?.saleUnit ?? 'piece';
  const blank: Omit<StockView, 'state' | 'caption'> = {
    figures: '',
    word: '',
    unit: '',
    notes: [],
    tally: 0,
    share: null,
    tone: 'plain',
  };
  const unknown: StockView = {
    ...blank,
    state: 'unknown',
    caption: words.stock,
    figures: '––',
    notes: [words.reading],
    tone: 'quiet',
  };
  if (!stock || (stock.sellable !== null && !isCount(stock.sellable))) return unknown;

  const state = deriveAirState(stock, lowAt);
  const view = viewOf(state, stock, { ...blank, state, caption: '' }, saleUnit, words) ?? unknown;
  return aged(view, stock, source);
}

function viewOf(
  state: AirState,
  stock: Stock,
  view: StockView,
  saleUnit: SaleUnit,
  words: StockWords,
): StockView | null {
  const { sellable } = stock;
  const unit = words.unit(saleUnit);
  const count = (value: number, after = unit) => {
    const { figures, suffix } = countText(value, words);
    return { figures, unit: suffix + after };
  };

  switch (state) {
    case 'unknown':
      return null;

    case 'sold-out':
      // What was promised twice is no sale: an oversold figure is not told.
      if (stock.oversold === 0 && isCount(stock.sold) && stock.sold > 0) {
        return { ...view, caption: words.sold, ...count(stock.sold) };
      }
      return { ...view, word: words.gone };

    case 'reserved-out':
      return {
        ...view,
        caption: words.available,
        ...count(0),
        notes: isCount(stock.reserved) ? words.awaitPayment(stock.reserved, unit) : [],
      };

    case 'presale': {
      const { capacity } = stock;
      if (capacity && isCount(capacity.perDay) && isCount(capacity.queue)) {
        const queued = capacity.queue > 0 ? [words.queued(capacity.queue, unit)] : [];
        return { ...view, caption: words.capacity, ...count(capacity.perDay), notes: queued };
      }
      if (sellable) return { ...view, caption: words.preorder, ...count(sellable) };
      return { ...view, caption: words.presale, word: words.preorder };
    }

    case 'paused':
      if (sellable === null) return { ...view, caption: words.stock, word: words.paused, notes: [words.pausedSub] };
      return {
        ...view,
        caption: words.pausedCap,
        ...count(sellable, words.leftUnit(saleUnit)),
        notes: [words.pausedSub],
        tone: 'quiet',
      };

    case 'ample':
    case 'low':
    case 'last':
      return inStock(
        state,
        stock,
        view,
        (value) => count(value, state === 'ample' ? unit : words.leftUnit(saleUnit)),
        words,
      );
  }
}

function inStock(
  state: 'ample' | 'low' | 'last',
  stock: Stock,
  view: StockView,
  count: (value: number) => { figures: string; unit: string },
  words: StockWords,
): StockView | null {
  const { sellable, basis, onHand } = stock;
  if (basis === 'boolean') return { ...view, caption: words.stock, word: words.inStockWord, notes: [words.noCount] };
  if (basis === 'threshold') {
    return { ...view, caption: words.stock, word: words.lowWord, notes: [words.noCount], tone: 'warning' };
  }
  if (sellable === null) return null;
  if (basis === 'at-least') {
    const { figures, unit } = count(sellable);
    return { ...view, caption: words.available, figures: `${figures}+`, unit: unit.replace('+', '') };
  }

  const isLow = state !== 'ample';
  const isManual = basis === 'manual';
  const captions = { ample: words.left, low: words.onlyLeft, last: words.lastOne };
  return {
    ...view,
    caption: isManual ? words.manual : captions[state],
    ...count(sellable),
    tally: isLow && sellable <= MAX_TALLY ? sellable : 0,
    share: isManual || !isCount(onHand) || onHand === 0 ? null : Math.min(1, sellable / onHand),
    // A figure that was called out and typed in is not as sure as one that was counted, and looks calmer.
    tone: isLow && !isManual ? 'warning' : 'plain',
  };
}

/** An old figure steps back and says in its caption when it was true. */
function aged(view: StockView, stock: Stock, { freshness, words, timeZone }: StockSource): StockView {
  if (freshness?.level !== 'stale' && freshness?.level !== 'offline') return view;
  const isCounted = view.state === 'ample' || view.state === 'low' || view.state === 'last';
  if (!isCounted || !view.figures) return { ...view, tone: 'quiet' };

  const isRecent = freshness.level === 'stale' || freshness.heardAt === null;
  const caption = isRecent
    ? words.leftAgo(words.ago(freshness.ageMs))
    : words.leftAt(clockTime(freshness.heardAt ?? 0, words, timeZone));
  return { ...view, caption: stock.basis === 'manual' ? words.manual : caption, tone: 'quiet' };
}
