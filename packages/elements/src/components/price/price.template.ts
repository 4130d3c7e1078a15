import { html, nothing, type TemplateResult } from 'lit';
import { figure, figureWidth, spoken } from '../../internal/figures.js';
import type { CardWords } from '../../words/index.js';
import type { PriceFigures, PriceView } from './price.model.js';

/** How the price looks: a tag by itself, or its place in a card of that look. */
export type PriceLook = 'tag' | 'wide' | 'tall' | 'slim';

const FULL_PX = 104;
/** Beside a title of two lines. */
const COMPACT_PX = 88;
const SLIM_PX = 56;
/** Currency sign and cents are drawn smaller, as on a hand-written tag. */
const SMALL = 0.54;
/** Room for the price, in px; the comparison stands beside it but in the tall look and the slim one. */
const ROOM: Readonly<Record<PriceLook, (hasCompare: boolean) => number>> = {
  tag: () => 470,
  wide: (hasCompare) => (hasCompare ? 326 : 458),
  tall: () => 360,
  slim: () => 220,
};

/** The height of the price's figures: as large as the room allows. */
export function priceSize(
  { symbol, whole, cents }: PriceFigures,
  look: PriceLook,
  hasCompare: boolean,
  isCompact: boolean,
): number {
  const largest = look === 'slim' ? SLIM_PX : isCompact ? COMPACT_PX : FULL_PX;
  const width = (figureWidth(symbol) + figureWidth(cents)) * SMALL + figureWidth(whole) + 14;
  return Math.min(largest, Math.floor((ROOM[look](hasCompare) / width) * 100));
}

/** The price, what it compares with, and the price of a 斤 or a kilogram. */
export function priceTemplate(view: PriceView, look: PriceLook, isCompact: boolean, words: CardWords): TemplateResult {
  const { compare } = view;
  const comparison = compare
    ? html`<span class="compare" part="compare"><span>${compare.label}</span> <s>${compare.text}</s></span>`
    : nothing;
  const unit = view.unitPrice ? html`<span class="per" part="unit-price">${view.unitPrice}</span>` : nothing;
  const isBeside = look === 'wide' || look === 'tag';
  return html`${amount(view, look, isCompact, words, isBeside ? comparison : nothing)}
    <div class="facts">
      ${unit}${look === 'tall' ? comparison : nothing}${look === 'tall' ? nothing : html`<slot></slot>`}
    </div>
    ${look === 'tall' ? html`<div class="facts"><slot></slot></div>` : nothing}`;
}

function amount(
  { price, compare }: PriceView,
  look: PriceLook,
  isCompact: boolean,
  words: CardWords,
  beside: TemplateResult | typeof nothing,
): TemplateResult {
  if (!price) {
    return html`<div class="price" part="price">
      ${spoken(words.priceHidden)}<span class="symbol">${figure('¥')}</span><span class="amount">${figure('???')}</span>
      <span class="hidden" aria-hidden="true">${words.priceHidden}</span>
    </div>`;
  }
  const { symbol, whole, cents, text } = price;
  return html`<div
    class="price"
    part="price"
    .style=${`--_price:${priceSize(price, look, compare !== null, isCompact)}px`}
  >
    ${spoken(`${words.price} ${text}`)}<span class="symbol">${figure(symbol, 'fine')}</span>
    <span class="amount">
      ${figure(whole)}${cents ? html`<span class="cents">${figure(cents, 'fine')}</span>` : nothing}
    </span>
    ${beside}
  </div>`;
}
