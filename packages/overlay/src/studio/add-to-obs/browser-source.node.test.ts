import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dragLink, SIZES } from '../links/studio-links.js';
import { browserSourceOf } from './browser-source.js';

const ORIGIN = 'http://127.0.0.1:7788';

describe('a link, read as OBS reads one that is dropped', () => {
  it('gives name, size and CSS, and opens the rest, whatever stands in them', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom('果园 & 100% #1', 'a+b=c&d', '%41%', '?layer-name=x', '#layer-css=y', '桃'.repeat(2_000)),
    );
    const wellFormed = text.filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(
        wellFormed,
        wellFormed,
        wellFormed,
        fc.constantFrom('portrait', 'landscape'),
        (stall, key, css, shape) => {
          const link = new URL(dragLink({ origin: ORIGIN, stall }, key, 'zh-CN', shape));
          link.search += `&layer-css=${encodeURIComponent(css)}`;
          const { url, ...source } = browserSourceOf(link.href);
          const [width, height] = SIZES[shape];
          expect(source).toEqual({ name: `Stallcast ${stall}`, width, height, css });

          const { search, hash, origin, pathname } = new URL(url);
          expect([origin, pathname]).toEqual([ORIGIN, '/overlay']);
          expect([...new URLSearchParams(search)]).toEqual([
            ['stall', stall],
            ['lang', 'zh-CN'],
          ]);
          expect(hash).toBe(new URL(`${ORIGIN}#${encodeURIComponent(key)}`).hash);
        },
      ),
    );
  });

  it('has a plus in a name for a plus, in CSS for a space, and no name for the host', () => {
    expect(browserSourceOf(`${ORIGIN}/x?layer-name=a+b&layer-css=a+b`)).toMatchObject({ name: 'a+b', css: 'a b' });
    expect(browserSourceOf(`${ORIGIN}/x`)).toEqual({
      name: '127.0.0.1',
      width: 0,
      height: 0,
      css: '',
      url: `${ORIGIN}/x`,
    });
  });
});
