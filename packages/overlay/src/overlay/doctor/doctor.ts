import '@stallcast/elements/status';
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { parseLanguage } from '../../words/language.js';
import { doctorWords } from './doctor-words.js';
import styles from './doctor.styles.js';
import type { PageFacts } from './page-facts.js';
import { writeLogLine, writeRows, type DoctorSource, type LastFault } from './report.js';

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

  override connectedCallback(): void {
    super.connectedCallback();
    this.#status.hidden = true;
    this.room.append(this.#status);
    this.#timer = setInterval(() => this.requestUpdate(), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#status.remove();
  }

  /** Writes all of it to the console, from where OBS takes errors into its log: one line. */
  protected override firstUpdated(): void {
    console.error(writeLogLine(this.#look(), this.#words));
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
