import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../../../../deck/look/controls.styles.js';
import type { Language } from '../../../../words/language.js';
import type { StallAddress } from '../../../links/studio-links.js';
import { askTable, type TableAnswer } from '../../asking/ask-table.js';
import { tableSource } from '../../asking/table-source.js';
import { door } from '../look/door.styles.js';
import { tableDoorWords } from './table-door-words.js';

/**
 * The door for a table at an address: it is read from this page, and then copied or followed.
 *
 * @tag studio-table-door
 */
export class TableDoorElement extends LitElement {
  static readonly tagName = 'studio-table-door';
  static override readonly styles = [controls, door];

  @property({ attribute: false }) address!: StallAddress;
  @property({ attribute: false }) deckKey = '';
  @property({ attribute: false }) currency = 'CNY';
  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private answer: TableAnswer | null = null;
  @state() private isBusy = false;

  @query('input') private readonly field!: HTMLInputElement;

  #asking = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asking.abort();
  }

  protected override render() {
    const words = tableDoorWords(this.language);
    const { answer } = this;
    return html`
      <p>${words.lead}</p>
      <form class="ask" novalidate @submit=${this.#ask}>
        <label
          >${words.address}
          <input
            name="address"
            inputmode="url"
            placeholder=${words.placeholder}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength="4000"
          />
        </label>
        <button class="primary" type="submit" ?disabled=${this.isBusy}>${words.ask}</button>
      </form>
      <div role="status">
        ${this.isBusy ? html`<p class="said">${words.asking}</p>` : nothing}
        ${answer && !answer.ok ? html`<p class="said trouble">${answer.trouble[this.language]}</p>` : nothing}
      </div>
      ${answer?.ok ? this.#found(answer) : nothing}
    `;
  }

  #found({ url, inspection }: Extract<TableAnswer, { ok: true }>): TemplateResult {
    return html`
      <studio-table-report
        .inspection=${inspection}
        .currency=${this.currency}
        .language=${this.language}
      ></studio-table-report>
      <studio-two-ways
        .rows=${inspection.rows}
        .srcOf=${(seconds: number) => tableSource(url, { seconds, currency: this.currency, room: this.address.room })}
        .address=${this.address}
        .deckKey=${this.deckKey}
        .language=${this.language}
      ></studio-two-ways>
    `;
  }

  readonly #ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.isBusy = true;
    this.answer = null;
    this.answer = await askTable(this.field.value, { currency: this.currency, signal: this.#asking.signal });
    this.isBusy = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-table-door': TableDoorElement;
  }
}
