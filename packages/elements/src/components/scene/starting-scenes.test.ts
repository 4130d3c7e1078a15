/* The starting scenes, laid out for real: inside what is safe, off the host's face, and with nothing over another. */
import { afterEach, describe, expect, inject, it } from 'vitest';
import { raiseScene, SCENES } from '../../../gallery/scene-stage.js';
import { settled } from '../../../gallery/stage.js';
import { parseScene } from './scene.parse.js';

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Cautious estimates, as docs/design-language.md has them. */
const AREAS: Readonly<Record<string, { safe: Box; face: Box }>> = {
  portrait: { safe: [40, 240, 1040, 1256], face: [300, 470, 790, 750] },
  landscape: { safe: [96, 54, 1824, 1026], face: [560, 170, 1480, 760] },
};

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > 0.5 && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 0.5;
const boxOf = (element: Element): Box => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return [left, top, right, bottom];
};

/** What is on air, by the item's tag; what shows nothing takes no place. */
function airOf(canvas: HTMLElement): [string, Box][] {
  return [...canvas.querySelectorAll<HTMLElement>('.box:not([hidden]) > *')]
    .map((widget): [string, Box] => [widget.localName, boxOf(widget)])
    .filter(([, [left, top, right, bottom]]) => right - left > 1 && bottom - top > 1);
}

/** A demo bears a mark more. On OBS's engines it stands for both. */
const DEMOS = inject('engine') ? [true] : [false, true];
const CASES = Object.keys(SCENES).flatMap((name) =>
  ['zh-CN', 'en'].flatMap((language) => DEMOS.map((demo) => ({ name, language, demo }))),
);

describe('the starting scenes', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('are there for five situations, on both canvases', () => {
    const situations = ['county', 'orchard', 'rooms', 'tickets', 'workshop'];
    const wanted = situations.flatMap((one) => [`${one}-landscape`, `${one}-portrait`]);
    expect(Object.keys(SCENES).sort()).toEqual(wanted);
  });

  it.each(Object.entries(SCENES))('parse without a fault: %s', (name, file) => {
    const { scene, faults } = parseScene(file);
    expect(faults).toEqual([]);
    expect(name.endsWith(scene?.canvas ?? '?')).toBe(true);
  });

  it.each(CASES)('$name in $language keeps to its places (demo: $demo)', async ({ name, language, demo }) => {
    const { canvas, element, pass } = await raiseScene(name, language, demo);
    const { safe, face } = AREAS[element.shownScene?.canvas ?? ''] ?? AREAS['portrait']!;
    const seen = new Set<string>();
    // Long enough for every turn; what is old bears its age, which takes place too.
    for (let seconds = 0; seconds < 84; seconds += 7) {
      const air = airOf(canvas);
      expect(air.length).toBeGreaterThan(2);
      for (const [tag, box] of air) {
        seen.add(tag);
        const isSafe = box[0] >= safe[0] && box[1] >= safe[1] && box[2] <= safe[2] + 0.5 && box[3] <= safe[3] + 0.5;
        expect(isSafe, `${tag} ${box.map(Math.round).join(' ')} leaves the safe area at ${seconds} s`).toBe(true);
        expect(overlap(box, face), `${tag} ${box.map(Math.round).join(' ')} is on the face`).toBe(false);
      }
      const clashes = air.flatMap(([tag, box], i) =>
        air.slice(i + 1).flatMap(([other, its]) => (overlap(box, its) ? [`${tag} over ${other} at ${seconds} s`] : [])),
      );
      expect(clashes).toEqual([]);
      pass(7_000);
      element.requestUpdate();
      await settled(element);
      for (const widget of canvas.querySelectorAll<HTMLElement>('.box > *')) await settled(widget);
      for (const animation of canvas.getAnimations({ subtree: true })) animation.finish();
      // Their ends are told with the next frame.
      await new Promise(requestAnimationFrame);
      await settled(element);
    }
    expect(seen).toContain('stall-legal');
  });
});
