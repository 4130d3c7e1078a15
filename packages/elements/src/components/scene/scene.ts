import { html, type PropertyValues } from 'lit';
import { StoreController } from '../../controllers/store-controller.js';
import { Stillness } from '../../internal/motion.js';
import { property } from '../../internal/property.js';
import { StallElement } from '../../internal/stall-element.js';
import { Wake } from '../../internal/wake.js';
import { languageOf, wordsFor } from '../../words/index.js';
import { direct, type Direction } from './scene.director.js';
import { SceneReadEvent } from './scene.events.js';
import type { SceneFault } from './scene.faults.js';
import type { Scene } from './scene.format.js';
import { loadWidgets } from './scene.loaders.js';
import { parseScene } from './scene.parse.js';
import { FactsController } from './scene.reading.js';
import { SceneSource } from './scene.source.js';
import { SceneStage } from './scene.stage.js';
import styles from './scene.styles.js';

/**
 * Lays widgets out on a canvas from a scene file, and directs which of them is on air when.
 *
 * Each item costs itself alone where it is wrong, and a file of which nothing can be shown leaves the last good scene up. What is
 * wrong is told on the console, one sentence each. Widgets are loaded as the scene needs them.
 *
 * @tag stall-scene
 *
 * @fires {SceneReadEvent} stall-scene-read - A scene file was read.
 */
export class SceneElement extends StallElement {
  static readonly tagName = 'stall-scene';
  static override readonly styles = [styles];

  /** Address of a scene file on the page's own server. */
  @property() src = '';

  /** The scene file as a value: what its JSON stands for, or its text. Wins over `src`. */
  @property({ attribute: false }) scene: unknown;

  /** Leaves the theme to the page, whatever the file says. */
  @property({ attribute: 'without-theme', type: Boolean }) withoutTheme = false;

  readonly #facts = new FactsController(this);
  readonly #resync = new StoreController(this, (store) => store.$resync);
  readonly #stillness = new Stillness(this);
  readonly #wake = new Wake(this);
  readonly #source = new SceneSource(
    this,
    (text) => this.#read(text),
    (fault) => this.#tell([fault]),
  );
  #stage: SceneStage | null = null;
  #scene: Scene | null = null;
  #laid: Scene | null = null;
  #direction: Direction | null = null;
  #isThemed = false;

  /** What is on air, read from the last good file; null before one. */
  get shownScene(): Scene | null {
    return this.#scene;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('scene') && this.scene !== undefined) this.#read(this.scene);
    if (changed.has('src') || changed.has('scene')) this.#source.follow(this.scene === undefined ? this.src : '');
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const canvas = this.renderRoot.querySelector<HTMLElement>('.canvas');
    const scene = this.#scene;
    if (!canvas || !scene) return;
    this.#stage ??= new SceneStage(canvas);
    this.#wear(scene);
    if (this.#laid !== scene) {
      loadWidgets(scene.items.filter(({ hidden }) => !hidden).map(({ tag }) => tag));
      this.#stage.lay(scene);
    }

    const isStill = this.#stillness.next(this.#resync.value) || this.#laid !== scene;
    this.#laid = scene;
    const now = this.#facts.store?.now() ?? 0;
    const { facts, nextAt } = this.#facts.read();
    this.#direction = direct(scene, facts, now, isStill ? null : this.#direction);
    this.#stage.follow(this.#facts.first);
    this.#stage.show(this.#direction.shown, isStill);
    const times = [nextAt, this.#direction.nextAt].filter((at) => at !== null);
    this.#wake.at(times.length > 0 ? Math.min(...times) : null, now);
  }

  protected override render() {
    return html`<div class="canvas ${this.#scene?.canvas ?? ''}"></div>`;
  }

  #read(raw: unknown): void {
    const { scene, faults } = parseScene(raw);
    if (scene) this.#scene = scene;
    this.#tell(faults);
    this.dispatchEvent(new SceneReadEvent(scene, faults));
    this.requestUpdate();
  }

  /** OBS writes `console.error` to its log. */
  #tell(faults: readonly SceneFault[]): void {
    const { language } = wordsFor(languageOf(this));
    for (const fault of faults) console.error(`stall-scene: ${fault[language]}`);
  }

  /** A theme's rules lie in the page's styles, so it is the host that wears it. One that the page put on stays. */
  #wear({ theme = '' }: Scene): void {
    if (this.withoutTheme || theme === '') {
      if (this.#isThemed) this.removeAttribute('data-stall-theme');
      this.#isThemed = false;
    } else if (this.#isThemed || !this.hasAttribute('data-stall-theme')) {
      this.#isThemed = true;
      if (this.dataset['stallTheme'] !== theme) this.dataset['stallTheme'] = theme;
    }
  }
}
