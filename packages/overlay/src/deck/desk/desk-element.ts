import type { Offer } from '@stallcast/protocol';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { AtomElement } from '../../atoms/atom-element.js';
import type { DeckWords } from '../words/deck-words.js';
import { pickWords } from '../words/pick-words.js';
import type { Desk } from './desk.js';

/** How long a part waits at most before it looks at the clock again, in ms: a phone that slept, or a clock set right, loses no more. */
const LOOK_AGAIN_MS = 5_000;

/** A part of the deck. */
export abstract class DeskElement extends AtomElement {
  /** What the part works with; set by the part around it. */
  @property({ attribute: false }) desk!: Desk;

  /** The deck's words in the language chosen. */
  protected get words(): DeckWords {
    return pickWords(this.read(this.desk.$language));
  }

  #turn: ReturnType<typeof setTimeout> | undefined;
  #turnInMs = LOOK_AGAIN_MS;

  /** Reads what a product is offered at, and draws the part anew when its flash sale begins or ends by the server's clock. */
  protected readOffer(productId: string): Offer | null {
    const { store } = this.desk;
    const offer = this.read(store.$offer(productId));
    const now = store.now();
    for (const at of offer?.flash ? [offer.flash.startsAt, offer.flash.endsAt] : []) {
      const inMs = Date.parse(at) - now;
      if (inMs <= 0 || (this.#turn !== undefined && inMs >= this.#turnInMs)) continue;
      clearTimeout(this.#turn);
      this.#turnInMs = Math.min(inMs, LOOK_AGAIN_MS);
      this.#turn = setTimeout(() => this.requestUpdate(), this.#turnInMs);
    }
    return offer;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#forgetTurn();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forgetTurn();
  }

  #forgetTurn(): void {
    clearTimeout(this.#turn);
    this.#turn = undefined;
  }
}
