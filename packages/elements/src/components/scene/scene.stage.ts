import { callOff, play, travel, whenOver } from '../../internal/motion.js';
import { FOLLOWERS, type Scene, type SceneItem, type ScenePlace } from './scene.format.js';

/** How many plates move at once. */
const MOVING = 2;

/** A widget in its box. */
interface Placed {
  item: SceneItem;
  box: HTMLElement;
  widget: HTMLElement;
  leaving: Animation | null;
}

/** Keeps one box with its widget for each item of a scene, and shows those that are on air. */
export class SceneStage {
  readonly #canvas: HTMLElement;
  readonly #moving = new Set<Animation>();
  #placed = new Map<string, Placed>();

  constructor(canvas: HTMLElement) {
    this.#canvas = canvas;
  }

  /** Lays a scene out. A widget that is in the old scene too, under the same id and tag, stays. */
  lay(scene: Scene): void {
    const next = new Map<string, Placed>();
    for (const item of scene.items) {
      const old = this.#placed.get(item.id);
      const placed = old?.item.tag === item.tag ? old : create(item);
      place(placed.box, placed.widget, item);
      setAttributes(placed.widget, item, placed.item);
      placed.item = item;
      next.set(item.id, placed);
    }
    // What is read aloud comes in the order in which it lies: from the bottom layer up.
    const order = [...next.values()].sort((a, b) => (a.item.layer ?? 0) - (b.item.layer ?? 0));
    for (const [id, { box }] of this.#placed) if (next.get(id)?.box !== box) box.remove();
    order.forEach(({ box }, index) => {
      if (this.#canvas.children[index] !== box) this.#canvas.insertBefore(box, this.#canvas.children[index] ?? null);
    });
    this.#placed = next;
  }

  /** Shows what is on air. At most two plates move; whatever else comes or goes does so at once, as does all where it is still. */
  show(shown: ReadonlySet<string>, isStill: boolean): void {
    let moves = isStill ? MOVING : this.#moving.size;
    const comes: Placed[] = [];
    for (const placed of this.#placed.values()) {
      const { item, box, leaving } = placed;
      if (shown.has(item.id)) {
        if (leaving) stopLeaving(placed);
        else if (box.hidden) comes.push(placed);
      } else if (isStill && leaving) stopLeaving(placed, true);
      else if (!box.hidden && !leaving) {
        const leaves = item.turn && moves < MOVING ? leave(placed) : null;
        if (leaves) moves += this.#count(leaves);
        else box.hidden = true;
      }
    }
    for (const { item, box } of comes) {
      box.hidden = false;
      if (!item.turn || moves >= MOVING) continue;
      const coming = play(box, [{ opacity: 0, transform: `translateY(${travel(box)}px)` }, {}], 'in');
      if (coming) moves += this.#count(coming);
    }
  }

  #count(animation: Animation): 1 {
    this.#moving.add(animation);
    whenOver(animation, () => this.#moving.delete(animation));
    return 1;
  }

  /** Names the product that is being shown to those that do not look for it by themselves. */
  follow(productId: string): void {
    for (const { item, widget } of this.#placed.values()) {
      if (!FOLLOWERS.has(item.tag) || item.attributes?.['product-id'] || item.attributes?.['until']) continue;
      if (widget.getAttribute('product-id') !== productId) widget.setAttribute('product-id', productId);
    }
  }
}

function create(item: SceneItem): Placed {
  const box = document.createElement('div');
  const widget = document.createElement(item.tag);
  box.className = 'box';
  box.dataset['item'] = item.id;
  box.hidden = true;
  box.append(widget);
  return { item, box, widget, leaving: null };
}

/** Plays a plate's going out; null where nothing moves. */
function leave(placed: Placed): Animation | null {
  const leaving = play(placed.box, [{}, { opacity: 0, transform: 'translateY(8px)' }], 'out', { fill: 'forwards' });
  if (!leaving) return null;
  placed.leaving = leaving;
  whenOver(leaving, () => {
    if (placed.leaving === leaving) stopLeaving(placed, true);
  });
  return leaving;
}

function stopLeaving(placed: Placed, isGone = false): void {
  const { box, leaving } = placed;
  placed.leaving = null;
  box.hidden = isGone;
  callOff(leaving);
}

const END: Readonly<Record<string, string>> = { left: 'flex-start', right: 'flex-end', top: 'flex-start' };

function place(box: HTMLElement, widget: HTMLElement, item: SceneItem): void {
  const { x, y, width, height, scale = 1, layer = 0, place: where = 'top-left' } = item;
  const px = (length: number | undefined): string => (length === undefined ? '' : `${length}px`);
  const [across, down] = sidesOf(where);
  Object.assign(box.style, {
    left: px(x),
    top: px(y),
    width: px(width),
    height: px(height),
    zIndex: String(layer),
    justifyContent: END[across] ?? (across === 'center' ? 'center' : 'flex-end'),
    alignItems: END[down] ?? (down === 'center' ? 'center' : 'flex-end'),
  });
  widget.style.transform = scale === 1 ? '' : `scale(${scale})`;
  widget.style.transformOrigin = scale === 1 ? '' : `${across} ${down}`;
}

/** From which side a place is counted, across and down. */
function sidesOf(where: ScenePlace): [across: string, down: string] {
  const across = /left|right/.exec(where)?.[0] ?? 'center';
  const down = /top|bottom/.exec(where)?.[0] ?? 'center';
  return [across, down];
}

function setAttributes(widget: HTMLElement, { attributes = {} }: SceneItem, before: SceneItem): void {
  for (const name of Object.keys(before.attributes ?? {})) if (!(name in attributes)) widget.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false) widget.removeAttribute(name);
    else widget.setAttribute(name, value === true ? '' : String(value));
  }
}
