import { html, nothing, type PropertyValues } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import { figureStyles, spoken } from '../../internal/figures.js';
import { fitText } from '../../internal/fit-text.js';
import hostStyles from '../../internal/host.styles.js';
import { ageMark, demoMark, markStyles } from '../../internal/marks.js';
import { play, Stillness } from '../../internal/motion.js';
import plateStyles from '../../internal/plate.styles.js';
import { Presence } from '../../internal/presence.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, announcementWords } from '../../words/index.js';
import { deriveAnnouncementView, type AnnouncementView } from './announcement.model.js';
import styles from './announcement.styles.js';

/** How an announcement looks: a board of one or two lines, or a strip as wide as its place, of one line. */
export type AnnouncementLook = 'lower-third' | 'strip';

/** The hailer that stands on a market stall: in the seal where a language has no word short enough. */
const HAILER = html`<svg viewBox="0 0 40 40">
  <path d="M4 15H12L31 5V35L12 25H4ZM9 25L12 35H17L15 26.5M35.5 14V26" />
</svg>`;

/**
 * Says one line to the audience: a lower third that the operator put up.
 *
 * It leaves by itself when its time is over. What is too long is cut between words: text never runs.
 *
 * @tag stall-announcement
 *
 * @csspart board - The board behind the text.
 * @csspart seal - The seal in front of the text.
 * @csspart text - The text.
 */
export class AnnouncementElement extends StallElement {
  static readonly tagName = 'stall-announcement';
  static override readonly styles = [hostStyles, plateStyles, figureStyles, markStyles, styles];

  /** How it looks: `lower-third`, or `strip` for the edge of a canvas. */
  @property() look: AnnouncementLook = 'lower-third';

  readonly #announcement = new StoreController(this, (store) => store.$announcement);
  readonly #line = new StoreController(this, (store) => store.$freshness);
  readonly #resync = new StoreController(this, (store) => store.$resync);
  readonly #stillness = new Stillness(this);
  readonly #wake = new Wake(this);
  readonly #presence = new Presence<AnnouncementView>(() => this.requestUpdate());
  #width = 0;
  #resized: ResizeObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized = new ResizeObserver(() => {
      if (this.offsetWidth !== this.#width) this.#fit();
    });
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const now = this.#announcement.store?.now() ?? 0;
    const resync = this.#resync.value;
    const view = resync ? deriveAnnouncementView(this.#announcement.value, now) : null;
    this.#presence.next(view, this.#stillness.next(resync) || changed.has('look'));
    this.#wake.at(view?.endsAt ?? null, now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#fit();
    const root = this.renderRoot;
    this.#presence.moved(root.querySelector('.say'), (_plate, before, view) => {
      if (before.key === view.key) return;
      play(root.querySelector('.words'), [{ opacity: 0, transform: 'translateY(12px)' }, {}], 'change');
    });
  }

  protected override render() {
    const view = this.#presence.view;
    if (!view) return nothing;
    const words = announcementWords(languageOf(this));
    return html`<div class="say ${this.look}" lang=${words.language}>
      <div class="plate small"><div class="board" part="board"></div></div>
      <div class="line">
        <span class="seal" part="seal" aria-hidden="true">${words.announcementSeal || HAILER}</span>
        ${spoken(words.announcement)} ${spoken(view.text)}
        <p class="text" part="text" dir="auto" aria-hidden="true"><span class="words"></span></p>
        <span class="marks">${ageMark(words, this.#line.value)} ${view.isSynthetic ? demoMark(words) : nothing}</span>
      </div>
    </div>`;
  }

  /** Puts in as much of the text as there is room for. What is in `.words` is this method's alone; the template leaves it be. */
  #fit(): void {
    this.#width = this.offsetWidth;
    const line = this.renderRoot.querySelector<HTMLElement>('.text');
    const words = this.renderRoot.querySelector<HTMLElement>('.words');
    const text = this.#presence.view?.text;
    if (!line || !words || text === undefined) return;
    words.textContent = fitText(text, languageOf(this), (candidate) => {
      words.textContent = candidate;
      return words.offsetHeight <= line.clientHeight;
    });
  }
}
