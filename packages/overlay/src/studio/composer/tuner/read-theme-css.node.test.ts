import { isTokenValue, tokenRule } from '@stallcast/elements';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readThemeCss } from './read-theme-css.js';
import { themeCss, TUNABLE } from './tunable.js';

describe('a theme from a file', () => {
  it('is what was exported', () => {
    const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    const tokens = fc
      .uniqueArray(fc.constantFrom(...TUNABLE.color), { maxLength: 9 })
      .chain((names) =>
        fc
          .tuple(...names.map(() => color))
          .map((values) => Object.fromEntries(names.map((name, i) => [name, values[i]!]))),
      );
    fc.assert(
      fc.property(tokens, fc.constantFrom('night', 'paper', 'batik'), fc.string(), (tuned, theme, title) => {
        const more = { ...tuned, '--stall-space-density': '0.8', '--stall-radius-plate': '12px' };
        expect(readThemeCss(themeCss(theme, more, title))).toEqual({ ok: true, theme, tokens: more, left: [] });
      }),
    );
  });

  it('takes what can be tuned, says what was left, and never takes anything else', () => {
    expect(
      readThemeCss(`
        @import url(https://a.example/x.css);
        body { --stall-color-text: #ABC; --stall-font-text: "Songti SC", serif; background: url(//a.example) }
        :root { --stall-color-plate: url(javascript:1); --stall-src: relay:http://a.example#k; --stall-theme: noir }`),
    ).toEqual({
      ok: true,
      theme: null,
      tokens: { '--stall-color-text': '#aabbcc', '--stall-font-text': 'Songti SC, serif' },
      left: ['--stall-color-plate', '--stall-src', '--stall-theme'],
    });
  });

  it.each(['', 'body { color: red }', '{"version":1}', '--stall-src: x', 'x'.repeat(60_001)])(
    'is refused in one sentence: %.20s',
    (css) => {
      const read = readThemeCss(css);
      expect(read.ok).toBe(false);
      expect(!read.ok && [read.why.en.split('. ').length, read.why['zh-CN'].split('。').length]).toEqual([1, 2]);
    },
  );

  it('holds whatever comes', () => {
    const names = fc.constantFrom(
      ...TUNABLE.color,
      '--stall-theme',
      '--stall-space-density',
      '--stall-x',
      '*/',
      '{',
      '}',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string()), { maxLength: 20 }), (lines) => {
        const read = readThemeCss(lines.map(([name, value]) => `${name}: ${value};`).join('\n'));
        if (!read.ok) return;
        for (const [name, value] of Object.entries(read.tokens))
          expect(isTokenValue(tokenRule(name)!, value)).toBe(true);
      }),
    );
  });
});
