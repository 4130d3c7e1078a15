import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shrinkCss } from './css-text.js';
import { shrinkHtml } from './html-text.js';
import { minifiedLiterals, minifyLiterals } from './minify-literals.js';

describe('a style sheet', () => {
  it.each([
    ['a {\n  color: red;\n}\n', 'a{color:red}'],
    ['a,\n  b > c {\n  margin: 0 auto;\n}', 'a,b > c{margin:0 auto}'],
    ["/* the theme's */ a { font: 1px 'A  B', serif; } /* x */", " a{font:1px 'A  B',serif}"],
    ["a::before { content: '; } /* no comment */'; }", "a::before{content: '; } /* no comment */'}"],
    [
      '@media (forced-colors: active) { a { border: 2px solid; } }',
      '@media (forced-colors:active){a{border:2px solid}}',
    ],
    ['a { width: calc(100% + 2px); --x: ; }', 'a{width:calc(100% + 2px);--x: }'],
    ['.a :lang(en) .b:not(:empty) { x: y }', '.a :lang(en) .b:not(:empty){x:y}'],
    ['a{b:c/**/d}', 'a{b:c d}'],
  ])('%j is %j', (css, short) => {
    expect(shrinkCss(css).trimEnd()).toBe(short);
  });

  it('keeps words apart where an expression follows or goes before', () => {
    expect(shrinkCss(' 16px / ')).toBe(' 16px / ');
  });
});

describe('a template', () => {
  it('keeps one space wherever there was any', () => {
    expect(shrinkHtml('<b>\n    a  b</b\n  >\n  <i></i>')).toBe('<b> a b</b > <i></i>');
  });

  it('keeps what is no space to HTML', () => {
    expect(shrinkHtml('a\u00a0 \u3000b')).toBe('a\u00a0 \u3000b');
  });
});

describe('a module', () => {
  const module = (tag: string) => `
export const a = ${tag}\`
  <p>
    \${first
      ? ${tag}\`
          <i>  \${second}  </i>
        \`
      : ''}
  </p>
\`;
export const line = 11;
`;

  it('keeps every expression on its line', () => {
    const short = minifyLiterals(module('html'));
    const lineOf = (code: string, text: string) => code.slice(0, code.indexOf(text)).split('\n').length;
    expect(short).toContain('html` <p> ${');
    for (const text of ['first', 'second', 'line']) {
      expect(lineOf(short, text), text).toBe(lineOf(module('html'), text));
    }
  });

  it('may have space before a literal, as a compiler leaves it', () => {
    expect(minifyLiterals('a = css `b { c: d; }`')).toBe('a = css `b{c:d}`');
  });

  it('keeps literals of other tags, and code without any', () => {
    expect(minifyLiterals(module('text'))).toBe(module('text'));
    expect(minifyLiterals('a  =  1')).toBe('a  =  1');
  });

  it('is what it was when it is shrunk twice', () => {
    expect(minifyLiterals(minifyLiterals(module('svg')))).toBe(minifyLiterals(module('svg')));
  });

  it('gives an expression the value that it had', () => {
    const pieces = fc.array(fc.constantFrom(' ', '\n', 'a', ':', ';', '{', '}', ',', '"x"', "'; '", '/* y */', '>'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(pieces, pieces, (before, after) => {
        const code = `css\`${before.join('')}\${1 +\n 1}${after.join('')}\` + 1`;
        const values = (text: string): unknown[] =>
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is the test's own
          new Function('css', `return [${text}]`)((_: unknown, ...each: unknown[]) => Number(each[0])) as unknown[];
        const short = minifyLiterals(code);
        expect(values(short)).toEqual(values(code));
        expect(short.split('\n')).toHaveLength(code.split('\n').length);
      }),
    );
  });

  it('from elsewhere is left alone', () => {
    const { transform } = minifiedLiterals();
    expect(transform('css`a  b`', '/x/node_modules/lit/a.js')).toBeNull();
    expect(transform('css`a  b`', '/x/src/a.ts')).toEqual({ code: 'css`a b`', map: null });
  });
});
