import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { titleIn } from '../desk/product-view.js';
import { controls } from '../look/controls.styles.js';
import { alertIcon } from '../look/icons.js';
import { alertText } from './alert-text.js';
import styles from './alerts.styles.js';

/**
 * What an operator must look at and a viewer must not see: oversold goods, orders for what is not listed, and the like.
 *
 * @tag deck-alerts
 */
export class DeckAlertsElement extends DeskElement {
  static readonly tagName = 'deck-alerts';
  static override readonly styles = [controls, styles];

  @state() private unfolded = false;

  protected override render() {
    const { words, desk } = this;
    const alerts = [...this.read(desk.store.$alerts)].reverse();
    const [latest] = alerts;
    if (!latest) return nothing;
    const sentence = (alert: typeof latest): string =>
      alertText(alert, words, (id) => {
        const product = this.read(desk.store.$product(id));
        return product ? titleIn(product, desk.$language.get()) : null;
      });

    return html`
      <section role="status" aria-label=${words.alerts.title(alerts.length)}>
        <button type="button" aria-expanded=${this.unfolded} @click=${() => (this.unfolded = !this.unfolded)}>
          ${alertIcon}
          <span class="latest">${this.unfolded ? words.alerts.title(alerts.length) : sentence(latest)}</span>
          <span class="more"
            >${this.unfolded ? words.alerts.hide : alerts.length > 1 ? `+${alerts.length - 1}` : ''}</span
          >
        </button>
        ${
          this.unfolded
            ? html`<ul>
                ${alerts.map((alert) => html`<li>${sentence(alert)}</li>`)}
              </ul>`
            : nothing
        }
      </section>
    `;
  }
}
