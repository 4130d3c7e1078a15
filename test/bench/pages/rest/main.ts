import '@stallcast/themes/all.css';
import { createRoomStore } from '@stallcast/store';
import { createFakeAdapter, put } from '@stallcast/testing';
import { loadEntries } from '../../../../packages/elements/gallery/entries.js';
import { raise, setStage, settled, type Stage } from '../../../../packages/elements/gallery/stage.js';
import { sampleStall } from '../../../../packages/elements/src/internal/sample-stall.js';
import { STATES_AT } from '../../../../packages/elements/src/internal/widget-state.js';

/* Every widget in every state and look of the gallery, as many at once as the window holds. */
declare global {
  interface Window {
    /** Leaves out all states but every so manieth. */
    takeEvery(step: number): void;
    /** Sets states side by side from one on, in a theme, until the window is full; tells which, and whether all were set. */
    fill(theme: string, from: number): Promise<{ names: string[]; next: number; isLast: boolean }>;
    /** Sets one state alone. */
    alone(theme: string, index: number): Promise<string>;
    /** Sets a countdown whose clock goes on, and reads what it says, through shadow roots. */
    countDown(theme: string): Promise<void>;
    readText(): string;
    /** Changes the stock of what is there: a count that sees nothing is found out. */
    disturb(): void;
  }
}

const entries = await loadEntries();
let all = entries.flatMap(({ tag, looks = [''], states }) =>
  looks.flatMap((look) => states.map((state) => ({ tag, look, state }))),
);
const FEW = 30;
/** The lower edge of the window, in the same scale as the widgets. */
const edge = document.body.appendChild(document.createElement('div'));
edge.style.cssText = 'position: fixed; inset-block-end: 0';
const stages: Stage[] = [];
let ticking: HTMLElement | null = null;

async function set(index: number): Promise<string> {
  const { tag, look, state } = all[index] ?? {};
  if (!tag || !state) throw new Error(`There is no state ${index}.`);
  const stage = setStage(tag, state, 'zh-CN');
  // The room's own voice says nothing that is seen.
  stage.room.setAttribute('announce', 'off');
  if (look) stage.element.setAttribute('look', look);
  await raise(stage);
  await stage.play();
  await settled(stage.element);
  stages.push(stage);
  return [tag, look, state.name].filter(Boolean).join(' ');
}

function clear(theme: string): void {
  ticking?.remove();
  document.documentElement.dataset['stallTheme'] = theme;
  for (const { room } of stages.splice(0)) room.remove();
}

window.takeEvery = (step) => {
  all = all.filter((_, index) => index % step === 0);
};

window.fill = async (theme, from) => {
  clear(theme);
  const names: string[] = [];
  // A layout for every one of them would take its time.
  while (from + names.length < all.length) {
    const few = Math.min(FEW, all.length - from - names.length);
    for (let i = 0; i < few; i += 1) names.push(await set(from + names.length));
    // What is outside of the window paints nothing. One that is taller than the window has it to itself.
    const { top } = edge.getBoundingClientRect();
    const outside = stages.findIndex(({ element }) => element.getBoundingClientRect().bottom > top);
    if (outside < 0) continue;
    const kept = Math.max(outside, 1);
    for (const { room } of stages.splice(kept)) room.remove();
    return { names: names.slice(0, kept), next: from + kept, isLast: from + kept === all.length };
  }
  return { names, next: all.length, isLast: true };
};

window.alone = (theme, index) => {
  clear(theme);
  return set(index);
};

window.countDown = async (theme) => {
  clear(theme);
  const { state } = all.find(({ tag, state: { name } }) => tag === 'stall-countdown' && name === 'running') ?? {};
  if (!state?.stall) throw new Error('Expected a running countdown among the states.');
  const startedAt = performance.now();
  const wall = () => Date.parse(STATES_AT) + performance.now() - startedAt;
  const clock = {
    wall,
    monotonic: () => performance.now(),
    setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimeout: (timer: unknown) => clearTimeout(timer as number),
  };
  const fake = createFakeAdapter({ now: wall });
  const store = createRoomStore(fake.adapter, { clock });
  const room = document.createElement('stall-room');
  room.store = store;
  const element = document.createElement('stall-countdown');
  for (const [name, value] of Object.entries(state.attributes ?? {})) element.setAttribute(name, value);
  room.append(element);
  fake.snapshot(state.stall);
  store.start();
  document.body.append(room);
  ticking = room;
};

window.readText = () => {
  const textOf = (node: Node): string =>
    [...((node as Element).shadowRoot?.childNodes ?? []), ...node.childNodes]
      .map((one) =>
        one.nodeType === Node.TEXT_NODE ? (one.nodeValue ?? '') : one.nodeName === 'STYLE' ? '' : textOf(one),
      )
      .join('');
  return ticking ? textOf(ticking) : '';
};

window.disturb = () => {
  const [stock] = sampleStall('peach').stocks;
  if (stock)
    for (const { fake } of stages) fake.change([put('stock', { ...stock, onHand: 420, sold: 363, sellable: 57 })]);
};

document.documentElement.dataset['ready'] = '';
