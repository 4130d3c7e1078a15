import { isTokenValue, tokenRule } from '@stallcast/elements';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readThemeCss } from './read-theme-css.js';
import { themeCss } from './theme-css.js';
import { TUNABLE } from './tunable.js';

/** Lines as themes have them: some that no scene may tune, one that follows another, one with lengths that a scene would write otherwise. */
const VALUES = new Map([
  ['--stall-color-text', '#2b2014'],
  ['--stall-color-line', '#ffffff'],
  ['--stall-font-text', "'PingFang SC', MiSans, sans-serif"],
  ['--stall-font-title', 'var(--stall-font-text)'],
  ['--stall-space-density', '1'],
  ['--stall-motion-duration-in', '400ms'],
  ['--stall-radius-tab', '6px 22px 0 0'],
  ['--stall-shadow-plate', 'drop-shadow(0 5px 0 rgba(43, 26, 10, 0.34))'],
  ['--stall-plate-emblem', `url("data:image/svg+xml,%3Csvg d='M1 4h17m2 19h17'/%3E")`],
]);
const read = (css: string) => readThemeCss(css, () => VALUES);

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
      fc.property(
        tokens,
        fc.constantFrom('night', 'paper', 'batik'),
        fc.oneof(fc.string(), fc.constantFrom('**//body{display:none}', 'a\n*/\u2028 b')),
        (tuned, theme, title) => {
          const tokens = { ...tuned, '--stall-space-density': '0.8', '--stall-radius-plate': '12px' };
          const css = themeCss({ theme, values: VALUES, tokens, title });
          expect(read(css)).toEqual({ ok: true, theme, tokens, left: [] });
          // Nothing that a scene is called ends the comment at its head.
          expect(css.split('*/')[1]).toMatch(/^\nbody \{\n {2}--stall-theme: \w+;\n\n {2}\/\* 颜色 Colour $/);
        },
      ),
    );
  });

  it('takes what can be tuned, says what was left, and never takes anything else', () => {
    expect(
      read(`
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

  it('marks what is tuned, and nothing that says what the theme says', () => {
    const tokens = { '--stall-color-text': '#2b2014', '--stall-color-line': '#fffffe' };
    const css = themeCss({ theme: 'night', values: VALUES, tokens, title: '' });
    expect(css).toContain('调过 1 项 1 tuned');
    expect(css).toContain('#2b2014;\n');
    expect(css).toContain('  --stall-color-line: #fffffe; /* 调过 tuned */\n');
  });

  it('is not tuned where it says what the theme says, however that is written; of two lines the later holds', () => {
    const told = (css: string) => {
      const answer = read(`body { --stall-theme: night; ${css} }`);
      return answer.ok && [answer.tokens, answer.left];
    };
    expect(
      told(
        '--stall-color-line: #FFF; --stall-motion-duration-in: .4s; --stall-shadow-plate: drop-shadow( 0 5px 0 rgba(43,26,10,.34) )',
      ),
    ).toEqual([{}, []]);
    expect(told('--stall-color-line: #fffffe; --stall-shadow-plate: drop-shadow(0 5px 0 red)')).toEqual([
      { '--stall-color-line': '#fffffe' },
      ['--stall-shadow-plate'],
    ]);
    expect(told('--stall-color-text: #000000; --stall-color-text: #2b2014')).toEqual([{}, []]);
  });

  it.each(['', 'body { color: red }', '{"version":1}', '--stall-src: x', 'x'.repeat(60_001)])(
    'is refused in one sentence: %.20s',
    (css) => {
      const answer = read(css);
      expect(answer.ok).toBe(false);
      expect(!answer.ok && [answer.why.en.split('. ').length, answer.why['zh-CN'].split('。').length]).toEqual([1, 2]);
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
        const answer = read(lines.map(([name, value]) => `${name}: ${value};`).join('\n'));
        if (!answer.ok) return;
        for (const [name, value] of Object.entries(answer.tokens))
          expect(isTokenValue(tokenRule(name)!, value)).toBe(true);
      }),
    );
  });
});
