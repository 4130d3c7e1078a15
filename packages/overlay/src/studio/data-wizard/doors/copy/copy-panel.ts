import type { RowReading } from '@stallcast/adapters/table/inspect';
import type { StallState } from '@stallcast/protocol';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ulid } from 'ulid';
import { relayCommandSender } from '../../../../deck/command-sender/relay-command-sender.js';
import { controls } from '../../../../deck/look/controls.styles.js';
import type { Language } from '../../../../words/language.js';
import { keepSource, keptSource } from '../../../links/kept-source.js';
import type { StallAddress } from '../../../links/studio-links.js';
import { commandsOf, endExample } from '../../copying/commands-of.js';
import { compareProducts, findLinkClashes, type Comparison } from '../../copying/compare-products.js';
import { createCopyRun, type CopyProgress, type CopyRun } from '../../copying/copy-run.js';
import { readStall, type StallTrouble } from '../../copying/read-stall.js';
import { stillHolds } from '../../copying/still-holds.js';
import { dataWizardWords } from '../../data-wizard-words.js';
import { door } from '../look/door.styles.js';
import { drawComparison, type ComparisonRow } from './draw-comparison.js';
import styles from './copy-panel.styles.js';
import { copyWords, type CopyWords } from './copy-words.js';

/** A stall sells no more in an evening. */
const MOST = 500;
const SHOWN = 60;

/**
 * Shows what of a table is new to the stall, changed or the same, and puts in what is ticked, by the ledger's commands.
 *
 * @tag studio-copy-panel
 */
export class CopyPanelElement extends LitElement {
  static readonly tagName = 'studio-copy-panel';
  static override readonly styles = [controls, door, styles];

  @property({ attribute: false }) rows: readonly RowReading[] = [];
  @property({ attribute: false }) address!: StallAddress;
  @property({ attribute: false }) deckKey = '';
  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private stall: StallState | null = null;
  @state() private trouble: StallTrouble | null = null;
  @state() private endsExample = true;
  @state() private hasMoved = false;
  @state() private progress: CopyProgress | null = null;
  @state() private isBusy = false;
  /** By line: what a person ticked other than as it stood. */
  @state() private ticked: ReadonlyMap<number, boolean> = new Map();
  #all: readonly Comparison[] = [];
  #run: CopyRun | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('rows') && !this.isBusy) {
      this.ticked = new Map();
      // Something was put in since the stall was read.
      if (this.progress) void this.#read();
      this.progress = null;
    }
    // Once sent, the list stays as it was sent.
    if (changed.has('rows') || changed.has('stall') || changed.has('endsExample'))
      this.#all = this.#compare(this.stall);
  }

  async #read(): Promise<StallState | null> {
    const answer = await readStall(this.#url, this.deckKey);
    this.trouble = answer.ok ? null : answer.trouble;
    if (answer.ok) this.stall = answer.state;
    return answer.ok ? answer.state : null;
  }

  get #url(): string {
    return `${this.address.origin}/stalls/${encodeURIComponent(this.address.stall)}`;
  }

  get #isExample(): boolean {
    return this.stall?.session?.synthetic === true;
  }

  #compare(stall: StallState | null): Comparison[] {
    if (!stall) return [];
    const isOwn = ({ synthetic }: { synthetic?: true }): boolean => !synthetic || !this.endsExample;
    const products = stall.products.filter(isOwn);
    return compareProducts(this.rows.filter(({ read }) => read).slice(0, MOST), { ...stall, products }, () =>
      ulid().toLowerCase(),
    );
  }

  #isTicked({ line, standing, notes }: Comparison): boolean {
    if (standing === 'same' || standing === 'unclear') return false;
    return this.ticked.get(line) ?? !notes.includes('renamed');
  }

  protected override render() {
    const words = copyWords(this.language);
    if (this.trouble !== null && this.progress === null) {
      return html`<p class="said trouble" role="alert">${words.stall[this.trouble]}</p>
        <button type="button" @click=${() => void this.#read()}>${words.again}</button>`;
    }
    if (!this.stall) return html`<p class="quiet" role="status">${words.reading}</p>`;
    const chosen = this.#all.filter((one) => this.#isTicked(one));
    const stays = this.stall.products.filter(({ synthetic }) => !synthetic || !this.endsExample);
    const clashes = findLinkClashes(chosen, stays);
    return html`
      ${this.#isExample ? this.#example(words) : nothing}
      <section class="part" aria-labelledby="title">
        <h3 id="title">${words.title}</h3>
        <p>${words.count(this.#figures())}</p>
        <ul class="list">
          ${this.#all.slice(0, SHOWN).map((one) => drawComparison(this.#row(one, clashes), words))}
        </ul>
        ${this.#all.length > SHOWN ? html`<p class="quiet">${words.shownOf(SHOWN, this.#all.length)}</p>` : nothing}
        ${this.rows.length > MOST ? html`<p class="said trouble">${words.tooMany(MOST)}</p>` : nothing}
      </section>
      ${this.#end(chosen, clashes, words)}
    `;
  }

  #row(one: Comparison, clashes: ReadonlyMap<number, readonly string[]>): ComparisonRow {
    const isTicked = this.#isTicked(one);
    const { linkNo } = one.product;
    const titles = isTicked && linkNo !== undefined ? clashes.get(linkNo) : undefined;
    return {
      one,
      isTicked,
      isLocked: this.isBusy || this.progress !== null,
      clash: titles && linkNo !== undefined ? { linkNo, titles } : null,
      tick: (on) => (this.ticked = new Map([...this.ticked, [one.line, on]])),
    };
  }

  #figures() {
    const figures = { new: 0, changed: 0, same: 0, unclear: 0 };
    for (const { standing } of this.#all) figures[standing] += 1;
    return figures;
  }

  #example(words: CopyWords): TemplateResult {
    return html`<label class="check box">
      <input
        type="checkbox"
        name="end-example"
        .checked=${this.endsExample}
        ?disabled=${this.isBusy || this.progress !== null}
        @change=${(event: Event) => (this.endsExample = (event.target as HTMLInputElement).checked)}
      />
      <span>${words.endExample}<small class="quiet">${words.endExampleHint}</small></span>
    </label>`;
  }

  #end(chosen: readonly Comparison[], clashes: ReadonlyMap<number, unknown>, words: CopyWords): TemplateResult {
    const { progress } = this;
    const isOver = progress !== null && !this.isBusy && !progress.isStuck;
    return html`
      <div role="status">
        ${this.hasMoved ? html`<p class="said trouble">${words.moved}</p>` : nothing}
        ${this.isBusy && progress ? html`<p class="said">${words.sending(progress.done, progress.of)}</p>` : nothing}
        ${progress?.isStuck && !this.isBusy ? html`<p class="said trouble">${words.stuck}</p>` : nothing}
        ${isOver ? html`<p class="said done">${words.done(this.#sent(progress))} ${words.next}</p>` : nothing}
        ${isOver && keptSource(this.address.stall) !== '' ? this.#back(words) : nothing}
        ${progress?.refused.map(
          ({ title, message }) => html`<p class="said trouble">${words.refused(title, message[this.language])}</p>`,
        )}
      </div>
      ${
        isOver
          ? nothing
          : html`<button
              class="primary send"
              type="button"
              ?disabled=${this.isBusy || (!progress && (chosen.length === 0 || clashes.size > 0))}
              @click=${() => void (progress?.isStuck ? this.#go() : this.#send(chosen))}
            >
              ${progress?.isStuck ? words.goOn : chosen.length > 0 ? words.send(chosen.length) : words.nothingToSend}
            </button>`
      }
    `;
  }

  #back(words: CopyWords): TemplateResult {
    const back = (): void => {
      keepSource(this.address.stall, '');
      this.requestUpdate();
    };
    return html`<div class="said trouble">
      <p>${words.follows}</p>
      <button type="button" @click=${back}>${dataWizardWords(this.language).back}</button>
    </div>`;
  }

  /** How many products are in the stall now. The example's end is sent like one, and is none. */
  #sent({ done, refused }: CopyProgress): number {
    const isRefused = refused.some(({ title }) => title === copyWords(this.language).endExample);
    return this.#hasEndedExample && !isRefused ? Math.max(0, done - 1) : done;
  }
  #hasEndedExample = false;

  async #send(chosen: readonly Comparison[]): Promise<void> {
    this.isBusy = true;
    const fresh = await this.#read();
    const now = fresh ? new Map(this.#compare(fresh).map((one) => [one.line, one])) : null;
    this.hasMoved = now !== null && !chosen.every((one) => stillHolds(one, now.get(one.line)));
    if (!fresh || this.hasMoved) {
      this.isBusy = false;
      return;
    }
    this.#hasEndedExample = fresh.session?.synthetic === true && this.endsExample;
    const parcels = chosen.map((one) => ({ title: one.product.title, drafts: commandsOf(one) }));
    const first = this.#hasEndedExample
      ? [{ title: copyWords(this.language).endExample, drafts: endExample(fresh) }]
      : [];
    const sender = relayCommandSender({ stallUrl: this.#url, key: this.deckKey });
    this.#run = createCopyRun([...first, ...parcels], {
      sender,
      newId: () => ulid(),
      onProgress: (progress) => (this.progress = progress),
    });
    await this.#go();
  }

  async #go(): Promise<void> {
    this.isBusy = true;
    await this.#run?.go();
    this.isBusy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-copy-panel': CopyPanelElement;
  }
}
