import { html, nothing, type PropertyValues } from 'lit';
import { AirController } from '../../controllers/air-controller.js';
import { figure, figureStyles, spoken } from '../../internal/figures.js';
import hostStyles from '../../internal/host.styles.js';
import { markStyles } from '../../internal/marks.js';
import plateStyles from '../../internal/plate.styles.js';
import { Presence } from '../../internal/presence.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { standing, standingStyles } from '../../internal/standing.js';
import { languageOf, shareWords } from '../../words/index.js';
import { deriveShareView, type ShareView } from './share.model.js';
import styles from './share.styles.js';

/** How the share looks: a tag that hangs at a post, or a slim board. */
export type ShareLook = 'tag' | 'slim';

const TENTHS = Array.from({ length: 10 }, (_, tenth) => tenth);

/**
 * Says what part of the profit or the sales goes to the farmers, who vouches for it, and as of when.
 *
 * Nothing without that evidence, and never an amount of money: what the goods have cost is not known here.
 *
 * @tag stall-share
 *
 * @csspart board - The board behind everything.
 * @csspart value - The share.
 * @csspart text - Of what, and to whom.
 * @csspart meter - The split, in ten parts.
 * @csspart evidence - Who vouches for it, and as of when.
 */
export class ShareElement extends StallElement {
  static readonly tagName = 'stall-share';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, standingStyles, styles];

  /** How it looks: `tag` or `slim`. */
  @property() look: ShareLook = 'tag';

  readonly #air = new AirController(this);
  readonly #presence = new Presence<ShareView>(() => this.requestUpdate());

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { session, store, isOnSale } = this.#air;
    const view = deriveShareView(session, store?.now() ?? 0, shareWords(languageOf(this)));
    this.#presence.next(isOnSale ? view : null, this.#air.isStill() || changed.has('look'));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#presence.moved(this.renderRoot.querySelector('.alone'));
  }

  protected override render() {
    const view = this.#presence.view;
    if (!view) return nothing;
    const words = shareWords(languageOf(this));
    const { percent, of, to, issuer, day, tenths, isSynthetic } = view;
    const isTag = this.look !== 'slim';
    const split = TENTHS.map((tenth) => Math.max(0, Math.min(1, tenths - tenth)));
    const content = html`<div class="share" lang=${words.language}>
      <div class="head">
        ${spoken(percent)}
        <span class="percent ${percent.length > 3 ? 'long' : ''}" part="value">${figure(percent)}</span>
        <span class="said" part="text"><span>${of}</span>${words.shareGap}<span dir="auto">${to}</span></span>
      </div>
      ${
        isTag
          ? html`<div class="split" part="meter" aria-hidden="true">
              ${split.map((part) => html`<i><b .style=${`inline-size: ${part * 100}%`}></b></i>`)}
            </div>`
          : nothing
      }
      <div class="evidence" part="evidence">
        <span class="issuer" dir="auto">${issuer}</span>
        ${spoken(words.asOf(day))}<span class="as-of" aria-hidden="true">${isTag ? words.asOf(day) : day}</span>
      </div>
    </div>`;
    return standing(content, isTag ? 'tag' : 'slim', words, {
      line: this.#air.line,
      freshness: undefined,
      isSynthetic,
    });
  }
}
