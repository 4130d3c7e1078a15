import { afterEach, describe, expect, it } from 'vitest';
import { play, travel } from './motion.js';

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
});

describe('travel', () => {
  it('is the theme’s, or 28 px', () => {
    expect(travel(setup('--stall-motion-travel: 8px').element)).toBe(8);
    expect(travel(setup().element)).toBe(28);
  });
});
