import type { TableFault, TableInspection } from '@stallcast/adapters/table/inspect';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../../../../deck/look/controls.styles.js';
import type { Language } from '../../../../words/language.js';
import { reportWords, type ReportWords } from './report-words.js';
import { summarize } from './summarize.js';

/** More are not told one by one. */
const SHOWN_FAULTS = 8;
const SHOWN_COLUMNS = 30;

/**
 * Says in plain words what was found in a table: how many products, what each column means, what could not be read and why.
 *
 * @tag studio-table-report
 */
export class TableReportElement extends LitElement {
  static readonly tagName = 'studio-table-report';
  static override readonly styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 10px;
        min-inline-size: 0;
      }

      .summary {
        padding: 12px 16px;
        border-radius: 6px 16px 6px 16px;
        background: var(--deck-leaf-quiet);
        color: var(--deck-leaf-text);
        font-weight: 700;
        overflow-wrap: anywhere;
      }

      .columns {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }

      .columns li {
        padding: 4px 10px;
        border-radius: 4px 12px 4px 12px;
        background: var(--deck-plate-quiet);
        font-size: 15px;
        overflow-wrap: anywhere;
      }

      .columns .unused {
        border: 1px dashed var(--deck-line);
        background: none;
        color: var(--deck-text-quiet);
      }

      .faults {
        display: grid;
        gap: 6px;
        padding: 12px 16px;
        border-radius: 6px 16px 6px 16px;
        background: var(--deck-warning-quiet);
        color: var(--deck-warning);
        overflow-wrap: anywhere;
      }

      h3 {
        font-size: 16px;
      }
    `,
  ];

  @property({ attribute: false }) inspection!: TableInspection;
  @property({ attribute: false }) currency = 'CNY';
  @property({ attribute: false }) language: Language = 'zh-CN';

  protected override render() {
    const words = reportWords(this.language);
    const { columns, rows, faults } = this.inspection;
    const all = [...faults, ...rows.flatMap((row) => row.faults)];
    return html`
      <p class="summary">
        ${words.summary(summarize(this.inspection), this.currency).join(this.language === 'en' ? ' ' : '')}
      </p>
      <ul class="columns" aria-label=${words.columnsTitle}>
        ${columns
          .slice(0, SHOWN_COLUMNS)
          .map(({ name, column }) =>
            name === '' && column === null
              ? nothing
              : html`<li class=${column === null ? 'unused' : 'used'}>
                  <bdi>${name.slice(0, 40)}</bdi
                  >${this.#meaning(name, column === null ? words.unused : words.columns[column])}
                </li>`,
          )}
      </ul>
      ${all.length > 0 ? this.#faults(all, words) : nothing}
    `;
  }

  /** A column that is called what it means needs no word more. */
  #meaning(name: string, meaning: string): string {
    return name === meaning ? '' : ` → ${meaning}`;
  }

  #faults(all: readonly TableFault[], words: ReportWords): TemplateResult {
    const more = all.length - SHOWN_FAULTS;
    return html`<div class="faults">
      <h3>${words.faultsTitle(all.length)}</h3>
      <ul>
        ${all.slice(0, SHOWN_FAULTS).map((fault) => html`<li>${this.language === 'en' ? fault.en : fault.zh}</li>`)}
      </ul>
      ${more > 0 ? html`<p>${words.more(more)}</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-table-report': TableReportElement;
  }
}
