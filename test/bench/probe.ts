/** Where a page shows its number: selectors, each but the first inside the shadow root of the one before. */
export type Place = readonly string[];

/** When a page first showed a number, by its own clock in ms. */
export interface Sighting {
  figure: number;
  at: number;
}

declare global {
  interface Window {
    /** Present on a page with a probe. */
    stallProbe?: {
      read(): number | null;
      sightings: Sighting[];
      /** When each frame began, by the page's own clock in ms; the oldest are forgotten. */
      frames: number[];
    };
  }
}

/**
 * Reads the number that a page shows, from its document; null while a place has none.
 *
 * With several places the number counts once all of them show it: numbers fall, so that is the highest one. It runs inside
 * the page, as text, so it uses nothing from outside itself.
 */
export function readFigure(places: readonly Place[]): number | null {
  let figure = -Infinity;
  for (const place of places) {
    let found: Element | null = null;
    for (const selector of place) {
      const root: ParentNode | null = found ? found.shadowRoot : document;
      found = root?.querySelector(selector) ?? null;
      if (!found) return null;
    }
    const digits = (found?.textContent ?? '').replace(/\D/g, '');
    if (!digits) return null;
    figure = Math.max(figure, Number(digits));
  }
  return figure;
}

/** The script that looks at a page after every frame and writes down when the number on it changed. */
export const probeScript = (places: readonly Place[]): string =>
  `(${installProbe.toString()})(${JSON.stringify(places)}, ${readFigure.toString()})`;

/*
 * The same for every variant. It reads the document, never a script's variable: a widget that has stopped painting is seen to
 * have stopped. The reading is a task of its own after the frame's callbacks, so what it reads has been painted.
 */
function installProbe(places: readonly Place[], read: typeof readFigure): void {
  const sightings: Sighting[] = [];
  const frames: number[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const figure = read(places);
    if (figure !== null && figure !== sightings.at(-1)?.figure) sightings.push({ figure, at: performance.now() });
  };
  const look = () => {
    frames.push(performance.now());
    if (frames.length > 2_000) frames.splice(0, 1_000);
    port2.postMessage(null);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.stallProbe = { read: () => read(places), sightings, frames };
}
