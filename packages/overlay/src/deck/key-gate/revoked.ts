import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../look/controls.styles.js';
import { palette } from '../look/palette.styles.js';

/**
 * What stands in the place of a deck whose key was taken back.
 *
 * @tag deck-revoked
 */
export class DeckRevokedElement extends LitElement {
  static readonly tagName = 'deck-revoked';
  static override readonly styles = [
    palette,
    controls,
    css`
      :host {
        min-block-size: 100vh;
        padding: 16vh 24px;
        background: var(--deck-ground);
        color: var(--deck-text);
        font: 400 17px/1.5 var(--deck-font);
      }

      h1 {
        margin: 0 0 8px;
        font-size: 22px;
        color: var(--deck-peach-text);
      }

      main {
        max-inline-size: 480px;
        margin: 0 auto;
      }
    `,
  ];

  /** What has happened. */
  @property({ attribute: false }) heading = '';

  /** What to do. */
  @property({ attribute: false }) hint = '';

  protected override render() {
    return html`<main role="alert">
      <h1>${this.heading}</h1>
      <p>${this.hint}</p>
    </main>`;
  }
}
