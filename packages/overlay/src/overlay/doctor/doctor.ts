import '@stallcast/elements/status';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { parseLanguage } from '../../words/language.js';
import { doctorWords } from './doctor-words.js';
import styles from './doctor.styles.js';
import type { PageFacts } from './page-facts.js';
import { writeLogLine, writeRows, type DoctorSource, type LastFault } from './report.js';

/** How often it looks, ms, and how often until it tells the log that no data came. */
const LOOK_MS = 1_000;
const LOOKS_FOR_DATA = 4;

/** The room whose data is looked at. */
type Room = HTMLElementTagNameMap['stall-room'];

/**
 * A board that says in plain words what this page runs in, where its data comes from, how old it is, and why something may be blank.
 *
 * Only while it is open it looks each second.
 *
 * @tag overlay-doctor
 */
export class DoctorElement extends LitElement {
  static readonly tagName = 'overlay-doctor';
  static override readonly styles = styles;

  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) readFacts!: () => PageFacts;
  @property({ attribute: false }) lastFault: () => LastFault | null = () => null;

  readonly #status = document.createElement('stall-status');
  #timer: ReturnType<typeof setInterval> | undefined;
  #looks = 0;
  #isLogged = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#status.hidden = true;
    this.#join();
    this.#timer = setInterval(() => {
      this.#join();
      this.requestUpdate();
      this.#log();
    }, LOOK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#status.remove();
  }

  /** A scene that comes takes the place of all that is in the room. */
  #join(): void {
    if (this.#status.parentElement !== this.room) this.room.append(this.#status);
  }

  /**
   * Writes all of it to the console, from where OBS takes errors into its log: one line, once there is data to tell of, or none came
   * for a while.
   */
  #log(): void {
    this.#looks += 1;
    const look = this.#look();
    const isWaiting = !look.freshness || look.freshness.level === 'waiting';
    if (this.#isLogged || (isWaiting && this.#looks < LOOKS_FOR_DATA)) return;
    this.#isLogged = true;
    console.error(writeLogLine(look, this.#words));
  }

  get #words() {
    return doctorWords(parseLanguage(document.documentElement.lang));
  }

  #look(): DoctorSource {
    const { store } = this.room;
    return {
      facts: this.readFacts(),
      freshness: store?.$freshness.get(),
      lastFault: this.lastFault(),
      serverNow: store?.now() ?? Date.now(),
      now: Date.now(),
      findings: this.#status.diagnosis.map(({ text }) => text),
    };
  }

  protected override render() {
    const words = this.#words;
    const source = this.#look();
    return html`
      <h1>${words.title}</h1>
      <p>${words.hint}</p>
      <dl>
        ${writeRows(source, words).map(
          ({ name, value, isWrong }) =>
            html`<dt>${name}</dt>
              <dd class=${isWrong ? 'wrong' : ''}><bdi>${value}</bdi></dd>`,
        )}
      </dl>
      <h2>${words.findings}</h2>
      <ul>
        ${source.findings.length > 0 ? source.findings.map((text) => html`<li>${text}</li>`) : html`<li>${words.allWell}</li>`}
      </ul>
    `;
  }
}

/** Registers the board's tag. */
export function defineDoctor(): void {
  if (!customElements.get(DoctorElement.tagName)) customElements.define(DoctorElement.tagName, DoctorElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'overlay-doctor': DoctorElement;
  }
}
