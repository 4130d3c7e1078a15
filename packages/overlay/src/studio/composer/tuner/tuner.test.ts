import { describe, expect, it } from 'vitest';
import { eachOnALaptop, open } from '../test-composer.fixture.js';

describe('<studio-tuner>', () => {
  eachOnALaptop();

  it('tunes a colour at once on the canvas, warns where it cannot be read, and writes it as CSS', async () => {
    const { bench, canvas, tab, part } = await open();
    await tab('theme');
    const tuner = part('studio-tuner');
    const field = () => tuner.querySelector<HTMLInputElement>('#stall-color-text')!;
    await expect.poll(() => field().value).toBe('#2b2014');
    field().value = '#f0e0c0';
    field().dispatchEvent(new Event('input'));
    expect(bench.$scene.get().tokens).toEqual({ '--stall-color-text': '#f0e0c0' });
    const wear = canvas.querySelector<HTMLElement>('.wear')!;
    await expect.poll(() => getComputedStyle(wear).getPropertyValue('--stall-color-text').trim()).toBe('#f0e0c0');
    await expect.poll(() => tuner.querySelector('.trouble')?.textContent).toContain('看不清');
    bench.undo();
    await expect.poll(() => wear.style.getPropertyValue('--stall-color-text')).toBe('');
  });

  it('takes a theme’s file, as it was exported or written by hand, and refuses another in one sentence', async () => {
    const { bench, canvas, tab, part } = await open();
    await tab('theme');
    const tuner = part('studio-tuner');
    const choose = (text: string) => {
      const field = tuner.querySelector<HTMLInputElement>('input[type=file]')!;
      const files = new DataTransfer();
      files.items.add(new File([text], 'theme.css'));
      field.files = files.files;
      field.dispatchEvent(new Event('change'));
    };
    choose('body { --stall-theme: night; --stall-space-density: 0.7; --stall-src: x }');
    await expect.poll(() => bench.$scene.get().theme).toBe('night');
    expect(bench.$scene.get().tokens).toEqual({ '--stall-space-density': '0.7' });
    await expect.poll(() => tuner.querySelector('[role=alert]')?.textContent).toContain('--stall-src');
    const wear = canvas.querySelector<HTMLElement>('.wear')!;
    await expect.poll(() => getComputedStyle(wear).getPropertyValue('--stall-space-density').trim()).toBe('0.7');
    choose('{"version":1}');
    await expect.poll(() => tuner.querySelector('[role=alert]')?.textContent).toContain('不像是主题');
    expect(bench.$scene.get().theme).toBe('night');
  });
});
