import '@stallcast/themes/all.css';
import { loadEntries } from '../../../packages/elements/gallery/entries.js';
import { setStage, settled, type Stage } from '../../../packages/elements/gallery/stage.js';
import type { WidgetState } from '../../../packages/elements/src/internal/widget-state.js';
import { changeEverything } from './change-everything.js';
import { isPictureSeen, seeWidget, spokenOf, within, type Seen } from './see-widget.js';

/** What a widget is to be seen in. */
export interface Setting {
  tag: string;
  look: string;
  language: string;
  theme: string;
}

declare global {
  interface Window {
    /** What failed in the page, in words. */
    faults: string[];
    widgetsLoaded: Promise<void>;
    /** Sets a widget up in every one of its states, looks at each, and clears the page. */
    seeStates(setting: Setting): Promise<Seen[]>;
    /** Sets one state of each of these widgets up and leaves it there, for a picture. */
    showStates(settings: readonly (Setting & { state: string })[]): Promise<void>;
  }
}

/** What has not moved for this long has arrived, in ms. */
const QUIET_MS = 150;

const entries = new Map((await loadEntries()).map((entry) => [entry.tag as string, entry]));
const main = document.querySelector('main')!;

/** A state on the page, with all that was heard of it. */
interface Raised extends Stage {
  state: WidgetState;
  heard: Set<string>;
}

function raiseStates({ tag, look, language, theme }: Setting, only?: string): Raised[] {
  const states = (entries.get(tag)?.states ?? []).filter(({ name }) => only === undefined || name === only);
  return states.map((state) => {
    const stage = setStage(tag, state, language);
    if (look) stage.element.setAttribute('look', look);
    stage.room.dataset['stallTheme'] = theme;
    main.append(stage.room);
    return { ...stage, state, heard: new Set<string>() };
  });
}

window.seeStates = async (setting) => {
  const stages = raiseStates(setting);
  await arrive(stages);
  const seen: Seen[] = [];
  for (const stage of stages) {
    const { element, fake, state, heard } = stage;
    if (state.live) {
      // One after the other: what live orders bring would be gone before its turn came.
      await stage.play();
      await arrive([stage]);
    }
    const before = seeWidget(element);
    if (state.stall) fake.change(changeEverything(state.stall));
    await settled(element);
    seen.push({ state: state.name, ...before, heard: [...heard], spokenAfterChange: spokenOf(element) });
  }
  main.replaceChildren();
  scrollTo(0, 0);
  return seen;
};

window.showStates = async (settings) => {
  main.replaceChildren();
  main.className = 'sheet';
  for (const setting of settings) {
    const stages = raiseStates(setting, setting.state);
    await arrive(stages);
    for (const stage of stages) await stage.play();
  }
  scrollTo(0, 0);
};

/** Waits until nothing is to be painted, pictures are there, and what moves has arrived. */
async function arrive(stages: readonly Raised[]): Promise<void> {
  for (const { element } of stages) await settled(element);
  const all = (): Element[] => stages.flatMap(({ element }) => [...within(element)]);
  for (const one of all()) if (one instanceof HTMLImageElement) await loaded(one);
  const places = (): string => JSON.stringify(all().map((one) => one.getBoundingClientRect()));
  for (let before = ''; before !== places();) {
    before = places();
    for (const animation of document.getAnimations()) animation.finish();
    const quietAt = performance.now() + QUIET_MS;
    for (let frame = 0; frame < 3 || performance.now() < quietAt; frame++) {
      for (const { element, heard } of stages) heard.add(spokenOf(element));
      await nextFrame();
    }
  }
}

const nextFrame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));

/** Waits until a picture is seen, or given up. */
async function loaded(image: HTMLImageElement): Promise<void> {
  const patience = performance.now() + 10_000;
  while (image.isConnected && !isPictureSeen(image) && performance.now() < patience) {
    // One that is lazy loads in sight alone.
    image.scrollIntoView({ block: 'center' });
    await nextFrame();
  }
}

dispatchEvent(new Event('widgets-loaded'));
