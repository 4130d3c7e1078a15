import '@stallcast/themes/all.css';
import { exampleOrder, put } from '@stallcast/testing';
import { sampleStall } from '../src/internal/sample-stall.js';
import { STATES_AT } from '../src/internal/widget-state.js';
import { seekMotion } from '../src/seek.js';
import { loadEntries } from './entries.js';
import { raise, setStage, settled, type Stage } from './stage.js';

/** Which widget is to be shown, and how. */
export interface Wanted {
  tag: string;
  state: string;
  language?: string;
  look?: string;
  theme?: string;
}

/** One widget on a page that a test drives: what changes, and when its frames are drawn. */
export interface OneWidget {
  list(): Promise<{ tag: string; states: string[] }[]>;
  show(wanted: Wanted): Promise<void>;
  seek(ms: number): void;
  /** From here on motion goes by `performance.now()`, which a test may hold, and only when `draw` is called. */
  drive(): void;
  draw(): void;
  pass(ms: number): void;
  stock(sellable: number): void;
  orders(count: number): void;
  announce(text: string): void;
}

let stage: Stage | null = null;
let seq = 1000;
const driven = new Map<Animation, number>();
const frames = (count: number) =>
  Array.from({ length: count }).reduce<Promise<unknown>>(
    (before) => before.then(() => new Promise(requestAnimationFrame)),
    Promise.resolve(),
  );

const imagesIn = (root: ParentNode): HTMLImageElement[] =>
  [...root.querySelectorAll('*')].flatMap((one) => {
    if (one instanceof HTMLImageElement) return [one];
    return one.shadowRoot ? imagesIn(one.shadowRoot) : [];
  });

/** Waits for the pictures of a widget, and of those inside it, which no frame tells; a second at most for one that does not come. */
async function pictured(element: Element): Promise<void> {
  const images = element.shadowRoot ? imagesIn(element.shadowRoot) : [];
  const decoded = images.map((image) => image.decode().catch(() => undefined));
  await Promise.race([Promise.all(decoded), frames(60)]);
  await frames(2);
}

const one: OneWidget = {
  async list() {
    return (await loadEntries()).map(({ tag, states }) => ({ tag, states: states.map(({ name }) => name) }));
  },
  async show({ tag, state, language = 'zh-CN', look, theme = 'orchard' }) {
    document.documentElement.dataset['stallTheme'] = theme;
    stage?.room.remove();
    const entry = (await loadEntries()).find((each) => each.tag === tag);
    const named = entry?.states.find(({ name }) => name === state);
    if (!named) throw new Error(`Expected a state "${state}" of <${tag}>, found none.`);
    stage = setStage(tag, named, language);
    // The room's own voice is another test's.
    stage.room.setAttribute('announce', 'off');
    if (look) stage.element.setAttribute('look', look);
    await raise(stage);
    await stage.play();
    await frames(2);
    await settled(stage.element);
    await pictured(stage.element);
    await settled(stage.element);
  },
  seek: (ms) => seekMotion(document, ms),
  drive() {
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (keyframes, options) {
      const animation = animate.call(this, keyframes, options);
      animation.pause();
      driven.set(animation, performance.now());
      return animation;
    };
  },
  draw() {
    for (const [animation, since] of driven) {
      const ms = performance.now() - since;
      if (animation.playState === 'idle') driven.delete(animation);
      else if (ms < Number(animation.effect?.getComputedTiming().endTime)) animation.currentTime = ms;
      else {
        driven.delete(animation);
        animation.finish();
      }
    }
  },
  pass: (ms) => stage?.pass(ms),
  stock(sellable) {
    const [stock] = sampleStall('peach').stocks;
    if (stock) stage?.fake.change([put('stock', { ...stock, onHand: 420, sold: 420 - sellable, sellable })]);
  },
  orders(count) {
    for (let i = 0; i < count; i++) {
      seq += 1;
      const lines = [{ productId: 'peach', qty: 1 + (seq % 9) }];
      stage?.fake.change([
        put('order', exampleOrder({ seq, lines, occurredAt: STATES_AT, buyer: { mask: `${seq % 97}**` } })),
      ]);
    }
  },
  announce: (text) => void stage?.fake.change([put('announcement', { text, at: STATES_AT })]),
};

Object.assign(window, { one });
