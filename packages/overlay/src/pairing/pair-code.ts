import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../deck/look/controls.styles.js';
import { copyText } from '../studio/copy/copy-text.js';
import type { Language } from '../words/language.js';
import type { PhoneLink } from './keys-door.js';
import { pairCodeWords } from './pair-code-words.js';
import styles from './pair-code.styles.js';

/**
 * The QR code that gives a phone the deck with a key of its own, for one of the computer's addresses.
 *
 * The key is in the code and in what is copied, never in a text that one can read off the screen.
 *
 * @tag pair-code
 */
export class PairCodeElement extends LitElement {
  static readonly tagName = 'pair-code';
  static override readonly styles = [controls, styles];

  /** The links, the likeliest first. */
  @property({ attribute: false }) links: readonly PhoneLink[] = [];

  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private chosen = 0;
  @state() private copied = -1;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('links')) this.chosen = 0;
  }

  protected override render() {
    const words = pairCodeWords(this.language);
    const shown = this.links[this.chosen];
    if (!shown) return nothing;
    const { origin } = new URL(shown.link);
    return html`
      <p class="scan">${words.scan}</p>
      <svg
        viewBox="0 0 ${shown.code.length} ${shown.code.length}"
        role="img"
        aria-label="${words.scan}: ${origin}"
        shape-rendering="crispEdges"
      >
        ${svg`<path d=${pathOf(shown.code)} />`}
      </svg>
      <p class="quiet">${words.wifi}</p>
      <p class="quiet">${words.once}</p>
      <p class="address">
        <code>${origin}</code>
        <button type="button" @click=${() => this.#copy(shown.link)}>
          ${this.copied === this.chosen ? words.copied : words.copy}
        </button>
      </p>
      ${
        this.links.length > 1
          ? html`<fieldset>
              <legend>${words.addresses}</legend>
              ${this.links.map(
                ({ link }, index) =>
                  html`<button
                    type="button"
                    aria-pressed=${index === this.chosen}
                    @click=${() => (this.chosen = index)}
                  >
                    ${new URL(link).hostname}
                  </button>`,
              )}
            </fieldset>`
          : nothing
      }
    `;
  }

  async #copy(link: string): Promise<void> {
    const { chosen } = this;
    if (await copyText(link)) this.copied = chosen;
  }
}

/** One square for each dark one. */
function pathOf(code: readonly string[]): string {
  return code.map((row, y) => [...row].map((bit, x) => (bit === '1' ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
}

/** Registers the tag. */
export function definePairCode(): void {
  if (!customElements.get(PairCodeElement.tagName)) customElements.define(PairCodeElement.tagName, PairCodeElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'pair-code': PairCodeElement;
  }
}
