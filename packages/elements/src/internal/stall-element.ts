import { LitElement } from 'lit';
import { languageOf } from '../words/index.js';
import { missingWords } from '../words/missing-words.js';

/** What comes so soon after a frame, in ms, asks for the next one too. */
const NEXT_MS = 20;
/** After so many frames without one between there is a surge: half a second that nobody could read. */
const SURGE_FRAMES = 30;
/** In a surge there are twenty frames a second: a page asks for one so long after the one before, in ms. */
const SURGE_WAIT_MS = 35;

let frame: Promise<void> | null = null;
let frameAt = -Infinity;
let inARow = 0;
/** What is to be done when the frame comes; null while it is there. */
let works: (() => void)[] | null = [];

/**
 * Resolves in the next animation frame, the same one for everybody who asks before it. In a surge, where every frame is asked
 * for, it is every third one: what is painted is as true, 50 ms old at most, and costs a third.
 *
 * The promise lives until the frame is over: an update that another one causes within the frame, as a card causes that
 * of the counter inside it, is painted together with it. A hidden document has no frames, so there it resolves at once.
 */
export function nextFrame(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  frame ??= new Promise((resolve) => {
    const now = performance.now();
    inARow = now - frameAt < NEXT_MS ? inARow + 1 : 0;
    const wait = inARow > SURGE_FRAMES ? frameAt + SURGE_WAIT_MS - now : 0;
    let request = 0;
    const open = (): void => {
      clearTimeout(timer);
      cancelAnimationFrame(request);
      frameAt = performance.now();
      document.removeEventListener('visibilitychange', open);
      const due = works ?? [];
      works = null;
      for (const work of due) work();
      setTimeout(() => {
        frame = null;
        works = [];
      });
      resolve();
    };
    const ask = (): void => void (request = requestAnimationFrame(open));
    const timer = wait > 0 ? setTimeout(ask, wait) : undefined;
    if (!timer) ask();
    document.addEventListener('visibilitychange', open);
  });
  return frame;
}

/** Does something in the next animation frame, before what is painted in it is worked out; in this one where it is there, or where the document is hidden. */
export function inNextFrame(work: () => void): void {
  if (document.hidden || !works) return work();
  works.push(work);
  void nextFrame();
}

/** The base of all widgets: however often its data changes, it paints once a frame, and never in another language than its own. */
export class StallElement extends LitElement {
  protected override async scheduleUpdate(): Promise<void> {
    // The first update has nothing to wait for, and a host such as OGraf measures what it finds at once.
    if (this.hasUpdated) await nextFrame();
    const words = missingWords(languageOf(this));
    if (words) await words;
    await super.scheduleUpdate();
  }
}
