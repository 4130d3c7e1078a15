import { html, nothing, svg, type TemplateResult } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import hostStyles from '../../internal/host.styles.js';
import { ageMark, demoMark, markStyles } from '../../internal/marks.js';
import plateStyles from '../../internal/plate.styles.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { languageOf, statusWords } from '../../words/index.js';
import { diagnose, lineState, type Diagnosis, type LineState, type StatusSource } from './status.model.js';
import styles from './status.styles.js';

/**
 * Says whether the data is live and how old it is; with `doctor` it answers “why is it blank?” in plain words.
 *
 * It is for the host and the operator. Unlike the other widgets it speaks before the first snapshot, and outside of a room.
 *
 * @tag stall-status
 *
 * @csspart board - The board behind the words.
 * @csspart line - The state of the line.
 * @csspart answer - One answer of the doctor.
 */
export class StatusElement extends StallElement {
  static readonly tagName = 'stall-status';
  static override readonly styles = [hostStyles, plateStyles, markStyles, styles];

  /** Answers “why is it blank?”. */
  @property({ type: Boolean }) doctor = false;

  /** The product that the doctor is asked about; empty for the widgets that follow what is being shown. */
  @property({ attribute: 'product-id' }) productId = '';

  /** @internal Reflected for styling; authors read it, the element writes it. */
  @property({ reflect: true }) state: LineState = 'none';

  readonly #fault = new StoreController(this, (store) => store.$fault);
  readonly #line = new StoreController(this, (store) => store.$freshness);
  readonly #resync = new StoreController(this, (store) => store.$resync);
  readonly #room = new StoreController(this, (store) => store.$room);
  readonly #rooms = new StoreController(this, (store) => store.$rooms);
  readonly #panic = new StoreController(this, (store) => store.$panic);
  readonly #featured = new StoreController(this, (store) => store.$featured);
  readonly #session = new StoreController(this, (store) => store.$session);
  readonly #product = new StoreController(this, (store) => store.$product(this.productId));

  /** What the doctor finds now, also while the room is off the air and nothing is drawn. Empty where all is well. */
  get diagnosis(): readonly Diagnosis[] {
    return diagnose(this.#read());
  }

  #read(): StatusSource {
    return {
      hasRoomElement: roomAround(this) !== null,
      hasStore: this.#line.store !== undefined,
      fault: this.#fault.value,
      freshness: this.#line.value,
      resync: this.#resync.value ?? 0,
      room: this.#room.value,
      rooms: this.#rooms.value ?? [],
      panic: this.#panic.value ?? false,
      featured: this.#featured.value ?? [],
      productId: this.productId,
      isProductKnown: Boolean(this.#product.value),
      words: statusWords(languageOf(this)),
    };
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.state = lineState(this.#read());
  }

  protected override render() {
    const words = statusWords(languageOf(this));
    const answers = this.doctor ? this.diagnosis : [];
    return html`<div class="status" lang=${words.language}>
      <div class="plate small"><div class="board" part="board"></div></div>
      <p class="line" part="line">
        ${lamp(this.state)}<span>${words.lineState[this.state]}</span>
        <span class="marks">
          ${ageMark(words, this.#line.value)} ${this.#session.value?.synthetic ? demoMark(words) : nothing}
        </span>
      </p>
      ${
        this.doctor
          ? html`<ul class="answers">
              ${answers.map(({ text }) => html`<li part="answer"><bdi>${text}</bdi></li>`)}
              ${answers.length === 0 ? html`<li part="answer">${words.allWell}</li>` : nothing}
            </ul>`
          : nothing
      }
    </div>`;
  }
}

/** A lantern: lit while live, hollow otherwise. Form tells what colour tells. */
function lamp(state: LineState): TemplateResult {
  return html`<svg class="lamp" viewBox="0 0 32 36" aria-hidden="true">
    ${svg`<path d="M10 4H22M10 32H22M16 0V4M16 32V36"/>`}
    ${svg`<rect class=${state === 'live' ? 'lit' : ''} x="4" y="8" width="24" height="20" rx="9"/>`}
    ${state === 'none' || state === 'offline' ? svg`<path d="M4 34L28 4"/>` : nothing}
  </svg>`;
}

function roomAround(element: Element): Element | null {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('stall-room');
    if (found) return found;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
