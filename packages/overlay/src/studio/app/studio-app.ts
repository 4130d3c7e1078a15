import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language } from '../../words/language.js';
import { controls } from '../../deck/look/controls.styles.js';
import { palette } from '../../deck/look/palette.styles.js';
import { copyText } from '../copy/copy-text.js';
import {
  deckLink,
  dragLink,
  hookAddress,
  overlayLink,
  SHOPS,
  type Shape,
  type StallAddress,
} from '../links/studio-links.js';
import { fetchViewKey, type LinksTrouble } from '../links/fetch-view-key.js';
import { studioWords, type StudioWords } from '../words/studio-words.js';
import styles from './studio-app.styles.js';

const SHAPES: readonly Shape[] = ['portrait', 'landscape'];
const RETRY_MS = 2_000;

/**
 * The studio's first page: what viewers see, and the three steps that put it on air.
 *
 * @tag studio-app
 *
 * @fires {LanguageSwitchEvent} studio-language-switch - The other language was chosen.
 */
export class StudioAppElement extends LitElement {
  static readonly tagName = 'studio-app';
  static override readonly styles = [palette, controls, styles];

  /** The stall, and the room if one was named. */
  @property({ attribute: false }) address!: StallAddress;

  /** The deck key; null where the page was opened without it. */
  @property({ attribute: false }) deckKey: string | null = null;

  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private viewKey: string | null = null;
  @state() private trouble: LinksTrouble | null = null;
  @state() private shape: Shape = 'portrait';
  @state() private copied = '';
  #again: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#again);
  }

  async #ask(): Promise<void> {
    if (this.deckKey === null || !this.isConnected) return;
    const { origin, stall } = this.address;
    const answer = await fetchViewKey(`${origin}/stalls/${encodeURIComponent(stall)}`, this.deckKey);
    this.viewKey = answer.ok ? answer.viewKey : null;
    this.trouble = answer.ok ? null : answer.trouble;
    if (this.trouble === 'down') this.#again = setTimeout(() => void this.#ask(), RETRY_MS);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    document.title = `Stallcast · ${studioWords(this.language).title}`;
  }

  protected override render() {
    const words = studioWords(this.language);
    return html`
      <header>
        <p class="mark">Stallcast<span>${this.address.stall}</span></p>
        <button class="plain" type="button" @click=${() => this.dispatchEvent(new LanguageSwitchEvent())}>
          ${words.otherLanguage}
        </button>
      </header>
      <main>${this.deckKey === null || this.trouble === 'key' ? this.#gate(words) : this.#studio(words)}</main>
    `;
  }

  #gate({ gate, trouble }: StudioWords): TemplateResult {
    return html`
      <section class="gate">
        <h1>${gate.title}</h1>
        ${this.trouble === 'key' ? html`<p class="trouble" role="alert">${trouble.key}</p>` : nothing}
        <p>${gate.text}</p>
        <p>${gate.command}</p>
        <code>npx stallcast links</code>
      </section>
    `;
  }

  #studio(words: StudioWords): TemplateResult {
    return html`
      <section class="intro">
        <h1>${words.heading}</h1>
        <p>${words.lead}</p>
      </section>
      <div class="preview">${this.viewKey === null ? this.#waiting(words) : this.#preview(words, this.viewKey)}</div>
      <ol class="steps">
        ${this.#drag(words)} ${this.#deck(words)} ${this.#shop(words)}
      </ol>
    `;
  }

  #waiting({ trouble }: StudioWords): TemplateResult {
    return html`<p class="waiting" role="status">
      ${this.trouble === null ? trouble.waiting : trouble[this.trouble]}
    </p>`;
  }

  #preview(words: StudioWords, viewKey: string): TemplateResult {
    return html`
      <figure class=${this.shape}>
        <div class="frame">
          <iframe
            title=${words.preview}
            src=${overlayLink(this.address, viewKey, this.language)}
            tabindex="-1"
          ></iframe>
        </div>
        <figcaption>${words.preview}</figcaption>
      </figure>
      <div class="shapes">
        ${SHAPES.map(
          (shape) => html`
            <button type="button" aria-pressed=${this.shape === shape} @click=${() => (this.shape = shape)}>
              ${words[shape]}
            </button>
          `,
        )}
      </div>
    `;
  }

  #drag(words: StudioWords): TemplateResult {
    const { drag } = words.steps;
    return html`
      <li>
        <h2>${drag.title}</h2>
        <p>${drag.text}</p>
        ${this.viewKey === null ? this.#waiting(words) : SHAPES.map((shape) => this.#ticket(words, shape, this.viewKey ?? ''))}
        <p class="quiet">${drag.hint}</p>
        <p class="quiet">${drag.already}</p>
      </li>
    `;
  }

  #ticket(words: StudioWords, shape: Shape, viewKey: string): TemplateResult {
    const href = dragLink(this.address, viewKey, this.language, shape);
    return html`
      <div class="ticket">
        <a href=${href} draggable="true" @click=${(event: Event) => event.preventDefault()}>
          <span class="shape ${shape}" aria-hidden="true"></span>
          <span><b>${words[shape]}</b><small>${words.steps.drag.ticket}</small></span>
        </a>
        ${this.#copyKey(words, href, words[shape])}
      </div>
    `;
  }

  #deck(words: StudioWords): TemplateResult {
    const { deck } = words.steps;
    return html`
      <li>
        <h2>${deck.title}</h2>
        <p>${deck.text}</p>
        <p class="pair">
          <a class="go" href=${deckLink(this.address, null)} target="_blank" rel="noopener">${deck.open}</a>
          ${this.#copyKey(words, deckLink(this.address, this.deckKey), deck.title)}
        </p>
        <p class="quiet">${deck.phone}</p>
        <p class="quiet">${deck.dock}</p>
      </li>
    `;
  }

  #shop(words: StudioWords): TemplateResult {
    const { shop } = words.steps;
    return html`
      <li>
        <h2>${shop.title}</h2>
        <p>${shop.text}</p>
        <ul class="shops">
          ${SHOPS.map(({ source, variable }) => {
            const address = hookAddress(this.address, source);
            return html`
              <li>
                <b>${shop.shops[source]}</b>
                <span><code>${address}</code><code class="quiet">${variable}</code></span>
                ${this.#copyKey(words, address, shop.shops[source])}
              </li>
            `;
          })}
        </ul>
        <p class="quiet">${shop.secret}</p>
        <p class="quiet">${shop.none}</p>
      </li>
    `;
  }

  /** A key that copies; `about` tells it from the others to those who hear the page. */
  #copyKey(words: StudioWords, text: string, about: string): TemplateResult {
    return html`
      <button class="copy" type="button" @click=${() => this.#copy(text)}>
        ${this.copied === text ? words.copied : words.copy}<span class="visually-hidden">${about}</span>
      </button>
    `;
  }

  async #copy(text: string): Promise<void> {
    if (await copyText(text)) this.copied = text;
  }
}

/** The other language was chosen. */
export class LanguageSwitchEvent extends Event {
  static readonly eventName = 'studio-language-switch';

  constructor() {
    super(LanguageSwitchEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-app': StudioAppElement;
  }
  interface HTMLElementEventMap {
    'studio-language-switch': LanguageSwitchEvent;
  }
}
