import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { controls } from '../../deck/look/controls.styles.js';
import type { Language } from '../../words/language.js';
import { ShapeEvent } from '../app/studio-app.events.js';
import type { Shape } from '../links/studio-links.js';
import { studioWords } from '../words/studio-words.js';
import styles from './preview.styles.js';

const SHAPES: readonly Shape[] = ['portrait', 'landscape'];

/**
 * The overlay itself, live, over a drawn orchard, in either shape.
 *
 * @tag studio-preview
 *
 * @fires {ShapeEvent} studio-shape - The other canvas is to be looked at.
 */
export class StudioPreviewElement extends LitElement {
  static readonly tagName = 'studio-preview';
  static override readonly styles = [controls, styles];

  /** The overlay's link. */
  @property({ attribute: false }) src = '';

  @property({ attribute: false }) language: Language = 'zh-CN';

  @property({ attribute: false }) shape: Shape = 'portrait';

  protected override render() {
    const words = studioWords(this.language);
    return html`
      <div class="shapes">
        ${SHAPES.map(
          (shape) => html`
            <button
              type="button"
              aria-pressed=${this.shape === shape}
              @click=${() => this.dispatchEvent(new ShapeEvent(shape))}
            >
              ${words[shape]}
            </button>
          `,
        )}
      </div>
      <figure class=${this.shape}>
        <div class="frame">
          ${
            // Another frame for another address: one frame that went from address to address would fill the way back.
            keyed(this.src, html`<iframe title=${words.preview} src=${this.src} tabindex="-1"></iframe>`)
          }
        </div>
        <figcaption>${words.preview}</figcaption>
      </figure>
    `;
  }
}
