import { render } from 'lit';
import { cdp } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { figure } from './figures.js';
import { callOff, play, whenOver } from './motion.js';
import { rollFigure } from './roll.js';

type Devtools = { send(method: 'HeapProfiler.collectGarbage'): Promise<unknown> };

const TIMES = 20;

/** How many of these are still there after the waste was collected. */
async function alive(refs: readonly WeakRef<Element>[]): Promise<number> {
  // What was looked at in a task is kept to its end.
  await new Promise((resolve) => setTimeout(resolve));
  await (cdp() as Devtools).send('HeapProfiler.collectGarbage');
  return refs.filter((ref) => ref.deref()).length;
}

/** Makes elements that are gone again when `use` is over, and does not hold them. */
async function each(use: (element: HTMLElement) => Promise<void> | void): Promise<WeakRef<Element>[]> {
  const used = Array.from({ length: TIMES }, async () => {
    const element = document.createElement('div');
    document.body.append(element);
    await use(element);
    return new WeakRef<Element>(element);
  });
  return Promise.all(used);
}

const fading = (element: HTMLElement) => play(element, [{ opacity: 0 }, { opacity: 1 }], 'change');
const nextFrame = () => new Promise(requestAnimationFrame);

describe('an element that moved', () => {
  afterEach(() => document.body.replaceChildren());

  it('is let go when its motion came to an end', async () => {
    const refs = await each(
      (element) => new Promise((resolve) => whenOver(fading(element), () => resolve(element.remove()))),
    );
    await expect.poll(() => alive(refs)).toBe(0);
  });

  it('is let go when its motion was called off', async () => {
    const refs = await each(async (element) => {
      const motion = fading(element);
      whenOver(motion, () => element.remove());
      await nextFrame();
      callOff(motion);
    });
    await expect.poll(() => alive(refs)).toBe(0);
  });

  it('is let go when it was taken away while its digits rolled, and rolled again', async () => {
    const refs = await each(async (element) => {
      render(figure('128', 'fine'), element);
      rollFigure(element, '107', '119');
      await nextFrame();
      rollFigure(element, '119', '128');
      await nextFrame();
      element.remove();
    });
    await expect.poll(() => alive(refs)).toBe(0);
  });
});
