import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../deck/look/controls.styles.js';
import { ageText } from '../../deck/status-line/age-text.js';
import {
  keysDoor,
  relayAsker,
  type DeviceKey,
  type FreshKey,
  type KeyList,
  type KeysDoor,
} from '../../pairing/keys-door.js';
import type { Language } from '../../words/language.js';
import { copyText } from '../copy/copy-text.js';
import type { StallAddress } from '../links/studio-links.js';
import { LAN_COMMAND, pairPhoneWords, type PairPhoneWords } from './pair-phone-words.js';
import { freePhoneName, keyNameIn } from '../../pairing/phone-name.js';
import styles from './pair-phone.styles.js';

/** How often the relay is asked while somebody waits for a phone, and while only the list stands there, ms. */
const WAITING_MS = 1_500;
const LOOKING_MS = 10_000;

/**
 * Gives phones the deck by a QR code, each with a key of its own, and takes the keys back.
 *
 * A relay that is not open to the local network is waited for: once it is, the code appears by itself.
 *
 * @tag studio-pair-phone
 */
export class StudioPairPhoneElement extends LitElement {
  static readonly tagName = 'studio-pair-phone';
  static override readonly styles = [controls, styles];

  @property({ attribute: false }) address!: StallAddress;

  /** The deck key of this page. */
  @property({ attribute: false }) deckKey = '';

  @property({ attribute: false }) language: Language = 'zh-CN';

  /** @internal The relay's door, for tests. */
  @property({ attribute: false }) door: KeysDoor | null = null;

  @state() private list: KeyList | null = null;
  /** Somebody asked for a code, and waits for a phone. */
  @state() private isWanted = false;
  @state() private fresh: FreshKey | null = null;
  @state() private asked = '';
  @state() private said = '';
  @state() private hasFailed = false;
  @state() private isCopied = false;
  #next: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#awake);
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#awake);
    clearTimeout(this.#next);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('address') && !changed.has('deckKey') && this.door) return;
    const stallUrl = `${this.address.origin}/stalls/${encodeURIComponent(this.address.stall)}`;
    this.door ??= keysDoor(relayAsker(stallUrl, this.deckKey));
  }

  protected override render() {
    const words = pairPhoneWords(this.language);
    const { list } = this;
    const phones = list?.keys.filter(({ id, revokedAt }) => !revokedAt && id !== this.fresh?.id) ?? [];
    const mayNot = list !== null && !list.mayGive;
    return html`
      <section aria-labelledby="title">
        <h3 id="title">${words.title}</h3>
        <p class="quiet">${words.text}</p>
        ${mayNot ? html`<p class="trouble">${words.mayNotGive}</p>` : this.#pairing(words)}
        <div role="status">${this.said === '' ? nothing : html`<p class="said">${this.said}</p>`}</div>
        ${this.hasFailed ? html`<p class="trouble" role="alert">${words.failed}</p>` : nothing}
        ${
          phones.length === 0
            ? nothing
            : html`<h3 id="list">${words.list}</h3>
                <ul aria-labelledby="list">
                  ${phones.map((phone) => this.#phone(words, phone, !mayNot))}
                </ul>`
        }
      </section>
    `;
  }

  #pairing(words: PairPhoneWords): TemplateResult {
    return html`
      <button type="button" aria-expanded=${this.isWanted} @click=${this.#toggle}>
        ${this.isWanted ? words.close : words.pair}
      </button>
      ${this.isWanted ? html`<div class="open">${this.#open(words)}</div>` : nothing}
    `;
  }

  #open(words: PairPhoneWords): TemplateResult {
    const { fresh, list } = this;
    if (fresh?.links.length)
      return html`<pair-code .links=${fresh.links} .language=${this.language}></pair-code>
        <p class="quiet waiting" role="status">${words.scanning}</p>`;
    if (list?.lan === 'no-network') return html`<p role="status">${words.noNetwork}</p>`;
    if (list?.lan === 'open') return html`<p class="waiting" role="status">${words.down}</p>`;
    return this.#closed(words);
  }

  /** Stays while the relay is stopped and started: one reads it while doing so. */
  #closed({ closed, down }: PairPhoneWords): TemplateResult {
    const [stop, type, come] = closed.steps;
    return html`
      <p><b>${closed.title}</b></p>
      <ol class="steps">
        <li><span>${stop}</span></li>
        <li>
          <span>${type}</span>
          <span class="command">
            <code>${LAN_COMMAND}</code>
            <button type="button" @click=${this.#copyCommand}>${this.isCopied ? closed.copied : closed.copy}</button>
          </span>
        </li>
        <li><span>${come}</span></li>
      </ol>
      <p class="quiet waiting" role="status">${this.list ? closed.waiting : down}</p>
    `;
  }

  #phone(
    words: PairPhoneWords,
    { id, name: given, lastSeenAt, isYours, isConnected }: DeviceKey,
    mayTake: boolean,
  ): TemplateResult {
    const name = keyNameIn(given, this.language);
    const age = ageText(Date.now() - Date.parse(lastSeenAt ?? ''), words);
    const state = isYours
      ? words.thisOne
      : isConnected
        ? words.connected
        : lastSeenAt
          ? words.used(age)
          : words.neverUsed;
    const isAsked = this.asked === id;
    return html`
      <li>
        <span class="what"><b>${name}</b><small class=${isConnected ? 'here' : ''}>${state}</small></span>
        ${
          mayTake && !isAsked
            ? html`<button type="button" @click=${() => (this.asked = id)}>
                ${words.revoke}<span class="visually-hidden"> ${name}</span>
              </button>`
            : nothing
        }
        ${
          isAsked
            ? html`<span class="sure" role="alert">
                <span>${words.sure(name)}</span>
                <button class="danger" type="button" @click=${() => this.#revoke(id, name)}>${words.yes}</button>
                <button type="button" @click=${() => (this.asked = '')}>${words.no}</button>
              </span>`
            : nothing
        }
      </li>
    `;
  }

  readonly #awake = (): void => void this.#look();

  async #look(): Promise<void> {
    clearTimeout(this.#next);
    if (!this.isConnected || document.hidden || this.#isAsking) return;
    this.#isAsking = true;
    await this.updateComplete;
    this.list = (await this.door?.list()) ?? (this.isWanted ? null : this.list);
    if (this.isWanted) await this.#serve();
    this.#isAsking = false;
    if (this.isConnected) this.#next = setTimeout(() => void this.#look(), this.isWanted ? WAITING_MS : LOOKING_MS);
  }

  /** Makes the key once a phone can come, and says so once it has come. */
  async #serve(): Promise<void> {
    const { list, fresh, door } = this;
    if (!list || !door) return;
    if (!fresh && list.lan === 'open' && list.mayGive) {
      const { phone } = pairPhoneWords(this.language);
      const made = await door.pair(freePhoneName(list.keys, phone), this.language);
      // The computer may have left its network meanwhile: a code without an address would stay for ever.
      if (this.isWanted && made?.links.length) this.fresh = made;
    } else if (fresh) {
      const given = list.keys.find(({ id }) => id === fresh.id);
      if (given && !given.revokedAt && !given.lastSeenAt) return;
      const words = pairPhoneWords(this.language);
      this.said = given && !given.revokedAt ? words.joined(fresh.name) : words.gone;
      this.fresh = null;
      this.isWanted = false;
    }
  }

  readonly #toggle = (): void => {
    this.isWanted = !this.isWanted;
    this.fresh = null;
    this.said = '';
    this.hasFailed = false;
    void this.#look();
  };

  async #revoke(id: string, name: string): Promise<void> {
    this.asked = '';
    const isDone = await this.door?.revoke(id);
    this.hasFailed = !isDone;
    this.said = isDone ? pairPhoneWords(this.language).revoked(name) : '';
    void this.#look();
  }

  readonly #copyCommand = async (): Promise<void> => {
    this.isCopied = await copyText(LAN_COMMAND);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-pair-phone': StudioPairPhoneElement;
  }
}
