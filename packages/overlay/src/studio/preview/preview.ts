import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../deck/look/controls.styles.js';
import type { Language } from '../../words/language.js';
import type { Shape } from '../links/studio-links.js';
import { studioWords } from '../words/studio-words.js';
import styles from './preview.styles.js';

const SHAPES: readonly Shape[] = ['portrait', 'landscape'];

/**
 * The overlay itself, live, over a drawn orchard, in either shape.
 *
 * @tag studio-preview
 */
export class StudioPreviewElement extends LitElement {
  static readonly tagName = 'studio-preview';
  static override readonly styles = [controls, styles];

  /** The overlay's link. */
  @property({ attribute: false }) src = '';

  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private shape: Shape = 'portrait';

  protected override render() {
    const words = studioWords(this.language);
    return html`
      <figure class=${this.shape}>
        <div class="frame">
          <iframe title=${words.preview} src=${this.src} tabindex="-1"></iframe>
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
}
