import { html, nothing, svg, type TemplateResult } from 'lit';
import { figure, spoken } from '../../internal/figures.js';
import type { TickerWords } from '../../words/index.js';
import type { OrderRow } from './order-row.js';

/** What the ticker shows at one moment. */
export interface TickerView {
  rows: readonly OrderRow[];
  /** Orders that have no row of their own. */
  count: number;
  words: TickerWords;
  withAmount: boolean;
  /** How many rows there are at most. */
  places: number;
  /** The marks of the data: its age, its being synthetic. */
  marks: unknown;
}

/** Which stub hangs on a toast; motion tells a change by it. */
export type StubKind = 'count' | 'returned' | 'age' | 'none';

export function stubKind({ rows: [row], count }: TickerView): StubKind {
  if (row?.struck) return row.returned > 0 ? 'returned' : 'none';
  if (count > 0) return 'count';
  return row?.age ? 'age' : 'none';
}

/** A strip with the newest order, and a stub torn off its end. */
export function toastTemplate(view: TickerView): TemplateResult {
  const [row] = view.rows;
  return html`
    <div class="plate small"><div class="board" part="board"></div></div>
    <div class="strip">
      ${
        row
          ? [
              sealTemplate(view.words),
              html`<ul class="only" aria-label=${view.words.ordersLabel}>
                <li class="row">${whoTemplate(row)}${whatTemplate(row, view)}</li>
              </ul>`,
            ]
          : nothing
      }
      ${stubTemplate(view)}
      <span class="marks">${view.marks}</span>
    </div>
  `;
}

/** A slip with a row for each order. The rows are a fixed pool; one more than is seen runs out below. */
export function slipTemplate(view: TickerView, leaving: OrderRow | null): TemplateResult {
  const { rows, words, places } = view;
  const shown = Math.min(rows.length, places);
  return html`
    <div class="rail">
      <span class="tab" part="tab">${sealTemplate(words)}${words.orderSpine}</span>
      ${view.count > 0 ? html`<span class="tab quiet">${countTemplate(view)}</span>` : nothing}
      <span class="marks">${view.marks}</span>
    </div>
    <div class="body">
      <div class="plate small"><div class="board" part="board"></div></div>
      <div class="window" style="--_rows: ${shown}">
        <ul class="rows" aria-label=${words.ordersLabel}>
          ${Array.from({ length: places + 1 }, (_, index) => {
            const row = rows[index] ?? (index === places ? leaving : null);
            return html`<li class="row" ?hidden=${!row} aria-hidden=${index < places ? nothing : 'true'}>
              ${row ? [whoTemplate(row), whatTemplate({ ...row, verb: words.bought }, view), whenTemplate(row, words)] : nothing}
            </li>`;
          })}
        </ul>
      </div>
    </div>
  `;
}

/** The seal 单; where a language has none, a receipt. */
function sealTemplate({ orderSeal }: TickerWords): TemplateResult {
  return html`<span class="seal" aria-hidden="true"
    >${
      orderSeal ||
      html`<svg viewBox="0 0 32 32">
        ${svg`<path class="paper" d="M6 3H26V29L22.7 26.4 19.3 29 16 26.4 12.7 29 9.3 26.4 6 29Z"/><path class="ink" d="M11 10.5H21M11 17H17.5"/>`}
      </svg>`
    }</span
  >`;
}

function whoTemplate({ buyer, region, struck }: OrderRow): TemplateResult {
  const who = html`<bdi class="buyer">${buyer}</bdi>${region ? html` <bdi class="region">${region}</bdi>` : nothing}`;
  return struck ? html`<s class="who struck">${who}<i class="line"></i></s>` : html`<span class="who">${who}</span>`;
}

function whatTemplate(
  { verb, qty, amount, struck }: Pick<OrderRow, 'verb' | 'qty' | 'amount' | 'struck'>,
  { withAmount }: TickerView,
): TemplateResult {
  if (struck) return html` <span class="what">${struck}</span>`;
  return html` <span class="what"
    >${verb}${qty ? html` <b class="qty" part="quantity">${qty}</b>` : nothing}${
      withAmount && amount ? html` <span class="amount">${amount}</span>` : nothing
    }</span
  >`;
}

function whenTemplate({ age, struck, returned }: OrderRow, words: TickerWords): TemplateResult {
  if (struck) return html` <span class="when">${returned > 0 ? backText(words, returned) : nothing}</span>`;
  return html` <span class="when">${age || words.justNow}</span>`;
}

function stubTemplate(view: TickerView): TemplateResult | typeof nothing {
  const { rows, words } = view;
  switch (stubKind(view)) {
    case 'count':
      return html`<span class="stub" part="stub">${countTemplate(view)}</span>`;
    case 'returned':
      return html`<span class="stub" part="stub">${backTemplate(words, rows[0]?.returned ?? 0)}</span>`;
    case 'age':
      return html`<span class="stub age" part="stub">${rows[0]?.age}</span>`;
    case 'none':
      return nothing;
  }
}

function countTemplate({ count, words }: TickerView): TemplateResult {
  return html`<span class="count">${figure(`+${count}`, 'fine')}${spoken(`+${count}`)}</span>
    ${words.moreOrders(count)}`;
}

function backTemplate({ stockBack }: TickerWords, units: number): TemplateResult {
  return html`${stockBack.before}
    <span class="count">${figure(`+${units}`, 'fine')}${spoken(`+${units}`)}</span> ${stockBack.after}`;
}

function backText({ stockBack }: TickerWords, units: number): string {
  return `${stockBack.before} +${units} ${stockBack.after}`.trim();
}
