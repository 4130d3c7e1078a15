import { CANVASES, SCENE_VERSION, type Scene, type SceneCanvas } from '@stallcast/elements';
import themes from '@stallcast/themes/all.css?inline';
import { html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../../deck/look/controls.styles.js';
import type { Language, Sentence } from '../../../words/language.js';
import { BenchElement } from '../bench/bench-element.js';
import { NAME as KEPT_NAME, type KeptScene } from '../kept/kept-scenes.js';
import { fileNameOf, readSceneFile, saveFile, sceneFileText } from '../kept/scene-file.js';
import { panel } from '../look/panel.styles.js';
import styles from './scenes.styles.js';
import { SITUATIONS, type Situation } from '../../../starting-scenes/starting-scenes.js';
import { scenePicture, scenePictureStyles } from './scene-picture.js';
import { readStartingScene } from './starting-scenes.js';

/** Px. */
const PICTURE_WIDTHS: Readonly<Record<SceneCanvas, number>> = { portrait: 76, landscape: 122 };

/**
 * Scenes to start from, with small pictures; the host's own, with their versions; files in and out.
 *
 * @tag studio-scenes
 */
export class StudioScenesElement extends BenchElement {
  static readonly tagName = 'studio-scenes';
  static override readonly styles = [unsafeCSS(themes), controls, panel, scenePictureStyles, styles];

  @state() private canvas: SceneCanvas | null = null;
  @state() private starts: ReadonlyMap<string, Scene> = new Map();
  @state() private forgetting = '';
  @state() private told: { isRefused: boolean; text: (language: Language) => string } | null = null;

  /** Another window may keep a scene, too. */
  readonly #hear = (event: StorageEvent): void => {
    if (event.key === KEPT_NAME) this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('storage', this.#hear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('storage', this.#hear);
  }

  protected override render() {
    const { scenes: words, canvas: shapes } = this.words;
    const scene = this.read(this.bench.$scene);
    const current = this.read(this.bench.$keptId);
    this.read(this.bench.$history);
    const canvas = this.canvas ?? scene.canvas;
    this.#load(canvas);
    const mine = this.bench.kept.all();
    return html`
      ${
        this.told
          ? html`<p class=${this.told.isRefused ? 'trouble' : 'quiet'} role=${this.told.isRefused ? 'alert' : 'status'}>
              ${this.told.text(this.language)}
            </p>`
          : nothing
      }
      <label
        >${words.name}<input
          dir="auto"
          maxlength="80"
          .value=${scene.title ?? ''}
          placeholder=${this.words.untitled}
          @change=${(event: Event) => this.#name((event.target as HTMLInputElement).value.trim())}
      /></label>
      <div class="row">
        <button
          type="button"
          @click=${() => saveFile(fileNameOf(scene.title, 'json'), sceneFileText(scene), 'application/json')}
        >
          ${words.save}
        </button>
        <label class="button file"
          >${words.load}<input
            class="visually-hidden"
            type="file"
            accept=".json,application/json"
            @change=${(event: Event) => void this.#open(event)}
        /></label>
        <button type="button" @click=${this.#keep}>${words.keepVersion}</button>
      </div>
      <section>
        <h2>${words.starting}</h2>
        <p class="quiet">${words.startingLead}</p>
        <div class="row" role="group" aria-label=${words.starting}>
          ${(Object.keys(CANVASES) as SceneCanvas[]).map(
            (one) =>
              html`<button type="button" aria-pressed=${canvas === one} @click=${() => (this.canvas = one)}>
                ${shapes[one].split(' ', 1)[0]}
              </button>`,
          )}
        </div>
        <div class="starts ${canvas}">
          ${SITUATIONS.map((situation) => this.#start(situation, canvas))}
          <button
            type="button"
            data-start="blank"
            @click=${() => this.#begin({ version: SCENE_VERSION, canvas, items: [] }, '')}
          >
            ${this.#picture(undefined, canvas)}${words.blank}
          </button>
        </div>
      </section>
      <section>
        <h2>${words.mine}</h2>
        <p class="quiet">${words.mineLead}</p>
        ${mine.length === 0 ? html`<p class="quiet">${words.none}</p>` : nothing}
        <ul class="mine">
          ${mine.map((one) => this.#mine(one, one.id === current))}
        </ul>
      </section>
    `;
  }

  #start(situation: Situation, canvas: SceneCanvas): TemplateResult {
    const { scenes: words } = this.words;
    const scene = this.starts.get(`${situation}-${canvas}`);
    return html`
      <button
        type="button"
        data-start=${situation}
        ?disabled=${!scene}
        @click=${() => scene && this.#begin(scene, words.situations[situation])}
      >
        ${this.#picture(scene, canvas)}${words.situations[situation]}
      </button>
    `;
  }

  #picture(scene: Scene | undefined, canvas: SceneCanvas): TemplateResult {
    return scenePicture(scene, canvas, PICTURE_WIDTHS[canvas], this.bench.stage);
  }

  #mine(kept: KeptScene, isCurrent: boolean): TemplateResult {
    const { scenes: words, untitled, canvas } = this.words;
    const { id, scene, at, versions } = kept;
    const title = scene.title ?? untitled;
    const time = (ms: number): string =>
      new Date(ms).toLocaleString(this.language, { dateStyle: 'medium', timeStyle: 'short' });
    return html`
      <li>
        <div>
          <b><bdi>${title}</bdi></b>
          <span class="quiet">${canvas[scene.canvas]} · ${isCurrent ? words.current : time(at)}</span>
        </div>
        <div class="row">
          ${
            isCurrent
              ? nothing
              : html`<button
                  type="button"
                  aria-label="${words.open}: ${title}"
                  @click=${() => this.bench.open(scene, id)}
                >
                  ${words.open}
                </button>`
          }
          ${
            isCurrent
              ? nothing
              : html`<button
                  type="button"
                  class="danger"
                  aria-label="${this.forgetting === id ? words.reallyForget : words.forget} ${title}"
                  @click=${() => this.#forget(id)}
                >
                  ${this.forgetting === id ? words.reallyForget : words.forget}
                </button>`
          }
        </div>
        ${
          isCurrent && versions.length > 0
            ? html`<details>
                <summary>${words.versions} (${versions.length})</summary>
                ${versions.map(
                  (version) =>
                    html`<div class="row">
                      <span class="quiet">${time(version.at)}</span>
                      <button type="button" @click=${() => this.bench.edit(() => version.scene)}>
                        ${words.restore}
                      </button>
                    </div>`,
                )}
              </details>`
            : nothing
        }
      </li>
    `;
  }

  readonly #asked = new Set<string>();

  /** Loads the scenes of a canvas, once. */
  #load(canvas: SceneCanvas): void {
    for (const situation of SITUATIONS) {
      const name = `${situation}-${canvas}`;
      if (this.#asked.has(name)) continue;
      this.#asked.add(name);
      void readStartingScene(situation, canvas).then((scene) => {
        this.starts = new Map([...this.starts, [name, scene]]);
      });
    }
  }

  #begin(scene: Scene, title: string): void {
    this.told = null;
    this.canvas = null;
    this.bench.open(title === '' ? scene : { ...scene, title }, undefined, 'later');
  }

  #name(title: string): void {
    this.bench.edit(({ title: _, ...scene }) => (title === '' ? scene : { ...scene, title }));
  }

  readonly #keep = (): void => {
    this.bench.keepVersion();
    this.told = { isRefused: false, text: () => this.words.scenes.kept };
  };

  #forget(id: string): void {
    if (this.forgetting === id) {
      this.bench.kept.forget(id);
      this.forgetting = '';
    } else this.forgetting = id;
    this.requestUpdate();
  }

  async #open(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement; // Only the field listens.
    const [file] = field.files ?? [];
    if (!file) return;
    const read = await readSceneFile(file);
    field.value = '';
    if (!read.ok) {
      this.told = { isRefused: true, text: (language) => read.why[language] };
      return;
    }
    this.bench.open(read.scene);
    const left: readonly Sentence[] = read.left;
    this.told = {
      isRefused: left.length > 0,
      text: (language) =>
        this.words.scenes.loaded(left.length) +
        left
          .slice(0, 3)
          .map((sentence) => sentence[language])
          .join(' '),
    };
  }
}
