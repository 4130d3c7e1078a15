import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../deck/look/controls.styles.js';
import type { Language } from '../../words/language.js';
import { keepSource, keptSource, watchSource } from '../links/kept-source.js';
import type { StallAddress } from '../links/studio-links.js';
import { dataWizardWords, type DataWizardWords, type DoorName } from './data-wizard-words.js';
import styles from './data-wizard.styles.js';
import { nameSource } from './name-source.js';

const DOORS: readonly DoorName[] = ['type-in', 'table', 'shops', 'relay'];

/**
 * Asks a host where the data comes from, tries it, and shows what was found. What a door takes is fetched when one is opened.
 *
 * @tag studio-data-wizard
 */
export class DataWizardElement extends LitElement {
  static readonly tagName = 'studio-data-wizard';
  static override readonly styles = [controls, styles];

  @property({ attribute: false }) address!: StallAddress;

  /** The deck key, which puts products into the stall. */
  @property({ attribute: false }) deckKey = '';

  /** The view key; null until the relay gave it. */
  @property({ attribute: false }) viewKey: string | null = null;

  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private src = '';
  @state() private door: DoorName | null = null;
  @state() private opening: DoorName | null = null;
  @state() private hasFailed = false;
  @state() private hasChanged = false;
  #unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { stall } = this.address;
    this.src = keptSource(stall);
    this.#unwatch = watchSource(stall, (src) => {
      this.hasChanged = true;
      this.src = src;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  protected override render() {
    const words = dataWizardWords(this.language);
    return html`
      <h2>${words.title}</h2>
      <p>${words.lead}</p>
      <ul>
        ${DOORS.map((door) => this.#key(door, words))}
      </ul>
      ${this.hasFailed ? html`<p class="trouble" role="alert">${words.failed}</p>` : nothing} ${this.#now(words)}
      ${
        this.door === null
          ? nothing
          : html`<studio-wizard-sheet
              .door=${this.door}
              .address=${this.address}
              .deckKey=${this.deckKey}
              .language=${this.language}
              @studio-wizard-closed=${this.#close}
            ></studio-wizard-sheet>`
      }
    `;
  }

  #key(door: DoorName, words: DataWizardWords): TemplateResult {
    const { title, text } = words.doors[door];
    return html`<li>
      <button type="button" data-door=${door} aria-haspopup="dialog" @click=${() => this.#open(door)}>
        ${title}<small>${this.opening === door ? words.opening : text}</small>
      </button>
    </li>`;
  }

  #now(words: DataWizardWords): TemplateResult {
    const isOwn = this.src === '';
    return html`<div class="now" role="status">
      <p>
        ${words.now}<b><bdi>${nameSource(this.src, words)}</bdi></b>
        <small>${isOwn ? words.ownHint : words.followedHint}${this.hasChanged ? ` ${words.again}` : ''}</small>
      </p>
      ${isOwn ? nothing : html`<button type="button" @click=${() => keepSource(this.address.stall, '')}>${words.back}</button>`}
    </div>`;
  }

  async #open(door: DoorName): Promise<void> {
    this.hasFailed = false;
    this.opening = door;
    try {
      const { defineDoors } = await import('./doors/define-doors.js');
      defineDoors();
      this.door = door;
    } catch (cause) {
      console.error('Stallcast: the data wizard could not be opened.', cause);
      this.hasFailed = true;
    }
    this.opening = null;
  }

  readonly #close = (): void => {
    const key = this.renderRoot.querySelector<HTMLButtonElement>(`[data-door=${this.door ?? ''}]`);
    this.door = null;
    key?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-data-wizard': DataWizardElement;
  }
}
