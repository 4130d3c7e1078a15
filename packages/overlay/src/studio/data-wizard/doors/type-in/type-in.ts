import { decodeTable, explainHeader, MAX_BYTES } from '@stallcast/adapters/table/inspect';
import { AdapterError } from '@stallcast/protocol';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../../../deck/look/controls.styles.js';
import type { Language, Sentence } from '../../../../words/language.js';
import type { StallAddress } from '../../../links/studio-links.js';
import { readTable } from '../../asking/ask-table.js';
import { bothLanguages } from '../../asking/both-languages.js';
import { door } from '../look/door.styles.js';
import { addRow, emptyGrid, gridText, isEmpty, MAX_GRID_ROWS, pasteInto, writeCell, type Grid } from './grid.js';
import styles from './type-in.styles.js';
import { typeInWords, type TypeInWords } from './type-in-words.js';

/**
 * The door at which products are typed in, pasted from a spreadsheet or read from a file.
 *
 * @tag studio-type-in
 */
export class TypeInElement extends LitElement {
  static readonly tagName = 'studio-type-in';
  static override readonly styles = [controls, door, styles];

  @property({ attribute: false }) address!: StallAddress;
  @property({ attribute: false }) deckKey = '';
  @property({ attribute: false }) currency = 'CNY';
  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private grid: Grid | null = null;
  /** A table that is more than fits into fields. */
  @state() private whole: { name: string; text: string } | null = null;
  @state() private trouble: Sentence | null = null;

  get #shown(): Grid {
    return this.grid ?? emptyGrid(typeInWords(this.language).header);
  }

  protected override render() {
    const words = typeInWords(this.language);
    return html`
      ${this.whole ? this.#whole(this.whole.name, words) : this.#grid(words)}
      ${this.trouble ? html`<p class="said trouble" role="alert">${this.trouble[this.language]}</p>` : nothing}
      ${this.#found()}
    `;
  }

  #whole(name: string, words: TypeInWords): TemplateResult {
    return html`<div class="row">
      <p class="name"><bdi>${words.whole(name)}</bdi></p>
      <button type="button" @click=${this.#clear}>${words.instead}</button>
    </div>`;
  }

  #grid(words: TypeInWords): TemplateResult {
    const grid = this.#shown;
    const { columns } = explainHeader(grid.header);
    return html`
      <p>${words.lead}</p>
      <div class="scroll">
        <table>
          <caption class="visually-hidden">
            ${words.caption}
          </caption>
          <thead>
            <tr>
              <td></td>
              ${grid.header.map(
                (name, index) => html`<th scope="col" class=${columns[index] ?? 'unused'}><bdi>${name}</bdi></th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${grid.rows.map(
              (cells, row) =>
                html`<tr>
                  <td class="line" aria-hidden="true">${lineOf(row)}</td>
                  ${cells.map((text, column) => this.#cell(text, row, column, words))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <div class="row">
        <button type="button" ?disabled=${grid.rows.length >= MAX_GRID_ROWS} @click=${() => (this.grid = addRow(grid))}>
          ${words.add}
        </button>
        <label class="file">
          <input type="file" accept=".csv,.tsv,.txt,.json,text/csv" @change=${this.#choose} /><span>${words.file}</span>
        </label>
        ${isEmpty(grid) ? nothing : html`<button class="plain" type="button" @click=${this.#clear}>${words.clear}</button>`}
      </div>
    `;
  }

  #cell(text: string, row: number, column: number, words: TypeInWords): TemplateResult {
    const { header } = this.#shown;
    const name = header[column] ?? '';
    return html`<td class=${explainHeader(header).columns[column] ?? ''}>
      <input
        aria-label=${words.cell(name, lineOf(row))}
        .value=${text}
        autocomplete="off"
        maxlength="500"
        dir="auto"
        @input=${(event: Event) => this.#write(row, column, (event.target as HTMLInputElement).value)}
        @paste=${(event: ClipboardEvent) => this.#paste(event, row, column)}
      />
    </td>`;
  }

  #write(row: number, column: number, text: string): void {
    this.trouble = null;
    const grid = writeCell(this.#shown, row, column, text);
    // There is always an empty row to go on with.
    const isLast = row === grid.rows.length - 1 && text !== '' && grid.rows.length < MAX_GRID_ROWS;
    this.grid = isLast ? addRow(grid) : grid;
  }

  #paste(event: ClipboardEvent, row: number, column: number): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // A word or a figure goes where the cursor stands.
    if (!/[\t\n\r]/.test(text.trimEnd())) return;
    event.preventDefault();
    this.#take(text, typeInWords(this.language).pasted, row, column);
  }

  #take(text: string, name: string, row = 0, column = 0): void {
    this.trouble = null;
    try {
      const grid = text.length > MAX_BYTES ? null : pasteInto(this.#shown, row, column, text);
      if (text.length > MAX_BYTES) this.trouble = sentenceOf((words) => words.tooLarge);
      else if (grid) this.grid = grid;
      else this.whole = { name, text };
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      this.trouble = bothLanguages(error.message);
    }
  }

  readonly #choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    this.trouble = null;
    if (file.size > MAX_BYTES) {
      this.trouble = sentenceOf((words) => words.tooLarge);
      return;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      // A workbook is a packed folder, and no text.
      if (bytes[0] === 0x50 && bytes[1] === 0x4b) this.trouble = sentenceOf((words) => words.noFile);
      else this.whole = { name: file.name, text: decodeTable(bytes) };
    } catch (error) {
      this.trouble = error instanceof AdapterError ? bothLanguages(error.message) : sentenceOf((words) => words.noFile);
    }
  };

  readonly #clear = (): void => {
    this.grid = null;
    this.whole = null;
    this.trouble = null;
  };

  /** What was understood, and beside it the stall. */
  #found(): TemplateResult | typeof nothing {
    if (!this.whole && isEmpty(this.#shown)) return nothing;
    const found = this.#read(this.whole?.text ?? gridText(this.#shown));
    if (!found.ok) return html`<p class="said trouble" role="alert">${found.trouble[this.language]}</p>`;
    const { inspection } = found;
    return html`
      <studio-table-report
        .inspection=${inspection}
        .currency=${this.currency}
        .language=${this.language}
      ></studio-table-report>
      <studio-copy-panel
        .rows=${inspection.rows}
        .address=${this.address}
        .deckKey=${this.deckKey}
        .language=${this.language}
      ></studio-copy-panel>
    `;
  }

  /** The same text is read once, so that what was ticked below stays. */
  #read(text: string): ReturnType<typeof readTable> {
    const wish = `${this.currency} ${text}`;
    if (this.#readText !== wish || !this.#readAnswer) {
      this.#readText = wish;
      this.#readAnswer = readTable(text, this.address.origin, this.currency);
    }
    return this.#readAnswer;
  }
  #readText = '';
  #readAnswer: ReturnType<typeof readTable> | null = null;
}

/** Rows are counted as a spreadsheet counts them, the header being the first: so do the sentences on what could not be read. */
function lineOf(row: number): number {
  return row + 2;
}

function sentenceOf(pick: (words: TypeInWords) => string): Sentence {
  return { 'zh-CN': pick(typeInWords('zh-CN')), en: pick(typeInWords('en')) };
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-type-in': TypeInElement;
  }
}
