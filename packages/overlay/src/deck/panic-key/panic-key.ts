import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { scopeOf } from '../desk/feature-toggle.js';
import { controls } from '../look/controls.styles.js';
import { hideIcon } from '../look/icons.js';
import styles from './panic-key.styles.js';

/** How long the key is held before everything comes back on air. */
export const HOLD_MS = 1_000;

/**
 * The panic key: one press hides every product at once; bringing them back takes a hold of a second.
 *
 * The hold works with a finger, a mouse, and the space or enter key held down.
 *
 * @tag deck-panic-key
 */
export class DeckPanicKeyElement extends DeskElement {
  static readonly tagName = 'deck-panic-key';
  static override readonly styles = [controls, styles];

  /** One room of several, by its id; without it what the deck looks at. */
  @property({ attribute: false }) room = '';

  /** What the key says while nothing is hidden. @default that it hides all */
  @property({ attribute: false }) label = '';

  @state() private holding = false;
  #released: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#letGo();
  }

  protected override render() {
    const { panic: words } = this.words;
    const rooms = this.read(this.desk.store.$rooms);
    const hidden = this.room
      ? rooms.some(({ id, panic }) => id === this.room && panic)
      : this.read(this.desk.store.$panic);
    if (!hidden) {
      const isPending = this.read(this.desk.outbox.$commands).some(
        ({ command, stage }) =>
          command.type === 'panic' &&
          command.on &&
          (command.room ?? '') === (this.#scope().room ?? '') &&
          (stage === 'waiting' || stage === 'accepted'),
      );
      return html`
        <button
          class="hide ${this.room ? 'one' : ''}"
          type="button"
          title=${words.onHint}
          @click=${() => this.#send(true)}
        >
          ${hideIcon}<span>${isPending ? words.pending : this.label || words.on}</span>
        </button>
      `;
    }
    return html`
      <button
        class="show ${this.holding ? 'holding' : ''}"
        type="button"
        aria-description=${words.offHint}
        title=${words.offHint}
        @pointerdown=${this.#hold}
        @pointerup=${this.#letGo}
        @pointerleave=${this.#letGo}
        @pointercancel=${this.#letGo}
        @keydown=${(event: KeyboardEvent) => (event.key === ' ' || event.key === 'Enter') && this.#hold(event)}
        @keyup=${this.#letGo}
        @blur=${this.#letGo}
        @contextmenu=${(event: Event) => event.preventDefault()}
      >
        <span class="fill" aria-hidden="true"></span><span>${this.holding ? words.holding : words.off}</span>
      </button>
    `;
  }

  #scope(): { room?: string } {
    return this.room ? { room: this.room } : scopeOf(this.desk);
  }

  #send(on: boolean): void {
    this.desk.send('panic', { on, ...this.#scope() });
  }

  #hold = (event: Event): void => {
    event.preventDefault();
    if (this.holding) return;
    this.holding = true;
    (event.currentTarget as HTMLElement).focus();
    this.#released = setTimeout(() => {
      this.#letGo();
      this.#send(false);
    }, HOLD_MS);
  };

  #letGo = (): void => {
    clearTimeout(this.#released);
    this.holding = false;
  };
}
