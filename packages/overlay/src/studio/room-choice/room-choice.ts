import { css, html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../../deck/look/controls.styles.js';
import type { Language } from '../../words/language.js';
import { roomChoiceWords } from './room-choice-words.js';
import { RoomChosenEvent } from './room-choice.events.js';
import type { RoomName } from './watch-rooms.js';

/**
 * Asks for which room the picture is, in a stall that has several.
 *
 * @tag studio-room-choice
 *
 * @fires {RoomChosenEvent} studio-room-chosen - A room was chosen, or the whole stall.
 */
export class StudioRoomChoiceElement extends LitElement {
  static readonly tagName = 'studio-room-choice';
  static override readonly styles = [
    controls,
    css`
      :host {
        display: contents;
      }

      fieldset {
        display: grid;
        gap: 8px;
        min-inline-size: 0;
      }

      legend {
        padding: 0 0 8px;
        font-weight: 700;
      }

      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      button {
        max-inline-size: 100%;
        overflow-wrap: anywhere;
      }

      .quiet {
        font-size: 15px;
      }
    `,
  ];

  @property({ attribute: false }) rooms: readonly RoomName[] = [];

  /** The id of the room that was chosen; empty for the whole stall. */
  @property({ attribute: false }) chosen = '';

  @property({ attribute: false }) language: Language = 'zh-CN';

  protected override render() {
    if (this.rooms.length < 2) return nothing;
    const words = roomChoiceWords[this.language];
    const room = this.rooms.find(({ id }) => id === this.chosen);
    const isGone = this.chosen !== '' && !room;
    return html`
      <fieldset>
        <legend>${words.question}</legend>
        <div class="chips">
          ${[{ id: '', title: words.whole }, ...this.rooms].map(
            ({ id, title }) =>
              html`<button
                type="button"
                aria-pressed=${id === (room?.id ?? '')}
                @click=${() => this.dispatchEvent(new RoomChosenEvent(id))}
              >
                ${title}
              </button>`,
          )}
        </div>
        <p class="quiet" role="status">${isGone ? words.gone : room ? words.roomHint : words.wholeHint}</p>
      </fieldset>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-room-choice': StudioRoomChoiceElement;
  }
}
