import { afterEach, describe, expect, it } from 'vitest';
import { play, whenOver } from './internal/motion.js';
import { releaseMotion, seekMotion } from './seek.js';

function setup() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const plate = document.createElement('div');
  root.append(plate);
  document.body.append(host);
  const isAt = (): [string, string] => {
    const { opacity, transform } = getComputedStyle(plate);
    return [Number(opacity).toFixed(3), transform];
  };
  const come = (moment: 'in' | 'change' = 'in'): Animation | null =>
    play(plate, [{ opacity: 0, transform: 'translateY(28px)' }, {}], moment, { easing: 'linear', duration: 400 });
  return { host, plate, come, isAt };
}

describe('seekMotion', () => {
  afterEach(() => {
    releaseMotion(document);
    document.body.replaceChildren();
  });

  it('holds what moves, in shadow roots too, and goes to any time, forwards and back', async () => {
    const { come, isAt } = setup();
    come();
    for (const [ms, opacity] of [
      [100, '0.250'],
      [300, '0.750'],
      [100, '0.250'],
      [0, '0.000'],
      [-50, '0.000'],
    ] as const) {
      seekMotion(document, ms);
      expect(isAt()[0]).toBe(opacity);
      await new Promise(requestAnimationFrame);
      expect(isAt()[0]).toBe(opacity);
    }
  });

  it('is at rest past the end, and comes back from there', () => {
    const { host, come, isAt } = setup();
    come();
    for (const ms of [400, 1e9]) {
      seekMotion(host, ms);
      expect(isAt()).toEqual(['1.000', 'none']);
    }
    seekMotion(host, 200);
    expect(isAt()[0]).toBe('0.500');
    releaseMotion(host);
  });

  it('counts from the last change: what the one before it had set in motion is at its end', () => {
    const { host, plate, come, isAt } = setup();
    const before = plate.animate([{ opacity: 0 }, {}], 1000);
    seekMotion(host, 10);
    const motion = come();
    expect(before.playState).toBe('finished');
    expect(motion?.currentTime).toBe(0);
    seekMotion(host, 100);
    expect(isAt()[0]).toBe('0.250');
    releaseMotion(host);
  });

  it('leaves alone what moves elsewhere', () => {
    const [one, other] = [setup(), setup()];
    seekMotion(one.host, 0);
    expect(other.come()?.playState).toBe('running');
    releaseMotion(one.host);
  });

  it('does not bring back what was called off', () => {
    const { host, come, isAt } = setup();
    const motion = come();
    seekMotion(host, 100);
    motion?.cancel();
    seekMotion(host, 100);
    expect(isAt()[0]).toBe('1.000');
    releaseMotion(host);
  });

  it('lets it all end and run again when released', async () => {
    const { host, come } = setup();
    const over: number[] = [];
    whenOver(come(), () => over.push(1));
    seekMotion(host, 100);
    releaseMotion(host);
    await expect.poll(() => over).toEqual([1]);
    expect(come()?.playState).toBe('running');
  });
});
