import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language } from '../../words/language.js';
import { controls } from '../../deck/look/controls.styles.js';
import { palette } from '../../deck/look/palette.styles.js';
import { overlayLink, type StallAddress } from '../links/studio-links.js';
import { fetchViewKey, type LinksTrouble } from '../links/fetch-view-key.js';
import { studioWords, type StudioWords } from '../words/studio-words.js';
import { LanguageSwitchEvent } from './studio-app.events.js';
import styles from './studio-app.styles.js';

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
      <div class="preview">
        ${
          this.viewKey === null
            ? this.#waiting(words)
            : html`<studio-preview
                .src=${overlayLink(this.address, this.viewKey, this.language)}
                .language=${this.language}
              ></studio-preview>`
        }
      </div>
      <studio-steps
        .address=${this.address}
        .deckKey=${this.deckKey ?? ''}
        .viewKey=${this.viewKey}
        .language=${this.language}
      ></studio-steps>
    `;
  }

  #waiting({ trouble }: StudioWords): TemplateResult {
    return html`<p class="waiting" role="status">
      ${this.trouble === null ? trouble.waiting : trouble[this.trouble]}
    </p>`;
  }
}
