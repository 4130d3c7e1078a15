import { formatMoney } from '@stallcast/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison } from '../../copying/compare-products.js';
import type { Difference } from '../../copying/differences.js';
import type { CopyWords } from './copy-words.js';

/** One row of the list, with what a person did to it. */
export interface ComparisonRow {
  one: Comparison;
  isTicked: boolean;
  isLocked: boolean;
  /** Two products would have this link number. */
  clash: { linkNo: number; titles: readonly string[] } | null;
  tick(on: boolean): void;
}

/** Draws one product with its standing, what would change, and what is to be known of it. */
export function drawComparison(
  { one, isTicked, isLocked, clash, tick }: ComparisonRow,
  words: CopyWords,
): TemplateResult {
  const { standing, product, offer, onHand, differences, notes, doubt } = one;
  const isOpen = standing === 'new' || standing === 'changed';
  const facts = [
    product.linkNo === undefined ? '' : words.link(product.linkNo),
    offer?.price ? formatMoney(offer.price) : '',
    onHand === null ? '' : `${words.fields.stock} ${onHand}`,
  ].filter(Boolean);
  return html`<li class=${standing}>
    <label class="check">
      <input
        type="checkbox"
        .checked=${isTicked}
        ?disabled=${!isOpen || isLocked}
        @change=${(event: Event) => tick((event.target as HTMLInputElement).checked)}
      />
      <span class="what">
        <b><bdi>${product.title}</bdi>${product.spec ? html` <bdi>${product.spec}</bdi>` : nothing}</b>
        ${facts.length > 0 ? html`<span class="facts">${facts.join(' · ')}</span>` : nothing}
      </span>
      <span class="standing">${words.standing[standing]}</span>
    </label>
    ${
      differences.length > 0
        ? html`<ul class="differences">
            ${differences.map((difference) => html`<li>${drawDifference(difference, words)}</li>`)}
          </ul>`
        : nothing
    }
    ${notes.map((note) => html`<p class="note">${words.notes[note]}</p>`)}
    ${doubt ? html`<p class="note doubt">${words.doubt(doubt)}</p>` : nothing}
    ${clash ? html`<p class="note doubt" role="alert">${words.clash(clash.linkNo, clash.titles)}</p>` : nothing}
  </li>`;
}

function drawDifference({ field, before, after }: Difference, words: CopyWords): TemplateResult {
  // An address says nothing to people, and may be long.
  if (field === 'picture') return html`${words.fields.picture}`;
  const old = before === '' ? words.nothing : before;
  return html`${words.fields[field]} <s><bdi>${old}</bdi></s> →
    <b><bdi>${after === '' ? words.nothing : after}</bdi></b>`;
}
