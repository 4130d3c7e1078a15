import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../../deck/look/controls.styles.js';
import type { Language } from '../../words/language.js';
import { dragLink, type LinkChoice, type Shape, type StallAddress } from '../links/studio-links.js';
import { studioWords } from '../words/studio-words.js';
import styles from './add-to-obs-form.styles.js';
import { addToObsWords } from './add-to-obs-words.js';
import { addToObs, OBS_ADDRESS, type ObsOutcome } from './add-to-obs.js';
import { browserSourceOf } from './browser-source.js';

const SHAPES: readonly Shape[] = ['portrait', 'landscape'];

/**
 * Makes the overlay's source in OBS, at one press.
 *
 * @tag studio-add-to-obs
 */
export class AddToObsFormElement extends LitElement {
  static readonly tagName = 'studio-add-to-obs';
  static override readonly styles = [controls, styles];

  @property({ attribute: false }) address!: StallAddress;

  /** The view key, for the overlay's link. */
  @property({ attribute: false }) viewKey = '';

  /** What the links say of each canvas: the scene in use, its theme, another source. */
  @property({ attribute: false }) choices: Partial<Record<Shape, LinkChoice>> = {};

  @property({ attribute: false }) language: Language = 'zh-CN';

  /** @internal The way into OBS, for tests. */
  @property({ attribute: false }) add: typeof addToObs = addToObs;

  @state() private isBusy = false;
  @state() private outcome: ObsOutcome | null = null;

  @query('input[name=address]') private readonly addressField!: HTMLInputElement;
  @query('input[name=password]') private readonly passwordField!: HTMLInputElement;

  protected override render() {
    const words = addToObsWords(this.language);
    const shapes = studioWords(this.language);
    return html`<details>
      <summary>${words.title}</summary>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <p>${words.text}</p>
        <div class="fields">
          <label
            >${words.password}<input name="password" type="password" autocomplete="off" aria-describedby="hint" />
          </label>
          <label
            >${words.address}<input
              name="address"
              .defaultValue=${OBS_ADDRESS}
              inputmode="url"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
            />
          </label>
        </div>
        <p class="quiet" id="hint">${words.passwordHint}</p>
        <p class="keys">
          ${SHAPES.map(
            (shape) =>
              html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.#addAs(shape)}>
                ${words.add(shapes[shape])}
              </button>`,
          )}
        </p>
        <p class="quiet">${words.script} <a href="/stallcast.lua" download>${words.scriptLink}</a></p>
        <div role="status">${this.isBusy ? html`<p class="said">${words.adding}</p>` : this.#said()}</div>
      </form>
    </details>`;
  }

  #said(): TemplateResult | typeof nothing {
    const { outcome } = this;
    const words = addToObsWords(this.language);
    if (!outcome) return nothing;
    if (outcome.ok) return html`<p class="said done">${words.done(outcome)}</p>`;
    const { trouble, detail } = outcome;
    // Of the other troubles our words say all that there is to say.
    const said = trouble === 'refused' && detail !== '' ? html`<small>${words.obsSaid}${detail}</small>` : nothing;
    return html`<p class="said trouble">${words.trouble[trouble]}${said}</p>`;
  }

  async #addAs(shape: Shape): Promise<void> {
    this.isBusy = true;
    const source = browserSourceOf(dragLink(this.address, this.viewKey, this.language, shape, this.choices[shape]));
    const { value: address } = this.addressField;
    this.outcome = await this.add({ source, address: address.trim(), password: this.passwordField.value });
    this.isBusy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-add-to-obs': AddToObsFormElement;
  }
}
