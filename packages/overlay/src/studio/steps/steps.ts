import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AtomElement } from '../../atoms/atom-element.js';
import { controls } from '../../deck/look/controls.styles.js';
import type { Language } from '../../words/language.js';
import { ComposeEvent } from '../app/studio-app.events.js';
import { copyText } from '../copy/copy-text.js';
import { choiceOf, type ScenesInUse } from '../in-use/in-use.js';
import { deckLink, dragLink, type LinkChoice, type Shape, type StallAddress } from '../links/studio-links.js';
import type { LooksShelf } from '../looks/looks.js';
import { looksWords } from '../looks/looks-words.js';
import type { RoomName } from '../room-choice/watch-rooms.js';
import { studioWords, type StudioWords } from '../words/studio-words.js';
import styles from './steps.styles.js';

const SHAPES: readonly Shape[] = ['portrait', 'landscape'];

/**
 * The three steps that put a stall on air: the overlay into OBS, the deck, the goods.
 *
 * @tag studio-steps
 */
export class StudioStepsElement extends AtomElement {
  static readonly tagName = 'studio-steps';
  static override readonly styles = [controls, styles];

  @property({ attribute: false }) address!: StallAddress;

  /** Whose picture the overlay's links bring: the stall's, or a room's. */
  @property({ attribute: false }) picture!: StallAddress;

  /** The rooms to choose from. */
  @property({ attribute: false }) rooms: readonly RoomName[] = [];

  /** The room that was chosen; empty for the whole stall. */
  @property({ attribute: false }) room = '';

  /** The deck key, for the deck's link. */
  @property({ attribute: false }) deckKey = '';

  /** The view key, for the overlay's links; null until the relay gave it. */
  @property({ attribute: false }) viewKey: string | null = null;

  @property({ attribute: false }) language: Language = 'zh-CN';

  /** The scenes that the links bring. */
  @property({ attribute: false }) inUse!: ScenesInUse;

  /** Another source of data that the links bring, or nothing. */
  @property({ attribute: false }) src = '';

  /** The canvas that is looked at. */
  @property({ attribute: false }) shape: Shape = 'portrait';

  /** The composer is on its way. */
  @property({ attribute: false }) isOpening = false;

  @state() private copied = '';
  @state() private shelf: LooksShelf | 'failed' | null = null;

  /** The looks come in a file of their own, once the page has shown something. */
  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    requestAnimationFrame(() => setTimeout(() => void this.#openLooks()));
  }

  async #openLooks(): Promise<void> {
    this.shelf = null;
    try {
      const { openLooks } = await import('../looks/open-looks.js');
      this.shelf = await openLooks();
    } catch (cause) {
      console.error('Stallcast: the looks could not be opened.', cause);
      this.shelf = 'failed';
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.shelf && this.shelf !== 'failed') this.shelf.stage.close();
  }

  protected override render() {
    const words = studioWords(this.language);
    return html`<ol>
      ${this.#drag(words)} ${this.#deck(words)} ${this.#data()}
    </ol>`;
  }

  #drag(words: StudioWords): TemplateResult {
    const { drag } = words.steps;
    return html`
      <li>
        <h2>${drag.title}</h2>
        <studio-room-choice .rooms=${this.rooms} .chosen=${this.room} .language=${this.language}></studio-room-choice>
        ${this.#looks(words)}
        <p>${drag.text}</p>
        ${this.viewKey === null ? words.trouble.waiting : SHAPES.map((shape) => this.#ticket(words, shape, this.viewKey ?? ''))}
        <p class="quiet">${drag.hint}</p>
        <p class="quiet">${drag.already}</p>
        ${
          this.viewKey === null
            ? nothing
            : html`<studio-add-to-obs
                .address=${this.picture}
                .viewKey=${this.viewKey}
                .choices=${{ portrait: this.#choice('portrait'), landscape: this.#choice('landscape') }}
                .language=${this.language}
              ></studio-add-to-obs>`
        }
        <studio-local-pack
          .address=${this.address}
          .viewKey=${this.viewKey ?? ''}
          .choices=${{ portrait: this.#choice('portrait'), landscape: this.#choice('landscape') }}
          .language=${this.language}
        ></studio-local-pack>
      </li>
    `;
  }

  #looks(words: StudioWords): TemplateResult {
    return html`
      <div class="looks">
        <p>${looksWords(this.language).lead}</p>
        <button type="button" class="compose" @click=${() => this.dispatchEvent(new ComposeEvent())}>
          ${this.isOpening ? words.composing : words.compose}
        </button>
        <div class="shelf ${this.shape}">${this.#shelf()}</div>
      </div>
    `;
  }

  #shelf(): TemplateResult {
    const words = looksWords(this.language);
    if (this.shelf === null) return html`<p class="quiet" role="status">${words.opening}</p>`;
    if (this.shelf === 'failed')
      return html`<p class="trouble" role="alert">${words.failed}</p>
        <button type="button" @click=${() => void this.#openLooks()}>${words.again}</button>`;
    return html`<studio-looks
      .shelf=${this.shelf}
      .inUse=${this.inUse}
      .shape=${this.shape}
      .language=${this.language}
    ></studio-looks>`;
  }

  /** What the overlay's links say of a canvas. */
  #choice(shape: Shape): LinkChoice {
    return { ...choiceOf(this.read(this.inUse.$inUse)[shape]), src: this.src };
  }

  #ticket(words: StudioWords, shape: Shape, viewKey: string): TemplateResult {
    const href = dragLink(this.picture, viewKey, this.language, shape, this.#choice(shape));
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
        <studio-pair-phone
          .address=${this.address}
          .deckKey=${this.deckKey}
          .language=${this.language}
        ></studio-pair-phone>
        <p class="quiet">${deck.dock}</p>
      </li>
    `;
  }

  #data(): TemplateResult {
    return html`
      <li>
        <studio-data-wizard
          .address=${this.address}
          .deckKey=${this.deckKey}
          .viewKey=${this.viewKey}
          .language=${this.language}
        ></studio-data-wizard>
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
