import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../../../../deck/look/controls.styles.js';
import type { Language } from '../../../../words/language.js';
import { keepSource } from '../../../links/kept-source.js';
import type { StallAddress } from '../../../links/studio-links.js';
import { askRelay, type RelayAnswer } from '../../asking/ask-relay.js';
import { relaySource } from '../../asking/relay-link.js';
import { door } from '../look/door.styles.js';
import { tableDoorWords } from '../table/table-door-words.js';
import { relayDoorWords } from './relay-door-words.js';

/**
 * The door for a stall at another relay: its link is tried, and the picture may follow it.
 *
 * @tag studio-relay-door
 */
export class RelayDoorElement extends LitElement {
  static readonly tagName = 'studio-relay-door';
  static override readonly styles = [controls, door];

  @property({ attribute: false }) address!: StallAddress;
  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private answer: RelayAnswer | null = null;
  @state() private isBusy = false;
  @state() private room = '';
  @state() private outcome: 'kept' | 'not-kept' | null = null;

  @query('input') private readonly field!: HTMLInputElement;

  protected override render() {
    const words = relayDoorWords(this.language);
    const { answer } = this;
    return html`
      <p>${words.lead}</p>
      <form class="ask" novalidate @submit=${this.#ask}>
        <label
          >${words.link}
          <input
            name="link"
            inputmode="url"
            placeholder="https://…/overlay?stall=…#…"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength="4000"
          />
        </label>
        <button class="primary" type="submit" ?disabled=${this.isBusy}>${words.ask}</button>
      </form>
      <div role="status">
        ${this.isBusy ? html`<p class="said">${words.asking}</p>` : nothing}
        ${answer && !answer.ok ? html`<p class="said trouble">${answer.trouble[this.language]}</p>` : nothing}
      </div>
      ${answer?.ok ? this.#found(answer) : nothing}
    `;
  }

  #found({ link, state: stall, isDeckKey }: Extract<RelayAnswer, { ok: true }>): TemplateResult {
    const words = relayDoorWords(this.language);
    const { followed, notKept } = tableDoorWords(this.language);
    const isExample = stall.session?.synthetic === true;
    const rooms = stall.rooms.map(({ title, id }) => title || id);
    return html`
      <p class="said done"><bdi>${words.found({ isExample, products: stall.products.length, rooms })}</bdi></p>
      ${isExample ? html`<p class="said trouble">${words.example}</p>` : nothing}
      ${isDeckKey ? html`<p class="said trouble">${words.deckKey}</p>` : nothing}
      <p>${words.followHint}</p>
      <div class="ask">
        ${
          stall.rooms.length > 1
            ? html`<label
                >${words.room}
                <select @change=${(event: Event) => (this.room = (event.target as HTMLSelectElement).value)}>
                  <option value="">${words.anyRoom}</option>
                  ${stall.rooms.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.room}>${title || id}</option>`)}
                </select>
              </label>`
            : nothing
        }
        <button
          class="primary"
          type="button"
          @click=${() => {
            const src = relaySource({ ...link, room: this.room });
            this.outcome = keepSource(this.address.stall, src) ? 'kept' : 'not-kept';
          }}
        >
          ${words.doFollow}
        </button>
      </div>
      <div role="status">
        ${this.outcome === null ? nothing : html`<p class="said done">${followed}</p>`}
        ${this.outcome === 'not-kept' ? html`<p class="said trouble">${notKept}</p>` : nothing}
      </div>
    `;
  }

  readonly #ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.isBusy = true;
    this.answer = null;
    this.outcome = null;
    const answer = await askRelay(this.field.value, this.address);
    if (answer.ok) this.room = answer.link.room;
    this.answer = answer;
    this.isBusy = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-relay-door': RelayDoorElement;
  }
}
