import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../../deck/look/controls.styles.js';
import type { PackedGoods } from '../../local-pack/packed/packed-goods.js';
import type { Language } from '../../words/language.js';
import forms from '../add-to-obs/add-to-obs-form.styles.js';
import type { LinkChoice, Shape, StallAddress } from '../links/studio-links.js';
import { fetchGoods } from './goods-of.js';
import styles from './local-pack.styles.js';
import { localPackWords, type LocalPackWords } from './local-pack-words.js';

const SHAPES: readonly Shape[] = ['portrait', 'landscape'];
const NAME = 'stallcast-local-pack.zip';

/**
 * The local pack to download, with the scenes in use, the language and, where the host wishes it, the goods put into it.
 *
 * @tag studio-local-pack
 */
export class StudioLocalPackElement extends LitElement {
  static readonly tagName = 'studio-local-pack';
  static override readonly styles = [controls, forms, styles];

  @property({ attribute: false }) address!: StallAddress;

  /** The view key, to ask what the stall sells. */
  @property({ attribute: false }) viewKey = '';

  /** What each canvas shows: the scene in use, its theme. */
  @property({ attribute: false }) choices: Partial<Record<Shape, LinkChoice>> = {};

  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private goods: PackedGoods | undefined;
  @state() private stage: 'ready' | 'making' | 'done' | 'failed' = 'ready';

  @query('input') private readonly withGoods!: HTMLInputElement | null;

  protected override render() {
    const words = localPackWords(this.language);
    return html`<details @toggle=${this.#open}>
      <summary>${words.title}</summary>
      <div class="inside">
        <p>${words.text}</p>
        <p class="quiet">${words.holds}</p>
        <ul class="quiet">
          ${SHAPES.map((shape) => html`<li>${words.scene[shape](this.#nameOf(words, this.choices[shape]))}</li>`)}
        </ul>
        ${this.goods ? this.#question(words, this.goods.products.length) : nothing}
        <p class="keys">
          <button class="primary" type="button" ?disabled=${this.stage === 'making'} @click=${this.#download}>
            ${this.stage === 'making' ? words.making : words.download}
          </button>
        </p>
        <div role="status">${this.#said(words)}</div>
      </div>
    </details>`;
  }

  #nameOf(words: LocalPackWords, choice: LinkChoice = {}): string {
    if (choice.scene?.startsWith('~')) return words.own;
    return choice.scene || choice.theme ? words.starting : words.usual;
  }

  #question(words: LocalPackWords, count: number): TemplateResult {
    return html`<label
      ><input type="checkbox" /><span>${words.goods(count)}<small>${words.goodsHint}</small></span></label
    >`;
  }

  #said(words: LocalPackWords): TemplateResult | typeof nothing {
    if (this.stage === 'failed') return html`<p class="said trouble">${words.failed}</p>`;
    if (this.stage !== 'done') return nothing;
    return html`<div class="said done">
      <p>${words.done}</p>
      <ol>
        ${words.next.map((line) => html`<li>${line}</li>`)}
      </ol>
    </div>`;
  }

  readonly #open = async (event: Event): Promise<void> => {
    if (!(event.target as HTMLDetailsElement).open || this.goods || this.viewKey === '') return;
    const { origin, stall } = this.address;
    this.goods = await fetchGoods(`${origin}/stalls/${encodeURIComponent(stall)}`, this.viewKey);
  };

  readonly #download = async (): Promise<void> => {
    this.stage = 'making';
    try {
      const [{ makePack, lookOf }, plain] = await Promise.all([import('./make-pack.js'), this.#plain()]);
      const pack = makePack(plain, {
        stall: this.address.stall,
        language: this.language,
        portrait: await lookOf(this.choices.portrait ?? {}),
        landscape: await lookOf(this.choices.landscape ?? {}),
        ...(this.withGoods?.checked && this.goods && { goods: this.goods }),
      });
      this.#save(new Blob([pack as Uint8Array<ArrayBuffer>], { type: 'application/zip' }));
      this.stage = 'done';
    } catch (cause) {
      console.error('Stallcast: the local pack could not be made.', cause);
      this.stage = 'failed';
    }
  };

  async #plain(): Promise<Uint8Array> {
    const response = await fetch(new URL('/local-pack.zip', this.address.origin));
    if (!response.ok) throw new Error(`Expected the local pack of the relay, got ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  }

  #save(pack: Blob): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(pack);
    link.download = NAME;
    link.click();
    // The download begins in a task of its own.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-local-pack': StudioLocalPackElement;
  }
}
