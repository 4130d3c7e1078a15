import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { atom } from 'nanostores';
import { AtomElement } from '../../atoms/atom-element.js';
import type { Language } from '../../words/language.js';
import { controls } from '../../deck/look/controls.styles.js';
import { palette } from '../../deck/look/palette.styles.js';
import type { Bench } from '../composer/bench/bench.js';
import { keepRoom, keptRoom } from '../links/kept-room.js';
import { keptSource, watchSource } from '../links/kept-source.js';
import { choiceOf, openScenesInUse, ownId, type ScenesInUse } from '../in-use/in-use.js';
import { overlayLink, type Shape, type StallAddress } from '../links/studio-links.js';
import { fetchViewKey, type LinksTrouble } from '../links/fetch-view-key.js';
import type { RoomChosenEvent } from '../room-choice/room-choice.events.js';
import { watchRooms, type RoomName } from '../room-choice/watch-rooms.js';
import { studioWords, type StudioWords } from '../words/studio-words.js';
import { LanguageSwitchEvent, type ShapeEvent } from './studio-app.events.js';
import styles from './studio-app.styles.js';

const RETRY_MS = 2_000;

/**
 * The studio's first page: what viewers see, and the three steps that put it on air.
 *
 * @tag studio-app
 *
 * @fires {LanguageSwitchEvent} studio-language-switch - The other language was chosen.
 * @fires {ComposeEvent} studio-compose - The composer is to be opened.
 */
export class StudioAppElement extends AtomElement {
  static readonly tagName = 'studio-app';
  static override readonly styles = [palette, controls, styles];

  /** The stall, and the room if one was named. */
  @property({ attribute: false }) address!: StallAddress;

  /** The deck key; null where the page was opened without it. */
  @property({ attribute: false }) deckKey: string | null = null;

  @property({ attribute: false }) language: Language = 'zh-CN';

  /** The composer in place of the steps. */
  @property({ attribute: false }) isComposing = false;

  @state() private src = '';
  /** The room whose picture it is; empty for the whole stall. */
  @state() private room = '';
  @state() private rooms: readonly RoomName[] | null = null;
  @state() private shape: Shape = 'portrait';
  @state() private viewKey: string | null = null;
  @state() private trouble: LinksTrouble | null = null;
  @state() private bench: Bench | 'failed' | null = null;
  readonly #$language = atom<Language>('zh-CN');
  #inUse: ScenesInUse | null = null;
  /** The look in use when the bench was opened. */
  #benchFor = '';
  /** The page came up with the composer: the host goes on where a reload broke off. */
  #isResumed = false;
  #isOpening = false;
  #unwatch: (() => void) | undefined;
  #unwatchRooms: (() => void) | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { stall } = this.address;
    this.src = keptSource(stall);
    this.room = this.address.room ?? keptRoom(stall);
    this.#unwatch = watchSource(stall, (src) => (this.src = src));
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#again);
    this.#unwatch?.();
    this.#unwatchRooms?.();
    this.#inUse?.close();
    this.#inUse = null;
  }

  /** The scenes in use on this stall. */
  get inUse(): ScenesInUse {
    return (this.#inUse ??= openScenesInUse(this.address.stall));
  }

  async #ask(): Promise<void> {
    if (this.deckKey === null || !this.isConnected) return;
    const { origin, stall } = this.address;
    const stallUrl = `${origin}/stalls/${encodeURIComponent(stall)}`;
    const answer = await fetchViewKey(stallUrl, this.deckKey);
    this.viewKey = answer.ok ? answer.viewKey : null;
    this.trouble = answer.ok ? null : answer.trouble;
    if (answer.ok && this.isConnected) {
      this.#unwatchRooms?.();
      this.#unwatchRooms = watchRooms(stallUrl, answer.viewKey, (rooms) => (this.rooms = rooms));
    }
    if (this.trouble === 'down') this.#again = setTimeout(() => void this.#ask(), RETRY_MS);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.isComposing) document.title = `Stallcast · ${studioWords(this.language).title}`;
    this.#$language.set(this.language);
    if (this.isComposing && this.deckKey !== null && this.#isBenchDue(changed.has('isComposing')))
      void this.#openBench();
  }

  /** A bench stays as it is until another look was chosen in the steps. */
  #isBenchDue(isOpened: boolean): boolean {
    const { bench } = this;
    const { id, theme } = this.inUse.$inUse.get()[this.shape];
    const look = `${id} ${theme}`;
    if (bench === 'failed' || this.#isOpening) return false;
    if (bench !== null) {
      if (!isOpened || look === this.#benchFor || id === ownId(bench.$keptId.get())) return false;
      bench.stage.close();
    }
    this.bench = null;
    this.#isResumed = !this.hasUpdated;
    this.#benchFor = look;
    return true;
  }

  /** The composer comes in a file of its own: who only wants a link never loads it. */
  async #openBench(): Promise<void> {
    this.#isOpening = true;
    try {
      const { openComposer } = await import('../composer/open-composer.js');
      this.bench = await openComposer({
        $language: this.#$language,
        inUse: this.inUse.$inUse.get()[this.shape],
        canvas: this.shape,
        isResumed: this.#isResumed,
      });
    } catch (cause) {
      console.error('Stallcast: the composer could not be opened.', cause);
      this.bench = 'failed';
    }
    this.#isOpening = false;
  }

  protected override render() {
    const words = studioWords(this.language);
    const isGate = this.deckKey === null || this.trouble === 'key';
    if (this.isComposing && !isGate && this.bench !== null && this.bench !== 'failed')
      return html`<studio-composer
        .bench=${this.bench}
        .address=${this.#picture()}
        .viewKey=${this.viewKey}
        .inUse=${this.inUse}
        .src=${this.src}
      ></studio-composer>`;
    return html`
      <header>
        <p class="mark">Stallcast<span>${this.address.stall}</span></p>
        <button class="plain" type="button" @click=${() => this.dispatchEvent(new LanguageSwitchEvent())}>
          ${words.otherLanguage}
        </button>
      </header>
      <main>${isGate ? this.#gate(words) : this.#studio(words)}</main>
    `;
  }

  #gate({ gate, trouble }: StudioWords): TemplateResult {
    return html`
      <section class="gate">
        <h1>${gate.title}</h1>
        ${this.trouble === 'key' ? html`<p class="trouble" role="alert">${trouble.key}</p>` : nothing}
        <p>${gate.text}</p>
        <p>${gate.command}</p>
        <code>npx stallcast links</code>
      </section>
    `;
  }

  #studio(words: StudioWords): TemplateResult {
    return html`
      <section class="intro">
        <h1>${words.heading}</h1>
        <p>${words.lead}</p>
      </section>
      <div class="preview" @studio-shape=${this.#look}>
        ${
          this.viewKey === null
            ? this.#waiting(words)
            : html`<studio-preview
                .src=${overlayLink(this.#picture(), this.viewKey, this.language, this.#choice())}
                .shape=${this.shape}
                .language=${this.language}
              ></studio-preview>`
        }
        ${this.bench === 'failed' ? html`<p class="trouble" role="alert">${words.composeFailed}</p>` : nothing}
      </div>
      <studio-steps
        .address=${this.address}
        .picture=${this.#picture()}
        .rooms=${this.src === '' ? (this.rooms ?? []) : []}
        .room=${this.room}
        .deckKey=${this.deckKey ?? ''}
        .viewKey=${this.viewKey}
        .inUse=${this.inUse}
        .src=${this.src}
        .shape=${this.shape}
        .isOpening=${this.isComposing && this.bench === null}
        .language=${this.language}
        @studio-compose=${this.#retry}
        @studio-room-chosen=${this.#choose}
      ></studio-steps>
    `;
  }

  /** Whose picture the links bring: a room's, or the whole stall's, also where the room is gone. */
  #picture(): StallAddress {
    const { origin, stall } = this.address;
    // Until the rooms are known, what was chosen holds.
    if (this.rooms === null) return { origin, stall, ...(this.room && { room: this.room }) };
    // One room alone needs no name, unless the page's own address says it.
    if (this.rooms.length < 2) return this.address;
    const room = this.rooms.find(({ id }) => id === this.room);
    return { origin, stall, ...(room && { room: room.id, roomTitle: room.title }) };
  }

  readonly #choose = ({ room }: RoomChosenEvent): void => {
    this.room = room;
    keepRoom(this.address.stall, room);
  };

  #choice() {
    return { ...choiceOf(this.read(this.inUse.$inUse)[this.shape]), src: this.src };
  }

  readonly #look = ({ shape }: ShapeEvent): void => {
    this.shape = shape;
  };

  /** A composer that did not come is asked for again. */
  readonly #retry = (): void => {
    if (this.bench === 'failed') this.bench = null;
  };

  #waiting({ trouble }: StudioWords): TemplateResult {
    return html`<p class="waiting" role="status">
      ${this.trouble === null ? trouble.waiting : trouble[this.trouble]}
    </p>`;
  }
}
