import { CANVASES, type Scene, type SceneItem } from '@stallcast/elements';
import themes from '@stallcast/themes/all.css?inline';
import { html, nothing, svg, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { styleBy } from '../look/style-by.js';
import { BenchElement } from '../bench/bench-element.js';
import { createBehind } from '../backdrop/draw-behind.js';
import { drawnOrder } from '../draft/order-items.js';
import { pickItem, pickTouched } from '../draft/pick-items.js';
import type { Handle } from '../draft/resize-item.js';
import { groupFrame } from '../draft/resize-items.js';
import type { Snapped } from '../draft/snap.js';
import { itemName } from '../layers/item-name.js';
import { keyCommand } from '../keys/key-command.js';
import { runCommand } from '../keys/run-command.js';
import { beginDrag, type Drag } from './drag.js';
import { gridLines, guideAreas } from './guide-areas.js';
import { groupFrameHandles, itemFrame } from './item-frame.js';
import { marqueeBox, spannedFrame, type Span } from './marquee.js';
import { areSame, measureFrames, type Measured } from './measure-frames.js';
import { stagedScene } from './staged-scene.js';
import { panBoard } from './pan-board.js';
import { keepUnder, nextZoom } from './view-zoom.js';
import styles from './canvas.styles.js';
import handles from './handles.styles.js';

/** What a pointer on the canvas does: it drags what is picked, or spans a rectangle. */
type Pointing = { drag: Drag; x: number; y: number } | ({ drag: null } & Span);

/**
 * The canvas: the real widgets with the stage's data, and a frame around each to take hold of.
 *
 * @tag studio-canvas
 */
export class StudioCanvasElement extends BenchElement {
  static readonly tagName = 'studio-canvas';
  static override readonly styles = [unsafeCSS(themes), styles, handles];

  @state() private zoom = 0;
  @state() private guides: Snapped['guides'] = [];
  @state() private pointing: Pointing | null = null;

  #measured: ReadonlyMap<string, Measured> = new Map();
  #isOwed = false;
  #isPointer = false;
  readonly #behind = createBehind();
  readonly #room = new ResizeObserver(() => this.#fit());
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #changes = new MutationObserver(() => this.#watch());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#room.disconnect();
    this.#sizes.disconnect();
    this.#changes.disconnect();
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.#room.observe(this);
    this.addEventListener('wheel', this.#wheel, { passive: false });
    const scene = this.renderRoot.querySelector('stall-scene');
    void scene?.updateComplete.then(() => {
      if (!scene.shadowRoot || !this.isConnected) return;
      this.#changes.observe(scene.shadowRoot, { subtree: true, childList: true, attributeFilter: ['hidden', 'style'] });
      this.#watch();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { tokens = {} } = this.bench.$scene.get();
    const wear = this.renderRoot.querySelector<HTMLElement>('.wear');
    if (!wear) return;
    for (const name of [...wear.style]) if (name.startsWith('--') && !(name in tokens)) wear.style.removeProperty(name);
    for (const [name, value] of Object.entries(tokens)) wear.style.setProperty(name, value);
    this.#fit();
    this.#measure();
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas) this.#behind(canvas, this.bench.$view.get(), this.bench.$scene.get().canvas);
  }

  protected override render() {
    const { words, language } = this;
    const scene = this.read(this.bench.$scene);
    const picked = this.read(this.bench.$picked);
    const frames = this.read(this.bench.$frames);
    const { platform, backdrop, hasGrid, picture } = this.read(this.bench.$view);
    const { width, height } = CANVASES[scene.canvas];
    const size = { inlineSize: `${width * this.zoom}px`, blockSize: `${height * this.zoom}px` };
    const paper = { inlineSize: `${width}px`, blockSize: `${height}px`, transform: `scale(${this.zoom})` };
    return html`
      <div
        class="board"
        role="group"
        aria-label=${words.canvas.label}
        aria-describedby="hint"
        style=${styleBy(size)}
        @pointerdown=${this.#span}
        @pointermove=${this.#point}
        @pointerup=${this.#endPoint}
        @pointercancel=${this.#endPoint}
        @keydown=${this.#press}
      >
        <div class="paper ${backdrop}" style=${styleBy(paper)}>
          <canvas
            width=${width / 2}
            height=${height / 2}
            ?hidden=${backdrop !== 'busy' && !picture}
            aria-hidden="true"
          ></canvas>
          <div class="wear" data-stall-theme=${scene.theme ?? 'orchard'} aria-hidden="true">
            <stall-room .store=${this.bench.stage.store} announce="off" inert
              ><stall-scene without-theme .scene=${stagedScene(scene, picked)}></stall-scene
            ></stall-room>
          </div>
        </div>
        <svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
          ${hasGrid ? gridLines(scene.canvas) : nothing}
          ${platform === 'none' ? nothing : guideAreas(platform, scene.canvas, words, language)}
          ${this.guides.map(({ axis, at }) =>
            axis === 'x'
              ? svg`<line class="snapped" x1=${at} x2=${at} y1="0" y2=${height}></line>`
              : svg`<line class="snapped" x1="0" x2=${width} y1=${at} y2=${at}></line>`,
          )}
        </svg>
        ${drawnOrder(scene).map((item) => {
          const frame = frames.get(item.id);
          return frame ? this.#frame(item, frame, picked.has(item.id), picked.size === 1) : nothing;
        })}
        ${this.#group(scene)} ${this.#marquee()}
        ${scene.items.length === 0 ? html`<p class="empty">${words.canvas.empty}</p>` : nothing}
      </div>
      <p id="hint" class="hint">${words.canvas.hint}</p>
    `;
  }

  #frame(
    item: SceneItem,
    frame: Measured | Omit<Measured, 'isEmpty'>,
    isPicked: boolean,
    isOnly: boolean,
  ): TemplateResult {
    const { canvas } = this.words;
    const isEmpty = this.#measured.get(item.id)?.isEmpty ?? false;
    const notes = [isEmpty ? canvas.nothing : '', item.locked ? canvas.locked : ''].filter((note) => note !== '');
    return itemFrame({
      ...{ item, frame, zoom: this.zoom, isPicked, isOnly, isEmpty },
      label: [itemName(item, this.language), ...notes].join(' · '),
      take: (event) => this.#take(event, item),
      grip: (event, handle) => this.#grip(event, handle),
      focused: () => this.#focused(item),
    });
  }

  /** Handles around all of what is picked, where it is more than one. */
  #group(scene: Scene): TemplateResult | typeof nothing {
    const picked = this.bench.$picked.get();
    const frame = picked.size > 1 ? groupFrame(scene, this.bench.$frames.get(), picked) : null;
    return frame ? groupFrameHandles(frame, this.zoom, (event, handle) => this.#grip(event, handle)) : nothing;
  }

  #marquee(): TemplateResult | typeof nothing {
    const { pointing } = this;
    return pointing && !pointing.drag ? marqueeBox(pointing) : nothing;
  }

  #take(event: PointerEvent, { id }: SceneItem): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    this.#isPointer = true;
    const scene = this.bench.$history.get().present;
    const picked = this.bench.$picked.get();
    const isMore = event.shiftKey || this.bench.$view.get().isPickingMany;
    const isNew = !picked.has(id);
    if (isMore || isNew) this.bench.$picked.set(pickItem(scene, picked, id, { isMore, isAlone: event.altKey }));
    // A finger that only wants to scroll past would take things along: what it drags it has picked before.
    if (!isMore && !(isNew && event.pointerType === 'touch')) this.#begin(event, null);
  }

  #grip(event: PointerEvent, handle: Handle): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.preventDefault();
    this.#begin(event, handle);
  }

  #begin(event: PointerEvent, handle: Handle | null): void {
    const board = this.renderRoot.querySelector('.board');
    board?.setPointerCapture(event.pointerId);
    this.pointing = { drag: beginDrag(this.bench, this.zoom, handle), x: event.clientX, y: event.clientY };
  }

  #span(event: PointerEvent): void {
    if (event.button === 1) return panBoard(this, event);
    if (event.button !== 0) return;
    const board = event.currentTarget as HTMLElement; // The board listens.
    const { left, top } = board.getBoundingClientRect();
    board.setPointerCapture(event.pointerId);
    const [x, y] = [event.clientX - left, event.clientY - top];
    this.pointing = { drag: null, x, y, toX: x, toY: y };
  }

  #point(event: PointerEvent): void {
    const { pointing } = this;
    if (!pointing) return;
    if (pointing.drag) {
      const step = { dx: (event.clientX - pointing.x) / this.zoom, dy: (event.clientY - pointing.y) / this.zoom };
      this.guides = pointing.drag.to(step, event.altKey);
      return;
    }
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect(); // The board listens.
    this.pointing = { ...pointing, toX: event.clientX - left, toY: event.clientY - top };
  }

  #endPoint(event: PointerEvent): void {
    const { pointing } = this;
    this.pointing = null;
    this.guides = [];
    this.#isPointer = false;
    if (!pointing) return;
    if (pointing.drag) {
      if (event.type === 'pointerup') pointing.drag.end();
      else pointing.drag.cancel();
      return;
    }
    if (event.type !== 'pointerup') return;
    const marquee = spannedFrame(pointing, this.zoom);
    const touched = pickTouched(this.bench.$history.get().present, this.bench.$frames.get(), marquee);
    const before = event.shiftKey || this.bench.$view.get().isPickingMany ? this.bench.$picked.get() : [];
    this.bench.$picked.set(new Set([...before, ...touched]));
  }

  /** Tab goes from item to item, and what has the focus is picked. */
  #focused({ id }: SceneItem): void {
    if (this.#isPointer || this.bench.$picked.get().has(id)) return;
    this.bench.$picked.set(pickItem(this.bench.$history.get().present, new Set(), id));
  }

  #press(event: KeyboardEvent): void {
    const command = keyCommand(event);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    runCommand(this.bench, command);
  }

  /** Ctrl and the wheel come nearer to what is under the pointer. */
  readonly #wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const view = this.bench.$view.get();
    const zoom = nextZoom(view.zoom, event.deltaY < 0 ? 1 : -1);
    const { left, top } = this.getBoundingClientRect();
    const to = [
      keepUnder(this.scrollLeft, event.clientX - left, zoom / view.zoom),
      keepUnder(this.scrollTop, event.clientY - top, zoom / view.zoom),
    ] as const;
    this.bench.$view.set({ ...view, zoom });
    void this.updateComplete.then(() => this.updateComplete).then(() => this.scrollTo(...to));
  };

  /** Fits the canvas into the room that there is, or makes it larger by the zoom. */
  #fit(): void {
    const { width, height } = CANVASES[this.bench.$scene.get().canvas];
    // Without the scroll bars: they would come and go with what they make room for.
    const zoom = Math.min(this.offsetWidth / width, this.offsetHeight / height) * this.bench.$view.get().zoom;
    if (zoom > 0 && zoom !== this.zoom) this.zoom = zoom;
  }

  #watch(): void {
    this.#sizes.disconnect();
    const root = this.renderRoot.querySelector('stall-scene')?.shadowRoot;
    for (const box of root?.querySelectorAll('.box') ?? []) {
      this.#sizes.observe(box);
      if (box.firstElementChild) this.#sizes.observe(box.firstElementChild);
    }
    this.#measure();
  }

  /** Looks where things lie, once everything of this moment is laid out. */
  #measure(): void {
    if (this.#isOwed) return;
    this.#isOwed = true;
    requestAnimationFrame(() => void this.#look());
  }

  async #look(): Promise<void> {
    this.#isOwed = false;
    if (!this.isConnected) return;
    this.#fit();
    const stage = this.renderRoot.querySelector('stall-scene');
    // A scene draws itself a frame after it was changed: until then all lies where it lay before, which nothing is to go on from.
    await stage?.updateComplete;
    const root = stage?.shadowRoot;
    if (!root || !this.isConnected) return;
    const measured = measureFrames(root, this.bench.$scene.get(), this.zoom);
    if (areSame(measured, this.#measured) && this.bench.$frames.get() === this.#measured) return;
    this.#measured = measured;
    this.bench.$frames.set(measured);
  }
}
