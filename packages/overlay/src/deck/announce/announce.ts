import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { scopeOf } from '../desk/feature-toggle.js';
import { drawClaims } from '../look/claims.js';
import { controls } from '../look/controls.styles.js';
import { fields } from '../look/fields.styles.js';
import { findSaid } from './find-said.js';
import { keepPhrases, keptPhrases, MAX_TEXT, withPhrase, type Reader } from './kept-phrases.js';
import styles from './announce.styles.js';

const READERS: readonly Reader[] = ['audience', 'host'];
const DURATIONS = [
  { word: 'halfMinute', ttlMs: 30_000 },
  { word: 'fiveMinutes', ttlMs: 300_000 },
  { word: 'untilTaken', ttlMs: undefined },
] as const;

/**
 * Says something: to the audience on the picture, or to the host on the prompter. What it claims is warned of while one types.
 *
 * @tag deck-announce
 */
export class DeckAnnounceElement extends DeskElement {
  static readonly tagName = 'deck-announce';
  static override readonly styles = [controls, fields, styles];

  @state() private reader: Reader = 'audience';
  @state() private text = '';
  @state() private ttlMs: number | undefined = 300_000;
  @state() private tidying = false;

  protected override render() {
    const { announce } = this.words.show;
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${announce.title}</h2>
        ${READERS.map((reader) => this.#said(reader))}
        <div class="choices" role="group" aria-label=${announce.title}>
          ${READERS.map((reader) => this.#choice(announce.to[reader], this.reader === reader, () => (this.reader = reader)))}
        </div>
        ${this.#form()} ${this.#phrases()}
      </section>
    `;
  }

  /** What is said now, with the key that takes it down. */
  #said(reader: Reader): TemplateResult | typeof nothing {
    const { desk } = this;
    const { announce } = this.words.show;
    const said = findSaid(reader, {
      room: this.read(desk.store.$room)?.id,
      announced: this.read(desk.$announced),
      alerts: this.read(desk.store.$alerts),
      now: desk.store.now(),
    });
    if (!said) return nothing;
    const isElsewhere = said.room === undefined && this.read(desk.store.$rooms).length > 1;
    const scope = said.room === undefined ? {} : { room: said.room };
    return html`
      <div class="said ${reader}">
        <p>
          <b>${announce.on[reader]}${isElsewhere ? html` · ${announce.everywhere}` : nothing}</b>
          <span>${said.text}</span>
        </p>
        <button
          type="button"
          @click=${() => desk.send(reader === 'host' ? 'clear-message' : 'clear-announcement', scope)}
        >
          ${announce.take[reader]}
        </button>
      </div>
    `;
  }

  #form(): TemplateResult {
    const { announce } = this.words.show;
    const { reader, text } = this;
    const isEmpty = text.trim() === '';
    return html`
      <form @submit=${this.#send}>
        <div class="field">
          <label for="text">${announce.label[reader]}</label>
          <textarea
            id="text"
            rows="2"
            maxlength=${MAX_TEXT}
            placeholder=${announce.placeholder[reader]}
            aria-describedby="text-claims"
            .value=${text}
            @input=${(event: InputEvent) => (this.text = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
          <div id="text-claims" class="claims" role="status">
            ${reader === 'audience' ? drawClaims(text, [], this.desk.$language.get()) : nothing}
          </div>
        </div>
        <div class="choices durations" role="group" aria-label=${announce.howLong}>
          ${DURATIONS.map(({ word, ttlMs }) => this.#choice(announce[word], this.ttlMs === ttlMs, () => (this.ttlMs = ttlMs)))}
        </div>
        <button class="primary wide" type="submit" aria-disabled=${isEmpty}>
          ${isEmpty ? announce.empty : announce.send[reader]}
        </button>
      </form>
    `;
  }

  #phrases(): TemplateResult {
    const { announce } = this.words.show;
    const { reader, text, tidying } = this;
    const language = this.desk.$language.get();
    const phrases = keptPhrases(reader, language, announce.firstPhrases[reader]);
    const isNew = text.trim() !== '' && !phrases.includes(text.trim());
    const keep = (list: readonly string[]): void => {
      keepPhrases(reader, language, list);
      this.requestUpdate();
    };
    return html`
      <div class="heading">
        <h3>${announce.phrases}</h3>
        ${
          isNew
            ? html`<button class="plain" type="button" @click=${() => keep(withPhrase(phrases, text))}>
                ＋ ${announce.keep}
              </button>`
            : nothing
        }
        <button class="plain" type="button" aria-pressed=${tidying} @click=${() => (this.tidying = !tidying)}>
          ${tidying ? announce.editDone : announce.edit}
        </button>
      </div>
      <ul class="phrases">
        ${phrases.map(
          (phrase) => html`
            <li>
              ${
                tidying
                  ? html`<button
                      class="danger"
                      type="button"
                      aria-label=${announce.remove(phrase)}
                      @click=${() => keep(phrases.filter((each) => each !== phrase))}
                    >
                      <span aria-hidden="true">×</span> ${phrase}
                    </button>`
                  : html`<button type="button" @click=${() => (this.text = phrase)}>${phrase}</button>`
              }
            </li>
          `,
        )}
      </ul>
    `;
  }

  #choice(word: string, isChosen: boolean, choose: () => void): TemplateResult {
    return html`<button type="button" aria-pressed=${isChosen} @click=${choose}>${word}</button>`;
  }

  #send = (event: SubmitEvent): void => {
    event.preventDefault();
    const { desk, reader, ttlMs } = this;
    const text = this.text.trim();
    if (text === '') return;
    const fields = { text, ...(ttlMs !== undefined && { ttlMs }), ...scopeOf(desk) };
    desk.send(reader === 'host' ? 'message' : 'announce', fields);
    this.text = '';
  };
}
