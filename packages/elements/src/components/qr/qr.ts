import { html, nothing, svg, type PropertyValues } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import hostStyles from '../../internal/host.styles.js';
import plateStyles from '../../internal/plate.styles.js';
import { profileOf } from '../../internal/profile.js';
import { property, state } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { languageOf, qrWords } from '../../words/index.js';
import { deriveQrView, drawCode, MAX_MODULES, type QrDrawing, type QrView } from './qr.model.js';
import styles from './qr.styles.js';

/**
 * Stands a QR code for one's own shop on the counter, with the name of the place that it leads to.
 *
 * Off, and nothing at all, in the profile of a platform (`profile` here or on anything around it), for what is no https
 * address, and for one too long to be read from a screen. The encoder is loaded when the first code is shown.
 *
 * @tag stall-qr
 *
 * @csspart board - The board behind everything.
 * @csspart caption - The line above the code.
 * @csspart host - The name of the place, below the code.
 */
export class QrElement extends StallElement {
  static readonly tagName = 'stall-qr';
  static override readonly styles = [hostStyles, plateStyles, styles];

  /** The address of the shop; https only. */
  @property() href = '';

  /** The line above the code; empty for the widget's own words. */
  @property() caption = '';

  /** For which platform the stream is: empty or `own` for one's own, else the code is off. Inherited from what is around. */
  @property() profile = '';

  @state() private drawing: QrDrawing | null = null;

  readonly #room = new StoreController(this, (store) => store.$room);
  #view: QrView | null = null;
  #drawn = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { href, caption } = this;
    const profile = this.profile.trim().toLowerCase() || profileOf(this);
    const words = qrWords(languageOf(this));
    this.#view = this.#room.value?.commerce === false ? null : deriveQrView({ href, caption, profile, words });
    if (this.#view && this.#view.href !== this.#drawn) void this.#draw(this.#view.href);
  }

  protected override render() {
    const { drawing } = this;
    const view = this.#view;
    if (!view || !drawing) return nothing;
    const words = qrWords(languageOf(this));
    const { box, path, side } = drawing;
    return html`<figure class="plaque" lang=${words.language} .style=${`--_side:${side}px`}>
      <div class="plate small"><div class="board" part="board"></div></div>
      <figcaption class="caption" part="caption" dir="auto">${view.caption}</figcaption>
      <svg class="code" viewBox="0 0 ${box} ${box}" role="img" aria-label=${words.codeFor(view.host)}>
        ${svg`<path d=${path}/>`}
      </svg>
      <bdi class="host" part="host">${view.host}</bdi>
    </figure>`;
  }

  /** A code is never shown for another address than the one that is set. */
  async #draw(href: string): Promise<void> {
    this.#drawn = href;
    this.drawing = null;
    try {
      const { encode } = await import('uqr');
      const { data } = encode(href, { ecc: 'M', boostEcc: true, border: 0, maxVersion: (MAX_MODULES - 17) / 4 });
      if (this.#drawn === href) this.drawing = drawCode(data);
    } catch (cause) {
      console.warn('stall-qr: the address could not be drawn. Expected one of at most 200 characters.', cause);
    }
  }
}
