import { css, html, nothing, type TemplateResult } from 'lit';
import type { Room } from '@stallcast/protocol';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { roomsWords } from '../rooms/rooms-words.js';
import { addressOf } from './room-address.js';

/**
 * Chooses the room that the deck works for, in a stall that has several. Each room is a page of its own address, so that two
 * operators can have two rooms.
 *
 * @tag deck-room-switch
 */
export class DeckRoomSwitchElement extends DeskElement {
  static readonly tagName = 'deck-room-switch';
  static override readonly styles = [
    controls,
    css`
      /* Without rooms to choose from it takes no place. */
      :host {
        display: contents;
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      a {
        display: grid;
        place-items: center;
        min-block-size: 48px;
        padding: 0 14px;
        border: 2px solid var(--deck-line);
        border-radius: 6px 14px 6px 14px;
        color: inherit;
        font-weight: 700;
        text-decoration: none;
        overflow-wrap: anywhere;
      }

      .gone {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
        margin-block-end: 8px;
        font-weight: 700;
      }

      a[aria-current='page'] {
        border-color: var(--deck-leaf);
        background: var(--deck-leaf);
        color: var(--deck-on-leaf);
      }
    `,
  ];

  protected override render() {
    const all = this.read(this.desk.store.$rooms);
    const rooms = all.filter(({ commerce }) => commerce);
    const current = this.read(this.desk.store.$room)?.id;
    return html`${current === undefined && all.length > 0 && this.desk.room() !== undefined ? this.#gone() : nothing}
    ${rooms.length < 2 ? nothing : this.#rooms(rooms, current)}`;
  }

  /** The address names a room that was closed. */
  #gone(): TemplateResult {
    const words = roomsWords[this.read(this.desk.$language)];
    return html`<p class="gone" role="status">${words.gone} <a href=${addressOf(null)}>${words.goneLink}</a></p>`;
  }

  #rooms(rooms: readonly Room[], current: string | undefined): TemplateResult {
    const { words } = this;
    return html`
      <nav aria-label=${words.rooms.title}>
        <a href=${addressOf(null)} aria-current=${this.desk.room() === undefined ? 'page' : 'false'}
          >${words.rooms.all}</a
        >
        ${rooms.map(
          ({ id, title }) =>
            html`<a href=${addressOf(id)} aria-current=${current === id ? 'page' : 'false'}>${title}</a>`,
        )}
      </nav>
    `;
  }
}
