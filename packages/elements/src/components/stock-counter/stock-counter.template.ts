import { html, nothing, svg, type TemplateResult } from 'lit';
import { figure, spoken } from '../../internal/figures.js';
import type { StockWords } from '../../words/index.js';
import type { StockView } from './stock-counter.model.js';

/** How the counter looks: a figure over its meter, the same in one row, a ring, a bar, or a small figure alone. */
export type StockLook = 'number' | 'row' | 'ring' | 'bar' | 'small';

const RING_RADIUS = 90;
const RING_LENGTH = 2 * Math.PI * RING_RADIUS;

function tally(count: number, strokes: readonly string[]): TemplateResult {
  const signs = Array.from({ length: Math.ceil(count / 5) }, (_, sign) => sign * 5);
  return html`<div class="tally" aria-hidden="true">
    ${signs.map(
      (first) =>
        html`<svg viewBox="0 0 38 40">
          ${strokes.map((d, i) => svg`<path class=${first + i < count ? '' : 'gone'} d=${d}/>`)}
        </svg>`,
    )}
  </div>`;
}

function meter(share: number): TemplateResult {
  return html`<div class="meter" part="meter" aria-hidden="true">
    <div class="fill" .style=${`transform: translateX(${(Math.round(share * 336) / 336 - 1) * 100}%)`}></div>
  </div>`;
}

function ring(share: number | null): TemplateResult {
  const arc = (share ?? 0) * RING_LENGTH;
  return html`<svg class="ring" part="meter" viewBox="0 0 200 200" aria-hidden="true">
    <circle class="track" cx="100" cy="100" r=${RING_RADIUS} />
    ${
      arc > 0
        ? svg`<circle class="arc" cx="100" cy="100" r=${RING_RADIUS} transform="rotate(-90 100 100)" stroke-dasharray="${arc} ${RING_LENGTH}"/>`
        : nothing
    }
  </svg>`;
}

/** The stock in one of its looks. */
export function stockTemplate(view: StockView, look: StockLook, words: StockWords): TemplateResult {
  const { caption, figures, word, unit, notes, share } = view;
  const hasTally = view.tally > 0 && (look === 'number' || look === 'row');
  return html`
    ${look === 'ring' ? ring(share) : nothing}
    ${caption ? html`<div class="caption" part="caption">${caption}</div>` : nothing}
    <div class="count" part="value">
      ${
        figures
          ? html`${spoken(figures === '––' ? '' : figures)}<span
                class="drawn"
                data-length=${Math.min(figures.length + (/^\D\+|^k/.test(unit) ? 2 : 0), 5)}
                >${figure(figures)}</span
              ><span class="unit">${unit}</span>`
          : html`<span class="word">${word}</span>`
      }
    </div>
    ${hasTally ? tally(view.tally, words.tally) : share !== null && look !== 'ring' && look !== 'small' ? meter(share) : nothing}
    ${notes.map((note) => html`<div class="note" part="note">${note}</div>`)}
  `;
}
