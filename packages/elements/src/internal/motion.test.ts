import { afterEach, describe, expect, it, vi } from 'vitest';
import { callOff, play, travel, whenOver } from './motion.js';

function setup(tokens = '') {
  const element = document.createElement('div');
  element.style.cssText = tokens;
  document.body.append(element);
  const timing = (animation: Animation | null) => animation?.effect?.getTiming();
  return { element, timing };
}

describe('play', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('takes duration and curve from the tokens of the moment', () => {
    const { element, timing } = setup('--stall-motion-duration-out: .5s; --stall-motion-curve-out: linear');
    expect(timing(play(element, [{ opacity: 0 }, {}], 'out'))).toMatchObject({ duration: 500, easing: 'linear' });
    element.style.setProperty('--stall-motion-duration-out', '90ms');
    expect(timing(play(element, [{ opacity: 0 }, {}], 'out'))?.duration).toBe(90);
  });

  it('has its own where there is no token, or one that makes no sense', () => {
    const { element, timing } = setup('--stall-motion-duration-in: soon; --stall-motion-curve-in: bouncy');
    expect(timing(play(element, [{ opacity: 0 }, {}], 'in'))).toMatchObject({
      duration: 400,
      easing: 'cubic-bezier(0.3, 1.6, 0.5, 1)',
    });
  });

  it('plays nothing on nothing', () => {
    expect(play(null, [{ opacity: 0 }, {}], 'in')).toBeNull();
  });

  it('names the motion by its moment', () => {
    expect(play(setup().element, [{ opacity: 0 }, {}], 'bring-back')?.id).toBe('bring-back');
  });

  it('plays nothing for who asked for less motion: each change is one cut', () => {
    const reduced = vi
      .spyOn(window, 'matchMedia')
      .mockImplementation((query) => ({ matches: /reduce/.test(query) }) as MediaQueryList);
    const { element } = setup();
    expect(play(element, [{ opacity: 0 }, {}], 'in')).toBeNull();
    expect(element.getAnimations()).toEqual([]);
    reduced.mockRestore();
  });
});

/** Hides the page for what asks `document.hidden`. */
function hide(): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('whenOver', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    document.body.replaceChildren();
  });

  const begin = (tokens = '--stall-motion-duration-out: 60ms') => {
    const { element } = setup(tokens);
    const over = vi.fn();
    const animation = play(element, [{}, { opacity: 0 }], 'out', { fill: 'forwards' });
    whenOver(animation, over);
    return { element, animation, over };
  };
  const LONG = '--stall-motion-duration-out: 600s';

  it('tells of the end', async () => {
    const { over } = begin();
    expect(over).not.toHaveBeenCalled();
    await expect.poll(() => over.mock.calls.length).toBe(1);
  });

  it('tells of one that is called off', async () => {
    const { animation, over } = begin(LONG);
    animation?.cancel();
    await expect.poll(() => over.mock.calls.length).toBe(1);
  });

  it('tells all who wait', async () => {
    const { animation, over } = begin();
    whenOver(animation, over);
    await expect.poll(() => over.mock.calls.length).toBe(2);
  });

  it('tells before the next frame of one that is called off here, and once', async () => {
    const { animation, over } = begin(LONG);
    const frame = new Promise(requestAnimationFrame);
    callOff(animation);
    expect(over).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(over).toHaveBeenCalledTimes(1);
    await frame;
    await new Promise(requestAnimationFrame);
    expect(over).toHaveBeenCalledTimes(1);
  });

  it('never asks for `finished`, with which old engines keep what is called off', async () => {
    const asked = vi.spyOn(Animation.prototype, 'finished', 'get');
    const { animation, over } = begin(LONG);
    callOff(animation);
    await expect.poll(() => over.mock.calls.length).toBe(1);
    expect(asked).not.toHaveBeenCalled();
  });

  it('tells where the element was taken out of the document meanwhile', async () => {
    const { element, over } = begin();
    element.remove();
    await expect.poll(() => over.mock.calls.length).toBe(1);
  });

  it('tells where the element is not rendered', async () => {
    const { over } = begin('display: none; --stall-motion-duration-out: 60ms');
    await expect.poll(() => over.mock.calls.length).toBe(1);
  });

  it('tells when the page is hidden, where no frame would end the motion', async () => {
    const { over } = begin(LONG);
    hide();
    await expect.poll(() => over.mock.calls.length).toBe(1);
  });

  it('tells at once of nothing, as on a page that is hidden', () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { animation, over } = begin();
    expect(animation).toBeNull();
    expect(over).toHaveBeenCalledTimes(1);
  });
});

describe('travel', () => {
  it('is the theme’s, or 28 px', () => {
    expect(travel(setup('--stall-motion-travel: 8px').element)).toBe(8);
    expect(travel(setup().element)).toBe(28);
  });
});
