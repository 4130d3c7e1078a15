import type { RowReading } from '@stallcast/adapters/table/inspect';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../../../deck/look/controls.styles.js';
import type { Language } from '../../../../words/language.js';
import { keepSource } from '../../../links/kept-source.js';
import type { StallAddress } from '../../../links/studio-links.js';
import { door } from '../look/door.styles.js';
import { tableDoorWords, type TableDoorWords } from './table-door-words.js';

const SECONDS = [15, 30, 60, 300];

/**
 * The choice between copying what was found into the stall, where the deck counts, and letting the picture follow it live.
 *
 * @tag studio-two-ways
 */
export class TwoWaysElement extends LitElement {
  static readonly tagName = 'studio-two-ways';
  static override readonly styles = [
    controls,
    door,
    css`
      .ways {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
        gap: 8px;
        padding: 0;
        border: 0;
      }

      legend {
        margin-block-end: 8px;
        padding: 0;
        font-size: 17px;
        font-weight: 700;
      }

      .ways label {
        display: flex;
        align-items: flex-start;
        gap: 10px;
        padding: 12px 14px;
        border: 2px solid var(--deck-line);
        border-radius: 6px 16px 6px 16px;
        font-size: 17px;
        cursor: pointer;
      }

      .ways label:focus-within,
      .ways .chosen {
        border-color: var(--deck-leaf-text);
      }

      .ways .chosen {
        background: var(--deck-leaf-quiet);
      }

      .ways small {
        display: block;
        margin-block-start: 4px;
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly RowReading[] = [];
  /** The connection string to follow, to be asked every so many seconds. */
  @property({ attribute: false }) srcOf!: (seconds: number) => string;
  @property({ attribute: false }) address!: StallAddress;
  @property({ attribute: false }) deckKey = '';
  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private way: 'copy' | 'follow' = 'copy';
  @state() private seconds = 30;
  @state() private outcome: 'kept' | 'not-kept' | null = null;

  protected override render() {
    const words = tableDoorWords(this.language);
    return html`
      <fieldset class="ways">
        <legend>${words.choose}</legend>
        ${this.#way('copy', words.copy, words.copyHint)} ${this.#way('follow', words.follow, words.followHint)}
      </fieldset>
      ${
        this.way === 'follow'
          ? this.#follow(words)
          : html`<studio-copy-panel
              .rows=${this.rows}
              .address=${this.address}
              .deckKey=${this.deckKey}
              .language=${this.language}
            ></studio-copy-panel>`
      }
    `;
  }

  #way(way: 'copy' | 'follow', title: string, hint: string): TemplateResult {
    return html`<label class=${this.way === way ? 'chosen' : ''}>
      <input type="radio" name="way" value=${way} .checked=${this.way === way} @change=${() => (this.way = way)} />
      <span>${title}<small>${hint}</small></span>
    </label>`;
  }

  #follow(words: TableDoorWords): TemplateResult {
    return html`
      <div class="ask">
        <label
          >${words.every}
          <select @change=${(event: Event) => (this.seconds = Number((event.target as HTMLSelectElement).value))}>
            ${SECONDS.map((n) => html`<option value=${n} ?selected=${n === this.seconds}>${words.seconds(n)}</option>`)}
          </select>
        </label>
        <button class="primary" type="button" @click=${this.#keep}>${words.doFollow}</button>
      </div>
      <div role="status">
        ${this.outcome === null ? nothing : html`<p class="said done">${words.followed}</p>`}
        ${this.outcome === 'not-kept' ? html`<p class="said trouble">${words.notKept}</p>` : nothing}
      </div>
    `;
  }

  readonly #keep = (): void => {
    this.outcome = keepSource(this.address.stall, this.srcOf(this.seconds)) ? 'kept' : 'not-kept';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-two-ways': TwoWaysElement;
  }
}
