import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../../../deck/look/controls.styles.js';
import type { Language } from '../../../../words/language.js';
import { copyText } from '../../../copy/copy-text.js';
import { hookAddress, SHOPS, type StallAddress } from '../../../links/studio-links.js';
import { studioWords } from '../../../words/studio-words.js';
import { door } from '../look/door.styles.js';
import { isOutOfReach } from './out-of-reach.js';
import styles from './shops-door.styles.js';
import { shopWords, type ShopWords } from './shop-words.js';
import { deriveStatus, type SourceStatus } from './source-status.js';
import { watchSources, type WatchedSources } from './watch-sources.js';

type Shop = (typeof SHOPS)[number];

/**
 * The door for shops: what each can and cannot do, where its messages go, and whether they come.
 *
 * @tag studio-shops-door
 */
export class ShopsDoorElement extends LitElement {
  static readonly tagName = 'studio-shops-door';
  static override readonly styles = [controls, door, styles];

  @property({ attribute: false }) address!: StallAddress;
  @property({ attribute: false }) deckKey = '';
  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private heard: WatchedSources | null = null;
  @state() private copied = '';
  #end: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { origin, stall } = this.address;
    this.#end = watchSources(`${origin}/stalls/${encodeURIComponent(stall)}`, this.deckKey, (heard) => {
      this.heard = heard;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
  }

  protected override render() {
    const words = shopWords(this.language);
    const { heard } = this;
    return html`
      <p>${words.lead}</p>
      ${heard && !heard.ok ? html`<p class="said trouble" role="status">${words.trouble[heard.trouble]}</p>` : nothing}
      ${isOutOfReach(this.address.origin) ? html`<p class="said trouble">${words.local}</p>` : nothing}
      <ul class="shops">
        ${SHOPS.map((shop) => this.#shop(shop, words))}
      </ul>
      <section class="part" aria-labelledby="pulls">
        <h3 id="pulls">${words.pulls}</h3>
        ${this.#pulls(words)}
      </section>
      <studio-storefront
        .address=${this.address}
        .deckKey=${this.deckKey}
        .language=${this.language}
      ></studio-storefront>
    `;
  }

  #statusOf(source: string): SourceStatus | null {
    if (!this.heard?.ok) return null;
    const { at, sources } = this.heard.told;
    const told = sources.find((one) => one.source === source);
    return told ? deriveStatus(told, at) : null;
  }

  #shop(shop: Shop, words: ShopWords): TemplateResult {
    const { source, isSampled } = shop;
    const { shops, secrets } = studioWords(this.language).steps.shop;
    const status = this.#statusOf(source);
    const address = hookAddress(this.address, source);
    const command = `npm start -- --secret-${source} …`;
    return html`<li>
      <details data-source=${source}>
        <summary>
          <b>${shops[source]}</b
          >${status ? html`<span class="chip ${status.kind}">${words.chip(status)}</span>` : nothing}
        </summary>
        <div class="part">
          <p>${words.facts[source]}</p>
          ${isSampled ? html`<p class="quiet">${words.sampled}</p>` : nothing}
          <ol>
            <li>
              <p>${words.address}</p>
              <div class="copying">
                <code>${address}</code>
                <button type="button" @click=${() => void this.#copy(address)}>
                  ${this.copied === address ? words.copied : words.copy}<span class="visually-hidden"
                    >${shops[source]}</span
                  >
                </button>
              </div>
              ${words.topics[source] ? html`<p class="quiet">${words.topics[source]}</p>` : nothing}
            </li>
            <li>
              <p>${words.secret} ${secrets[source]}</p>
              <code>${command}</code>
            </li>
          </ol>
          ${status ? this.#status(status, words) : nothing}
        </div>
      </details>
    </li>`;
  }

  #status(status: SourceStatus, words: ShopWords): TemplateResult {
    const look =
      status.kind === 'received' ? 'done' : status.kind === 'refused' || status.kind === 'no-secret' ? 'trouble' : '';
    const unlisted = status.kind === 'received' ? status.unlisted : 0;
    return html`
      <p class="said status ${look}">${words.status(status, this.language)}</p>
      ${unlisted > 0 ? html`<p class="said trouble">${words.unlisted(unlisted)}</p>` : nothing}
    `;
  }

  #pulls(words: ShopWords): TemplateResult {
    const told = this.heard?.ok ? this.heard.told : null;
    if (!told || told.pulls.length === 0) return html`<p class="quiet">${words.noPulls}</p>`;
    return html`<ul class="shops">
      ${told.pulls.map(
        (pull) =>
          html`<li class="said ${pull.fault ? 'trouble' : 'done'}">${words.pull(pull, told.at, this.language)}</li>`,
      )}
    </ul>`;
  }

  async #copy(text: string): Promise<void> {
    if (await copyText(text)) this.copied = text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-shops-door': ShopsDoorElement;
  }
}
