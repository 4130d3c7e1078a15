import { SCENE_VERSION, type Scene, type SceneCanvas } from '@stallcast/elements';
import { THEMES, type ThemeName } from '@stallcast/themes';
import themes from '@stallcast/themes/all.css?inline';
import { html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AtomElement } from '../../atoms/atom-element.js';
import { controls } from '../../deck/look/controls.styles.js';
import { encodeScene } from '../../scene-code/scene-code.js';
import { SITUATIONS, type Situation } from '../../starting-scenes/starting-scenes.js';
import type { Language } from '../../words/language.js';
import type { KeptScene, KeptScenes } from '../composer/kept/kept-scenes.js';
import { scenePicture, scenePictureStyles } from '../composer/scenes/scene-picture.js';
import { readStartingScene } from '../composer/scenes/starting-scenes.js';
import type { Stage } from '../composer/stage/stage.js';
import { ownId, type InUse, type ScenesInUse } from '../in-use/in-use.js';
import type { Shape } from '../links/studio-links.js';
import { looksWords } from './looks-words.js';
import styles from './looks.styles.js';

/** Px. */
const PICTURE_WIDTHS: Readonly<Record<Shape, number>> = { portrait: 78, landscape: 150 };

const SHAPES: readonly Shape[] = ['portrait', 'landscape'];

/** How many of the host's own scenes are offered; the composer has them all. */
const MOST_OWN = 6;

/** The usual widgets as a scene, for their picture. */
const USUAL: Readonly<Record<SceneCanvas, Scene>> = {
  portrait: {
    version: SCENE_VERSION,
    canvas: 'portrait',
    items: [
      { id: 'orders', tag: 'stall-order-ticker', x: 40, y: 824, width: 1000 },
      { id: 'card', tag: 'stall-product-card', x: 40, y: 908, width: 1000, attributes: { look: 'wide' } },
    ],
  },
  landscape: {
    version: SCENE_VERSION,
    canvas: 'landscape',
    items: [
      { id: 'card', tag: 'stall-product-card', x: 96, y: 54, attributes: { look: 'tall' } },
      { id: 'orders', tag: 'stall-order-ticker', x: 560, y: 950, width: 1264 },
    ],
  },
};

/** What the looks are drawn with: the studio's own stage, and the scenes that this browser keeps. */
export interface LooksShelf {
  stage: Stage;
  kept: KeptScenes;
}

/**
 * The looks that a host chooses from: starting scenes as pictures, the host's own, and themes. What is chosen is in use at once.
 *
 * @tag studio-looks
 */
export class StudioLooksElement extends AtomElement {
  static readonly tagName = 'studio-looks';
  static override readonly styles = [unsafeCSS(themes), controls, scenePictureStyles, styles];

  @property({ attribute: false }) shelf!: LooksShelf;

  @property({ attribute: false }) inUse!: ScenesInUse;

  @property({ attribute: false }) shape: Shape = 'portrait';

  @property({ attribute: false }) language: Language = 'zh-CN';

  @state() private starts: ReadonlyMap<string, Scene> = new Map();
  readonly #asked = new Set<string>();

  protected override render() {
    const words = looksWords(this.language);
    const { id, theme } = this.read(this.inUse.$inUse)[this.shape];
    this.#load(this.shape);
    const own = this.shelf.kept.all().filter(({ scene }) => scene.canvas === this.shape);
    return html`
      <div class="cards ${this.shape}" role="group" aria-label=${words.title}>
        ${this.#card('', words.usual, USUAL[this.shape], () => this.#choose(''))}
        ${SITUATIONS.map((situation) =>
          this.#card(situation, words.situations[situation], this.starts.get(`${situation}-${this.shape}`), () =>
            this.#choose(situation),
          ),
        )}
      </div>
      ${own.length > 0 ? this.#own(own.slice(0, MOST_OWN), id) : nothing}
      <div class="themes" role="group" aria-label=${words.themes}>
        ${this.#swatch('', words.asMade, this.#ownTheme(id), theme === '')}
        ${(Object.keys(THEMES) as ThemeName[]).map((name) =>
          this.#swatch(name, THEMES[name][this.language], name, theme === name),
        )}
      </div>
    `;
  }

  /** Rows of text: pictures of them would push the tags out of sight, and the preview shows the one in use. */
  #own(own: readonly KeptScene[], idInUse: string): TemplateResult {
    const words = looksWords(this.language);
    return html`
      <div class="themes own" role="group" aria-label=${words.own}>
        ${own.map((one) => {
          const id = ownId(one.id);
          return html`
            <button
              type="button"
              data-look=${id}
              aria-pressed=${idInUse === id}
              @click=${() => void this.#chooseOwn(one)}
            >
              ${this.#dots(one.scene.theme ?? 'orchard')}
              <span class="said">${words.own} · ${one.scene.title ?? words.untitled}</span>
            </button>
          `;
        })}
      </div>
    `;
  }

  #dots(theme: string): TemplateResult {
    return html`<span class="swatch" data-stall-theme=${theme} aria-hidden="true"><i></i><i></i><i></i></span>`;
  }

  #card(id: string, title: string, scene: Scene | undefined, choose: () => void): TemplateResult {
    const inUse = this.inUse.$inUse.get()[this.shape];
    const worn = inUse.theme === '' ? undefined : inUse.theme;
    return html`
      <button type="button" data-look=${id} title=${title} aria-pressed=${inUse.id === id} @click=${choose}>
        ${scenePicture(scene, this.shape, PICTURE_WIDTHS[this.shape], { store: this.shelf.stage.store, theme: worn })}
        <span class="said">${title}</span>
      </button>
    `;
  }

  #swatch(name: string, said: string, shown: string, isPressed: boolean): TemplateResult {
    return html`
      <button type="button" data-theme=${name} aria-pressed=${isPressed} @click=${() => this.#wear(name)}>
        ${this.#dots(shown)}${said}
      </button>
    `;
  }

  /** The theme that a look has of its own. */
  #ownTheme(id: string): string {
    const scene = id.startsWith('own:')
      ? this.shelf.kept.all().find((one) => ownId(one.id) === id)?.scene
      : this.starts.get(`${id}-${this.shape}`);
    return scene?.theme ?? 'orchard';
  }

  /** A starting scene is there for both canvases; a theme that was chosen for one before stays. */
  #choose(scene: Situation | ''): void {
    const before = this.inUse.$inUse.get()[this.shape];
    const theme = before.id.startsWith('own:') ? '' : before.theme;
    this.inUse.use(SHAPES, { id: scene, scene, theme });
  }

  async #chooseOwn({ id, scene }: KeptScene): Promise<void> {
    const code = await encodeScene(scene);
    if (code !== null) this.inUse.use([scene.canvas], { id: ownId(id), scene: code, theme: '' });
  }

  #wear(theme: string): void {
    for (const shape of SHAPES) {
      const before: InUse = this.inUse.$inUse.get()[shape];
      this.inUse.use([shape], { ...before, theme });
    }
  }

  /** Loads the starting scenes of a canvas, once. Each is drawn as it comes: six at once would hold the page up. */
  #load(shape: Shape): void {
    for (const situation of SITUATIONS) {
      const name = `${situation}-${shape}`;
      if (this.#asked.has(name)) continue;
      this.#asked.add(name);
      void readStartingScene(situation, shape).then((scene) => {
        this.starts = new Map([...this.starts, [name, scene]]);
      });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'studio-looks': StudioLooksElement;
  }
}
