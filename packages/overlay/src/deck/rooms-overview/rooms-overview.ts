import { html, nothing, type TemplateResult } from 'lit';
import { STALL_SCOPE, type Room } from '@stallcast/protocol';
import { DeskElement } from '../desk/desk-element.js';
import { titleOf } from '../desk/title-of.js';
import { controls } from '../look/controls.styles.js';
import { addressOf } from '../room-switch/room-address.js';
import { roomsOverviewWords } from './rooms-overview-words.js';
import styles from './rooms-overview.styles.js';

/**
 * All rooms of a stall side by side, where the deck looks at no single one: what each has on air, what it may still sell of it, and
 * a panic key for that room alone.
 *
 * @tag deck-rooms-overview
 */
export class DeckRoomsOverviewElement extends DeskElement {
  static readonly tagName = 'deck-rooms-overview';
  static override readonly styles = [controls, styles];

  protected override render() {
    const { store, $language } = this.desk;
    const rooms = this.read(store.$rooms).filter(({ commerce }) => commerce);
    if (rooms.length < 2 || this.read(store.$room)) return nothing;
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${roomsOverviewWords[this.read($language)].title}</h2>
        <ul>
          ${rooms.map((room) => this.#room(room))}
        </ul>
      </section>
    `;
  }

  #room(room: Room): TemplateResult {
    const words = roomsOverviewWords[this.desk.$language.get()];
    const featured = this.read(this.desk.$featuredOf);
    const onAir = featured[room.id] ?? featured[STALL_SCOPE] ?? [];
    return html`
      <li class=${room.panic ? 'panic' : ''}>
        <a href=${addressOf(room.id)} aria-label=${words.open(room.title)}
          ><b>${room.title}</b><span aria-hidden="true">›</span></a
        >
        ${
          room.panic
            ? html`<p class="hidden">${words.hidden}</p>`
            : onAir.length === 0
              ? html`<p class="quiet">${words.nothing}</p>`
              : html`<ol>
                  ${onAir.map((id) => this.#product(id, room.id))}
                </ol>`
        }
        <deck-panic-key .desk=${this.desk} .room=${room.id} .label=${words.hideOne}></deck-panic-key>
      </li>
    `;
  }

  #product(id: string, room: string): TemplateResult {
    const words = roomsOverviewWords[this.desk.$language.get()];
    const stock = this.read(this.desk.store.$stock(id));
    const quota = stock?.quotas.find((one) => one.room === room);
    const left = quota
      ? words.quota(quota.sellable, quota.quantity)
      : stock?.sellable == null
        ? ''
        : words.pool(stock.sellable - stock.quotas.reduce((sum, { sellable }) => sum + sellable, 0));
    return html`<li>
      <span class="title">${titleOf(this.desk, id) ?? ''}</span><span class="figure quiet">${left}</span>
    </li>`;
  }
}
