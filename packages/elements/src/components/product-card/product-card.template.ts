import { html, nothing, type TemplateResult } from 'lit';
import { figure, figureWidth, spoken } from '../../internal/figures.js';
import type { Words } from '../../words/index.js';
import type { CardView, PriceView } from './product-card.model.js';

/** How the card stands: `wide` for a portrait canvas, `tall` for a landscape one, `slim` where two or three are shown. */
export type CardLook = 'wide' | 'tall' | 'slim';

const PRICE_PX = 104;
/** In the slim look. */
const PRICE_PX_SLIM = 56;
/** Beside a title of two lines. */
const PRICE_PX_BELOW_LONG = 88;
/** Currency sign and cents are drawn smaller, as on a hand-written tag. */
const SMALL = 0.54;
/** Room for the price, in px; the comparison stands beside it in the wide look alone. */
const PRICE_ROOM: Readonly<Record<CardLook, (hasCompare: boolean) => number>> = {
  wide: (hasCompare) => (hasCompare ? 326 : 458),
  tall: () => 360,
  slim: () => 220,
};

const BARS = html`<svg class="bars" viewBox="0 0 26 26" aria-hidden="true">
  <path d="M3 26V14M13 26V0M23 26V8" />
</svg>`;
const PAUSE = html`<svg class="bars" viewBox="0 0 26 26" aria-hidden="true"><path d="M7 3V23M19 3V23" /></svg>`;

/** How many hanzi fit on one line of the title, in its large size and in its small one. */
const TITLE_EM: Readonly<Record<CardLook, readonly [large: number, small: number]>> = {
  wide: [10, 11.6],
  tall: [8, 9.1],
  // One line, cut where it must be.
  slim: [Infinity, Infinity],
};

/** How a title is set: in the large size, in the small one, or in the small one over two lines. */
export function titleSize({ titleEm }: CardView, look: CardLook): 'large' | 'small' | 'long' {
  const [large, small] = TITLE_EM[look];
  return titleEm <= large ? 'large' : titleEm <= small ? 'small' : 'long';
}

/** A basket, drawn where there is no picture, or not yet. */
export const PLACEHOLDER = html`<svg class="basket" viewBox="0 0 120 120" aria-hidden="true">
  <path d="M18 58H102L92 106H28ZM24 74H96M27 90H93M44 58V106M60 58V106M76 58V106M30 58C30 8 90 8 90 58" />
</svg>`;

/** The spine: the number that the host calls out. */
export function spine(view: CardView, words: Words): TemplateResult {
  const { linkNo } = view;
  return html`<div class="spine" part="spine">
    ${
      linkNo === null
        ? nothing
        : html`${spoken(words.linkNo(linkNo))}
            <div class="no" data-length=${String(linkNo).length}>${figure(String(linkNo), 'fine')}</div>
            <div class="link" aria-hidden="true">${words.linkWord}</div>`
    }
    <div class="emblem"></div>
  </div>`;
}

/** What is true right now: on the rail, but for the time offer of the tall card, which has a band. */
export function tabs(view: CardView, words: Words, look: CardLook): TemplateResult {
  const { tab, flash, presale } = view;
  return html`<div class="tabs">
    ${tab ? html`<span class="tab ${tab}" part="tab">${tab === 'paused' ? PAUSE : BARS}${words[tab]}</span>` : nothing}
    ${look !== 'tall' && flash ? html`<span class="tab flash" part="tab">${flashText(flash, words)}</span>` : nothing}
    ${
      look !== 'tall' && presale !== null
        ? html`<span class="tab" part="tab">${presaleText(presale, words)}</span>`
        : nothing
    }
  </div>`;
}

/** The band of the tall card. */
export function band({ flash, presale }: CardView, words: Words): TemplateResult | typeof nothing {
  if (flash) return html`<div class="band flash" part="tab">${flashText(flash, words)}</div>`;
  return presale === null ? nothing : html`<div class="band" part="tab">${presaleText(presale, words)}</div>`;
}

const flashText = (left: string, words: Words): TemplateResult =>
  html`${words.flashPrice} <small>${words.flashLeft}</small>${spoken(left)}${figure(left, 'fine')}`;

const presaleText = (day: string, words: Words): TemplateResult => html`${words.presale} <small>${day}</small>`;

/** The height of the price's figures: as large as the room allows. */
export function priceSize(price: PriceView, look: CardLook, hasCompare: boolean, largest = PRICE_PX): number {
  const { symbol, whole, cents } = price;
  const width = (figureWidth(symbol) + figureWidth(cents)) * SMALL + figureWidth(whole) + 14;
  return Math.min(largest, Math.floor((PRICE_ROOM[look](hasCompare) / width) * 100));
}

/** The price, the one loud thing on the card. */
export function price(view: CardView, words: Words, look: CardLook): TemplateResult | typeof nothing {
  const { compare } = view;
  if (view.price === null) return nothing;
  if (view.price === 'hidden') {
    return html`<div class="price" part="price">
      ${spoken(words.priceHidden)}<span class="symbol">${figure('¥')}</span><span class="amount">${figure('???')}</span>
      <span class="hidden" aria-hidden="true">${words.priceHidden}</span>
    </div>`;
  }
  const { symbol, whole, cents, text } = view.price;
  const largest = look === 'slim' ? PRICE_PX_SLIM : titleSize(view, look) === 'long' ? PRICE_PX_BELOW_LONG : PRICE_PX;
  const size = priceSize(view.price, look, compare !== null, largest);
  return html`<div class="price" part="price" .style=${`--_price:${size}px`}>
    ${spoken(`${words.price} ${text}`)}<span class="symbol">${figure(symbol, 'fine')}</span>
    <span class="amount">
      ${figure(whole)}${cents ? html`<span class="cents">${figure(cents, 'fine')}</span>` : nothing}
    </span>
    ${compare && look === 'wide' ? comparison(compare) : nothing}
  </div>`;
}

function comparison({ label, text }: NonNullable<CardView['compare']>): TemplateResult {
  return html`<span class="compare" part="compare"><span>${label}</span> <s>${text}</s></span>`;
}

/** What helps to decide: the price of a 斤 or a kilogram, and what is promised. */
export function facts(view: CardView, look: CardLook): TemplateResult {
  const { compare, promises } = view;
  const unit = view.unitPrice ? html`<span class="per" part="unit-price">${view.unitPrice}</span>` : nothing;
  const promised = promises.map((promise) => html`<span class="promise">${promise}</span>`);
  if (look === 'slim') return html`<div class="facts">${unit}</div>`;
  if (look === 'wide') return html`<div class="facts">${unit}<span class="promises">${promised}</span></div>`;
  return html`<div class="facts">${unit}${compare ? comparison(compare) : nothing}</div>
    <div class="facts"><span class="promises">${promised}</span></div>`;
}

/** The stamp on what is sold out. Its worn ink is a still filter. */
export function stamp(words: Words): TemplateResult {
  const isShort = words.soldOut.length < 5;
  // The length is set, since fonts differ: the word always fills its frame.
  return html`<div class="stamp" part="stamp" aria-hidden="true">
    <svg viewBox="0 0 348 152">
      <filter id="ink" x="-.05" y="-.1" width="1.1" height="1.2">
        <feTurbulence type="fractalNoise" baseFrequency=".045" numOctaves="3" seed="4" result="n" />
        <feDisplacementMap in="SourceGraphic" in2="n" scale="3.4" result="d" />
        <feTurbulence type="fractalNoise" baseFrequency=".5" numOctaves="2" seed="9" />
        <feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -4.4 3.5" />
        <feComposite in="d" operator="in" />
      </filter>
      <g filter="url(#ink)">
        <rect class="outer" x="6" y="6" width="336" height="140" rx="14" />
        <rect class="inner" x="18" y="18" width="312" height="116" rx="7" />
        <text x="174" y=${isShort ? 107 : 97} font-size=${isShort ? 89 : 54} textLength=${isShort ? 276 : 280}>
          ${words.soldOut}
        </text>
      </g>
    </svg>
  </div>`;
}
