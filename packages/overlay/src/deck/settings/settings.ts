import { css, html, nothing } from 'lit';
import { keepText, keptText } from '../../keeping/kept-text.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { $ground, type Ground } from '../look/ground.js';
import { $installOffer } from './install-offer.js';
import { settingsWords } from './settings-words.js';

const GROUNDS: readonly Ground[] = ['auto', 'light', 'dark'];

/** What was answered to the offer once is not asked again. */
const DECLINED = 'stallcast.install-declined';

/**
 * This device's own settings: bright or dark, and an offer to put the deck on the home screen where the browser has one.
 *
 * @tag deck-settings
 */
export class DeckSettingsElement extends DeskElement {
  static readonly tagName = 'deck-settings';
  static override readonly styles = [
    controls,
    css`
      :host {
        margin-block-start: 22px;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-block: 8px 16px;
      }
    `,
  ];

  protected override render() {
    const words = settingsWords[this.read(this.desk.$language)];
    const ground = this.read($ground);
    const offer = this.read($installOffer);
    return html`
      <h2 id="look">${words.look}</h2>
      <div class="row" role="group" aria-labelledby="look">
        ${GROUNDS.map(
          (one) =>
            html`<button type="button" aria-pressed=${one === ground} @click=${() => $ground.set(one)}>
              ${words.looks[one]}
            </button>`,
        )}
      </div>
      ${
        offer && !keptText(DECLINED)
          ? html`<p class="quiet">${words.installHint}</p>
              <div class="row">
                <button type="button" @click=${() => void offer.prompt()}>${words.install}</button>
                <button class="plain" type="button" @click=${this.#decline}>${words.later}</button>
              </div>`
          : nothing
      }
    `;
  }

  #decline = (): void => {
    keepText(DECLINED, '1');
    $installOffer.set(null);
  };
}
