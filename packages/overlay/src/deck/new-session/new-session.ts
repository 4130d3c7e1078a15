import { css, html, nothing } from 'lit';
import { query } from 'lit/decorators.js';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import { sheet } from '../look/sheet.styles.js';
import { newSessionWords } from './new-session-words.js';

/** A session older than this, in ms, was another evening: the longest shows last twelve hours. */
const OLD_MS = 14 * 3_600_000;

/**
 * Since when the evening's figures count, and the key that begins another, so that no goal on air holds yesterday's sales.
 *
 * @tag deck-new-session
 */
export class DeckNewSessionElement extends DeskElement {
  static readonly tagName = 'deck-new-session';
  static override readonly styles = [
    controls,
    sheet,
    css`
      section,
      .pair {
        display: grid;
        gap: 10px;
      }

      .old {
        padding: 8px 12px;
        border-inline-start: 4px solid var(--deck-warning);
        background: var(--deck-warning-quiet);
        color: var(--deck-warning);
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  protected override render() {
    const { desk } = this;
    const session = this.read(desk.store.$session);
    // The example has its own way out.
    if (!session || session.synthetic) return nothing;
    const language = this.read(desk.$language);
    const words = newSessionWords[language];
    const isOld = desk.store.now() - Date.parse(session.startsAt) > OLD_MS;
    return html`
      <section aria-label=${words.open}>
        <p class=${isOld ? 'old' : 'quiet'}>
          ${words.since(whenText(session.startsAt, session.tz, language))} ${isOld ? words.isOld : nothing}
        </p>
        <button type="button" @click=${() => this.dialog?.showModal()}>${words.open}</button>
      </section>
      <dialog aria-labelledby="heading">
        <div>
          <div class="head">
            <h2 id="heading" tabindex="-1" autofocus>${words.title}</h2>
            <button class="close plain" type="button" aria-label=${this.words.actions.close} @click=${this.#close}>
              ×
            </button>
          </div>
          <p>${words.hint}</p>
          <div class="pair">
            <button class="danger" type="button" @click=${this.#begin}>${words.open}</button>
            <button type="button" @click=${this.#close}>${words.stay}</button>
          </div>
        </div>
      </dialog>
    `;
  }

  #close = (): void => this.dialog?.close();

  /** The farmers' share and its evidence hold for the stall, not for one evening. */
  #begin = (): void => {
    const share = this.desk.store.$session.get()?.share;
    this.#close();
    this.desk.send('start-session', { session: share ? { share } : {} });
  };
}

/** Day and time in the session's zone; in the device's where that zone is not known. */
function whenText(iso: string, timeZone: string, language: string): string {
  const form = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Date(iso).toLocaleString(language, { ...form, timeZone });
  } catch {
    return new Date(iso).toLocaleString(language, form);
  }
}
