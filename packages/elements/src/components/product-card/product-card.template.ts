import { html, nothing, type TemplateResult } from 'lit';
import { figure, spoken } from '../../internal/figures.js';
import type { CardWords } from '../../words/index.js';
import type { CountdownLook } from '../countdown/countdown.js';
import type { CardView } from './product-card.model.js';

/** How the card stands: `wide` for a portrait canvas, `tall` for a landscape one, `slim` where two or three are shown. */
export type CardLook = 'wide' | 'tall' | 'slim';

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
export function spine(view: CardView, words: CardWords): TemplateResult {
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
export function tabs(view: CardView, words: CardWords, look: CardLook): TemplateResult {
  const { tab, presale } = view;
  return html`<div class="tabs">
    ${tab ? html`<span class="tab ${tab}" part="tab">${tab === 'paused' ? PAUSE : BARS}${words[tab]}</span>` : nothing}
    ${look !== 'tall' && view.isFlash ? flash(view, look === 'slim' ? 'small' : 'tab') : nothing}
    ${
      look !== 'tall' && presale !== null
        ? html`<span class="tab" part="tab">${presaleText(presale, words)}</span>`
        : nothing
    }
  </div>`;
}

/** The band of the tall card. */
export function band(view: CardView, words: CardWords): TemplateResult | typeof nothing {
  if (view.isFlash) return flash(view, 'band');
  return view.presale === null ? nothing : html`<div class="band" part="tab">${presaleText(view.presale, words)}</div>`;
}

const flash = ({ productId }: CardView, look: CountdownLook): TemplateResult =>
  html`<stall-countdown look=${look} product-id=${productId} exportparts="tab"></stall-countdown>`;

const presaleText = (day: string, words: CardWords): TemplateResult => html`${words.presale} <small>${day}</small>`;

/** The stamp on what is sold out. Its worn ink is a still filter. */
export function stamp(words: CardWords): TemplateResult {
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
