import { LitElement } from 'lit';
import { languageOf } from '../words/index.js';
import { missingWords } from '../words/missing-words.js';

let frame: Promise<void> | null = null;

/**
 * Resolves in the next animation frame, the same one for everybody who asks before it.
 *
 * The promise lives until the frame is over: an update that another one causes within the frame, as a card causes that
 * of the counter inside it, is painted together with it. A hidden document has no frames, so there it resolves at once.
 */
export function nextFrame(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  frame ??= new Promise((resolve) => {
    const open = (): void => {
      cancelAnimationFrame(request);
      document.removeEventListener('visibilitychange', open);
      setTimeout(() => (frame = null));
      resolve();
    };
    const request = requestAnimationFrame(open);
    document.addEventListener('visibilitychange', open);
  });
  return frame;
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
