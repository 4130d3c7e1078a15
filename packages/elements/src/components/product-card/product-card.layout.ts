import type { Freshness } from '@stallcast/store';
import { html, nothing, type TemplateResult } from 'lit';
import { spoken } from '../../internal/figures.js';
import { ageMark, demoMark } from '../../internal/marks.js';
import type { CardWords } from '../../words/index.js';
import type { CardView } from './product-card.model.js';
import { band, PLACEHOLDER, spine, stamp, tabs, titleSize, type CardLook } from './product-card.template.js';

/** The counter that each look has in its stub. */
const COUNTER_LOOK = { wide: 'number', tall: 'row', slim: 'small' } as const;

/** What the layout needs besides the view. */
export interface CardSetting {
  look: CardLook;
  words: CardWords;
  freshness: Freshness | undefined;
  /** The picture in its box; null where there is none, and where it does not load. */
  image: HTMLImageElement | null;
  /** Opens the details beside the button; null where there is no button. */
  onDetails: ((opener: HTMLElement) => void) | null;
}

/** The whole card. The marks stand outside of every part, so that no theme reaches them. */
export function cardLayout(view: CardView, setting: CardSetting): TemplateResult {
  const { look, words } = setting;
  const isBanded = view.isFlash || view.presale !== null;
  const size = titleSize(view, look);
  const id = view.productId;
  return html`<article
    class="card ${look} ${view.isDim ? 'dim' : ''} ${isBanded ? 'banded' : ''}"
    lang=${words.language}
    aria-label=${view.title}
  >
    ${look === 'tall' ? html`<div class="string"></div>` : nothing} ${look === 'slim' ? nothing : rail(view, setting)}
    <div class="body">
      <div class="plate">
        <div class="board" part="board">
          <div class="stub-fill"></div>
          ${spine(view, words)} ${picture(view, setting)} ${look === 'tall' ? band(view, words) : nothing}
        </div>
      </div>
      <div class="text">
        <p class="title ${size}" part="title" dir="auto">${view.title}</p>
        <stall-price
          class="back"
          look=${look}
          product-id=${id}
          ?compact=${size === 'long'}
          exportparts="price, compare, unit-price"
          >${look === 'slim' ? nothing : html`<stall-promises product-id=${id}></stall-promises>`}</stall-price
        >
        ${look === 'slim' ? rail(view, setting) : nothing}
      </div>
      <div class="tear">
        <div class="stub" part="stub">
          <stall-stock-counter look=${COUNTER_LOOK[look]} product-id=${id}></stall-stock-counter>
        </div>
      </div>
      ${view.isSoldOut ? stamp(words) : nothing}
    </div>
    ${detailsButton(view, setting)}
  </article>`;
}

function rail(view: CardView, { words, look, freshness }: CardSetting): TemplateResult {
  return html`<div class="rail">
    ${tabs(view, words, look)}
    <div class="marks">${ageMark(words, freshness)} ${view.isSynthetic ? demoMark(words) : nothing}</div>
  </div>`;
}

function picture({ spec }: CardView, { image }: CardSetting): TemplateResult {
  return html`<div class="picture" part="picture">
    <div class="back">${PLACEHOLDER}${image}</div>
    ${spec ? html`<bdi class="spec">${spec}</bdi>` : nothing}
  </div>`;
}

/** Only a page has it: on air nothing looks as if it could be pressed. */
function detailsButton({ title }: CardView, { words, onDetails }: CardSetting): TemplateResult | typeof nothing {
  if (!onDetails) return nothing;
  const open = ({ currentTarget }: Event): void => onDetails(currentTarget as HTMLElement);
  return html`<button
    type="button"
    class="more"
    part="details"
    aria-haspopup="dialog"
    aria-expanded="false"
    @click=${open}
  >
    ${words.details}${spoken(title)}
  </button>`;
}
