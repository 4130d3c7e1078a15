import type { Scene } from '@stallcast/elements';
import { THEMES, TOKENS, type ThemeName, type TokenName } from '@stallcast/themes';
import themes from '@stallcast/themes/all.css?inline';
import { html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../../deck/look/controls.styles.js';
import type { Language } from '../../../words/language.js';
import { copyText } from '../../copy/copy-text.js';
import { BenchElement } from '../bench/bench-element.js';
import { fileNameOf, saveFile } from '../kept/scene-file.js';
import { panel } from '../look/panel.styles.js';
import { FONTS } from './fonts.js';
import { readThemeCss } from './read-theme-css.js';
import { sliderOf } from './slider.js';
import styles from './tuner.styles.js';
import { themeCss } from './theme-css.js';
import { settled, themeValues, wornTheme } from './theme-values.js';
import { findFaint, TUNABLE, type Tuning } from './tunable.js';

/**
 * Chooses a theme and tunes its tokens, seen at once on the canvas; exports them as one style sheet.
 *
 * @tag studio-tuner
 */
export class StudioTunerElement extends BenchElement {
  static readonly tagName = 'studio-tuner';
  static override readonly styles = [unsafeCSS(themes), controls, panel, styles];

  /** What each token comes to, with the theme and what was tuned. */
  @state() private values: ReadonlyMap<string, string> = new Map();
  @state() private isCopied = false;
  @state() private told: { isRefused: boolean; text: (language: Language) => string } | null = null;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const probe = this.renderRoot.querySelector<HTMLElement>('.probe');
    if (!probe) return;
    const style = getComputedStyle(probe);
    const { tokens = {} } = this.bench.$scene.get();
    const values = new Map(
      Object.values(TUNABLE)
        .flat()
        .map((name) => [name, settled(tokens[name] ?? style.getPropertyValue(name).trim())]),
    );
    if (JSON.stringify([...values]) !== JSON.stringify([...this.values])) this.values = values;
  }

  protected override render() {
    const { theme: words } = this.words;
    const scene = this.read(this.bench.$scene);
    const { theme = 'orchard', tokens = {} } = scene;
    return html`
      <div class="probe" data-stall-theme=${theme} hidden></div>
      <p class="quiet">${words.lead}</p>
      ${
        this.told
          ? html`<p class=${this.told.isRefused ? 'trouble' : 'quiet'} role=${this.told.isRefused ? 'alert' : 'status'}>
              ${this.told.text(this.language)}
            </p>`
          : nothing
      }
      <div class="themes" role="group" aria-label=${words.choose}>
        ${(Object.keys(THEMES) as ThemeName[]).map(
          (name) => html`
            <button type="button" aria-pressed=${theme === name} @click=${() => this.#choose(name)}>
              <span class="swatch" data-stall-theme=${name} aria-hidden="true"><i></i><i></i><i></i></span>
              ${THEMES[name][this.language]}
            </button>
          `,
        )}
      </div>
      ${(Object.keys(TUNABLE) as Tuning[]).map(
        (tuning) => html`
          <details ?open=${tuning === 'color'} data-tuning=${tuning}>
            <summary>${words.groups[tuning]}</summary>
            <section>${TUNABLE[tuning].map((name) => this.#token(tuning, name, tokens))}</section>
          </details>
        `,
      )}
      <div class="row">
        <button type="button" @click=${() => this.#save(scene)}>${words.save}</button>
        <button type="button" @click=${() => this.#copy(scene)}>${this.isCopied ? words.copied : words.copy}</button>
        <label class="button file"
          >${words.load}<input
            class="visually-hidden"
            type="file"
            accept=".css,text/css"
            @change=${(event: Event) => void this.#load(event)}
        /></label>
        <button type="button" ?disabled=${Object.keys(tokens).length === 0} @click=${() => this.#choose(theme)}>
          ${words.resetAll}
        </button>
      </div>
    `;
  }

  #token(tuning: Tuning, name: TokenName, tokens: Readonly<Record<string, string>>): TemplateResult {
    const { theme: words } = this.words;
    const isTuned = name in tokens;
    const faint = findFaint(this.values).find(({ text, ground }) => isTuned && (text === name || ground === name));
    const said = this.#said(name);
    return html`
      <div class="token ${tuning === 'color' ? 'color' : 'slider'}" data-token=${name}>
        ${this.#field(tuning, name, said)}
        <button
          type="button"
          class="plain"
          aria-label="${words.reset}: ${said}"
          ?disabled=${!isTuned}
          @click=${() => this.#set(name, undefined)}
        >
          ↺
        </button>
      </div>
      ${
        faint
          ? html`<p class="trouble">
              ${words.contrast(
                (Math.floor(faint.ratio * 10) / 10).toFixed(1),
                String(faint.least),
                this.#said(faint.text === name ? faint.ground : faint.text),
              )}
            </p>`
          : nothing
      }
    `;
  }

  /** What a token is for, as a label. */
  #said(name: TokenName): string {
    return TOKENS[name][this.language].replace(/[。.]$/, '');
  }

  #field(tuning: Tuning, name: TokenName, said: string): TemplateResult {
    const value = this.values.get(name) ?? '';
    const id = name.slice(2);
    const label = html`<label for=${id}>${said}</label>`;
    if (tuning === 'color')
      return html`${label}<input
          type="text"
          aria-label="${said} #"
          maxlength="7"
          spellcheck="false"
          .value=${value}
          @change=${(event: Event) => this.#write(name, event.target as HTMLInputElement)}
        /><input
          id=${id}
          type="color"
          .value=${/^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : '#000000'}
          @input=${(event: Event) => this.#set(name, (event.target as HTMLInputElement).value)}
        />`;
    if (tuning === 'font' && name !== '--stall-font-weight-title')
      return html`${label}<select
          id=${id}
          @change=${(event: Event) => this.#set(name, (event.target as HTMLSelectElement).value || undefined)}
        >
          <option value="" .selected=${!(Object.values(FONTS) as string[]).includes(value)}>
            ${this.words.theme.fonts.own}
          </option>
          ${Object.entries(FONTS).map(
            ([font, stack]) =>
              html`<option value=${stack} .selected=${stack === value}>
                ${this.words.theme.fonts[font as keyof typeof FONTS]}
              </option>`,
          )}
        </select>`;
    const { least, most, step, write } = sliderOf(name);
    const shown = tuning === 'space' ? `${Math.round(Number(value || 1) * 100)} %` : value.split(' ', 1)[0];
    return html`<label for=${id}>${said} <output>${shown}</output></label
      ><input
        id=${id}
        type="range"
        min=${least}
        max=${most}
        step=${step}
        .value=${String(parseFloat(value) || (tuning === 'space' ? 1 : 0))}
        @input=${(event: Event) => this.#set(name, write((event.target as HTMLInputElement).value))}
      />`;
  }

  /** Another theme begins without what was tuned for the one before. */
  #choose(theme: string): void {
    this.bench.edit(({ tokens: _, ...scene }) => ({ ...scene, theme }));
  }

  #set(name: string, value: string | undefined): void {
    this.bench.edit((scene) => {
      const { [name]: _, ...rest } = scene.tokens ?? {};
      const tokens = value === undefined ? rest : { ...rest, [name]: value };
      const { tokens: __, ...bare } = scene;
      return Object.keys(tokens).length > 0 ? { ...bare, tokens } : bare;
    }, `token ${name}`);
  }

  /** A colour by its six digits, as designers hand it on; what is none stays as it was. */
  #write(name: string, field: HTMLInputElement): void {
    const text = field.value.trim().toLowerCase();
    const colour = text.startsWith('#') ? text : `#${text}`;
    if (/^#[0-9a-f]{6}$/.test(colour)) this.#set(name, colour);
    else field.value = this.values.get(name) ?? '';
  }

  async #load(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement; // Only the field listens.
    const [file] = field.files ?? [];
    if (!file) return;
    const now = this.bench.$scene.get().theme;
    const read = readThemeCss(await file.text(), (theme) => themeValues(allThemes(), theme ?? wornTheme(now)));
    field.value = '';
    if (!read.ok) {
      this.told = { isRefused: true, text: (language) => read.why[language] };
      return;
    }
    const { theme, tokens, left } = read;
    this.bench.edit(({ tokens: _, ...scene }) => ({
      ...scene,
      ...(theme !== null && { theme }),
      ...(Object.keys(tokens).length > 0 && { tokens }),
    }));
    this.told = { isRefused: left.length > 0, text: () => this.words.theme.loaded(left) };
  }

  #css({ theme = '', tokens = {}, title = this.words.untitled }: Scene): string {
    return themeCss({ theme, tokens, title, values: themeValues(allThemes(), wornTheme(theme)) });
  }

  #save(scene: Scene): void {
    saveFile(fileNameOf(scene.title, 'css'), this.#css(scene), 'text/css');
  }

  async #copy(scene: Scene): Promise<void> {
    this.isCopied = await copyText(this.#css(scene));
  }
}

let sheet: CSSStyleSheet | null = null;

/** All themes, to be read; made once, when somebody wants a file. */
function allThemes(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(themes);
  return sheet;
}
