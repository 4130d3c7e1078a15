import { THEMES, TOKENS, type ThemeName } from '@stallcast/themes';
import themes from '@stallcast/themes/all.css?inline';
import { describe, expect, it } from 'vitest';
import { eachOnALaptop, open } from '../test-composer.fixture.js';
import { readThemeCss } from './read-theme-css.js';
import { themeCss } from './theme-css.js';
import { themeValues } from './theme-values.js';

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(themes);
const SEMANTIC = Object.entries(TOKENS).flatMap(([name, { tier }]) => (tier === 'semantic' ? [name] : []));

describe('a theme’s file', () => {
  it.each(Object.keys(THEMES) as ThemeName[])('is all of %s, and reads back as what was tuned', (theme) => {
    const values = themeValues(SHEET, theme);
    expect([...values.keys()].sort()).toEqual([...SEMANTIC].sort());
    const tokens = { '--stall-color-value': '#0a5cc4', '--stall-font-text': 'Songti SC, serif' };
    const css = themeCss({ theme, values, tokens, title: '桃' });
    expect(css).not.toContain('palette');
    for (const name of SEMANTIC) expect(css.split(`  ${name}: `)).toHaveLength(2);
    expect(css.match(/tuned \*\//g)).toHaveLength(2);
    const valuesOf = (named: ThemeName | null) => themeValues(SHEET, named ?? 'orchard');
    expect(readThemeCss(css, valuesOf)).toEqual({ ok: true, theme, tokens, left: [] });

    // On a body alone it comes to what the theme comes to with the same tuning.
    const [worn, plain] = [document.createElement('i'), document.createElement('i')];
    worn.dataset['stallTheme'] = theme;
    for (const [name, value] of Object.entries(tokens)) worn.style.setProperty(name, value);
    plain.style.cssText = css.slice(css.indexOf('{') + 1, css.lastIndexOf('}'));
    const style = document.head.appendChild(Object.assign(document.createElement('style'), { textContent: themes }));
    document.body.append(worn, plain);
    const told = (element: Element) => SEMANTIC.map((name) => getComputedStyle(element).getPropertyValue(name));
    const [wanted, got] = [told(worn), told(plain)];
    style.remove();
    expect(got.map((value, at) => `${SEMANTIC[at]} ${value}`)).toEqual(
      wanted.map(
        (value, at) =>
          `${SEMANTIC[at]} ${/^#[0-9a-f]{3}$/.test(value) ? value.replaceAll(/[0-9a-f]/g, '$&$&') : value}`,
      ),
    );
  });
});

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
