import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language } from '../../words/language.js';
import { controls } from '../look/controls.styles.js';
import { palette } from '../look/palette.styles.js';
import { pickWords } from '../words/pick-words.js';
import { KeyGivenEvent } from './key-gate.events.js';

/**
 * Asks for the deck link where the page was opened without its key.
 *
 * @tag deck-key-gate
 *
 * @fires {KeyGivenEvent} deck-key-given - A key was pasted.
 */
export class DeckKeyGateElement extends LitElement {
  static readonly tagName = 'deck-key-gate';
  static override readonly styles = [
    palette,
    controls,
    css`
      :host {
        min-block-size: 100vh;
        padding: 24px 16px;
        background: var(--deck-ground);
        color: var(--deck-text);
        font: 400 17px/1.5 var(--deck-font);
      }

      form {
        display: grid;
        gap: 12px;
        max-inline-size: 480px;
        margin: 8vh auto 0;
        padding: 20px;
        border-radius: 8px 26px 8px 26px;
        background: var(--deck-plate);
        box-shadow: var(--deck-shadow);
      }

      h1 {
        margin: 0;
        font-size: 22px;
        line-height: 1.3;
      }

      .refused {
        color: var(--deck-peach-text);
        font-weight: 700;
      }

      label {
        font-weight: 700;
      }

      input {
        inline-size: 100%;
        min-block-size: 52px;
        padding: 0 14px;
        border: 2px solid var(--deck-line);
        border-radius: 6px 14px 6px 14px;
        background: var(--deck-plate);
      }
    `,
  ];

  /** The language of the page. */
  @property({ attribute: false }) language: Language = 'zh-CN';

  /** A key was given, and the relay did not take it. */
  @property({ type: Boolean }) refused = false;

  @state() private text = '';

  protected override render() {
    const { gate } = pickWords(this.language);
    return html`
      <main>
        <form @submit=${this.#submit}>
          <h1>${gate.title}</h1>
          ${this.refused ? html`<p class="refused" role="alert">${gate.refused}</p>` : nothing}
          <p>${gate.hint}</p>
          <label for="key">${gate.field}</label>
          <input
            id="key"
            autocomplete="off"
            spellcheck="false"
            .value=${this.text}
            @input=${(event: InputEvent) => (this.text = (event.target as HTMLInputElement).value)}
          />
          <button class="primary" type="submit">${gate.open}</button>
        </form>
      </main>
    `;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const key = this.text.trim().replace(/^.*#/s, '');
    if (key) this.dispatchEvent(new KeyGivenEvent(key));
  };
}
