import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inNextFrame, nextFrame, StallElement } from './stall-element.js';

class ProbeElement extends StallElement {
  @property() text = '';
  painted: string[] = [];
  protected override updated(changed: PropertyValues<this>) {
    super.updated(changed);
    this.painted.push(this.text);
  }
  protected override render() {
    return html`${this.text}`;
  }
}
customElements.define('test-painted-probe', ProbeElement);

describe('StallElement', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is there at once, and paints what follows once a frame', async () => {
    const probe = document.createElement('test-painted-probe') as ProbeElement;
    // Chinese is always there; for another language the first picture waits.
    probe.lang = 'zh-CN';
    probe.text = 'first';
    document.body.append(probe);
    await Promise.resolve();
    await Promise.resolve();
    expect(probe.painted).toEqual(['first']);

    probe.text = 'second';
    await new Promise((resolve) => setTimeout(resolve));
    probe.text = 'third';
    await probe.updateComplete;
    expect(probe.painted.at(-1)).toBe('third');
    expect(probe.painted.length).toBeLessThanOrEqual(3);
  });
});

describe('nextFrame', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is every third frame while every frame is asked for, and the next one again after that', async () => {
    vi.useFakeTimers();
    let painted = 0;
    let restMs = 1;
    const paint = (): void =>
      void nextFrame().then(() => {
        painted += 1;
        setTimeout(paint, restMs);
      });
    const paintedIn = async (ms: number) => {
      const before = painted;
      await vi.advanceTimersByTimeAsync(ms);
      return painted - before;
    };
    paint();
    expect(await paintedIn(480)).toBeGreaterThanOrEqual(29);
    await paintedIn(480);
    expect(await paintedIn(960)).toBe(20);
    restMs = 24;
    await paintedIn(96);
    // A frame of 16 ms is asked for 24 ms after the one before: every other one.
    expect(await paintedIn(960)).toBe(30);
  });

  it('is one frame for all who ask before it', async () => {
    const frame = nextFrame();
    expect(nextFrame()).toBe(frame);
    await frame;
    expect(nextFrame()).toBe(frame);
    await expect.poll(() => nextFrame() === frame).toBe(false);
  });
});

describe('inNextFrame', () => {
  it('does a thing in the frame, in the same one what that asks for, and no second time', async () => {
    const done: string[] = [];
    inNextFrame(() => {
      done.push('first');
      inNextFrame(() => done.push('asked for by the first'));
    });
    expect(done).toEqual([]);
    await nextFrame();
    expect(done).toEqual(['first', 'asked for by the first']);
    inNextFrame(() => done.push('still in it'));
    expect(done).toHaveLength(3);
    await new Promise((resolve) => setTimeout(resolve));
    inNextFrame(() => done.push('in the one after'));
    expect(done).toHaveLength(3);
    await nextFrame();
    expect(done).toHaveLength(4);
  });
});
