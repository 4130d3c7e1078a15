import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Instance } from '../../instances/join-instances.js';
import type { DeviceKey, FreshKey } from '../../pairing/keys-door.js';
import { freePhoneName, keyNameIn } from '../../pairing/phone-name.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { drawField } from '../look/field.js';
import { fields } from '../look/fields.styles.js';
import { ageText } from '../status-line/age-text.js';
import styles from './devices.styles.js';
import { sceneName } from './scene-name.js';

/**
 * Who is connected: overlays and decks with their engine and scene; and the keys of phones, given by a QR code and taken back.
 *
 * @tag deck-devices
 */
export class DeckDevicesElement extends DeskElement {
  static readonly tagName = 'deck-devices';
  static override readonly styles = [controls, fields, styles];

  @state() private keys: readonly DeviceKey[] = [];
  @state() private mayGive = false;
  @state() private name = '';
  @state() private fresh: FreshKey | null = null;
  @state() private asked = '';
  @state() private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render() {
    const { relay } = this.desk;
    const { devices: words } = this.words;
    if (!relay) return nothing;
    const instances = this.read(relay.$instances);
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${words.title}</h2>
        ${instances.some(({ kind }) => kind === 'overlay') ? nothing : html`<p class="quiet">${words.none}</p>`}
        <ul>
          ${instances.map((instance) => this.#instance(instance))}
        </ul>
        <h2>${words.keys}</h2>
        <ul>
          ${this.keys.filter(({ revokedAt }) => !revokedAt).map((key) => this.#key(key))}
        </ul>
        ${this.fresh ? this.#code(this.fresh) : this.mayGive ? this.#pairing() : nothing}
        ${this.failed ? html`<p class="error" role="alert">${words.failed}</p>` : nothing}
      </section>
    `;
  }

  #instance(instance: Instance): TemplateResult {
    const { devices: words } = this.words;
    const { id, kind, scene, engine, isSilent, isOutOfDate, isShown, lastSeen } = instance;
    const isOwn = id === this.desk.relay?.id;
    const age = ageText(this.desk.store.now() - Date.parse(lastSeen), this.words);
    const note = isSilent ? words.silent(age) : isOutOfDate ? words.outOfDate : isShown ? words.shown : words.hidden;
    return html`
      <li class=${isSilent || isOutOfDate ? 'odd' : ''}>
        <span class="what">
          <b
            >${words.kind[kind]}${kind === 'overlay' ? ` · ${sceneName(scene, this.desk.$language.get(), words.ownScene)}` : ''}</b
          >
          <small>${engine} · ${isOwn ? words.thisOne : note}</small>
        </span>
        ${
          isOwn
            ? nothing
            : html`<button
                type="button"
                @click=${() => this.#do(this.desk.relay?.wish(id, isSilent ? 'forget' : 'reload'))}
              >
                ${isSilent ? words.forget : words.reload}
              </button>`
        }
      </li>
    `;
  }

  #key({ id, name, lastSeenAt, isYours, isConnected }: DeviceKey): TemplateResult {
    const { devices: words } = this.words;
    const used = lastSeenAt
      ? words.used(ageText(this.desk.store.now() - Date.parse(lastSeenAt), this.words))
      : words.neverUsed;
    const isAsked = this.asked === id;
    return html`
      <li>
        <span class="what"
          ><b>${keyNameIn(name, this.desk.$language.get())}</b
          ><small>${isYours ? words.thisOne : isConnected ? words.connected : used}</small></span
        >
        ${
          this.mayGive
            ? html`<button class="danger" type="button" @click=${() => this.#revoke(id, isAsked)}>
                ${isAsked ? words.sure : words.revoke}
              </button>`
            : nothing
        }
      </li>
    `;
  }

  #pairing(): TemplateResult {
    const { devices: words } = this.words;
    return html`
      <form novalidate @submit=${this.#pair}>
        ${drawField({
          name: 'name',
          label: words.name,
          text: this.name,
          hint: words.pairHint,
          keyboard: 'text',
          maxLength: 40,
          onInput: (text) => (this.name = text),
        })}
        <button class="wide" type="submit">${words.pair}</button>
      </form>
    `;
  }

  #code({ links }: FreshKey): TemplateResult {
    const { devices: words } = this.words;
    return html`
      <div class="code">
        ${
          links.length > 0
            ? html`<pair-code .links=${links} .language=${this.desk.$language.get()}></pair-code>`
            : html`<p>${words.noLan}</p>`
        }
        <button type="button" @click=${() => (this.fresh = null)}>${words.close}</button>
      </div>
    `;
  }

  async #load(): Promise<void> {
    const answer = await this.desk?.relay?.keys.list();
    if (!answer) return;
    this.keys = answer.keys;
    this.mayGive = answer.mayGive;
  }

  async #do(wish: Promise<unknown> | undefined): Promise<void> {
    this.failed = !(await wish);
    await this.#load();
  }

  #revoke(id: string, isAsked: boolean): void {
    this.asked = isAsked ? '' : id;
    if (isAsked) void this.#do(this.desk.relay?.keys.revoke(id));
  }

  #pair = (event: SubmitEvent): void => {
    event.preventDefault();
    const { devices: words } = this.words;
    const pairing = this.desk.relay?.keys.pair(
      this.name.trim() || freePhoneName(this.keys, words.phone),
      this.desk.$language.get(),
    );
    void this.#do(pairing?.then((fresh) => (this.fresh = fresh)));
    this.name = '';
  };
}
