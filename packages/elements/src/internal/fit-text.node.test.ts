import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, plainText } from './fit-text.js';

const upTo = (length: number) => (candidate: string) => candidate.length <= length;

describe('fitText', () => {
  it('leaves what fits', () => {
    expect(fitText('湖边老园', 'zh-CN', upTo(4))).toBe('湖边老园');
  });

  it.each([
    ['en', 'Second crate opens at eight', 18, 'Second crate…'],
    ['zh-CN', '20:30 开第二筐，湖边老园', 11, '20:30 开第二筐…'],
    ['de', 'Rindfleischetikettierungsgesetz', 12, 'Rindfleisch…'],
    ['not a language', 'Second crate', 8, 'Second…'],
  ])('cuts between words, and long words inside, in %s', (language, text, length, cut) => {
    expect(fitText(text, language, upTo(length))).toBe(cut);
  });

  it('leaves nothing but the ellipsis where nothing fits', () => {
    expect(fitText('桃子', 'zh-CN', () => false)).toBe('…');
  });

  it('shows as much as fits, from the beginning, and tears no character apart', () => {
    const whole = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const text = fc
      .array(
        fc.oneof(fc.constantFrom('桃', '👨‍👩‍👧‍👦', 'e\u0301', ' ', '，', 'peach ', '🇨🇳', 'W'), fc.string({ maxLength: 4 })),
        {
          maxLength: 60,
        },
      )
      .map((parts) => plainText(parts.join(''), 400));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 90 }), (said, length) => {
        const shown = fitText(said, 'zh-CN', upTo(length));
        if (said.length <= length) return shown === said;
        const kept = shown.slice(0, -1);
        const ends = [0, ...[...whole.segment(said)].map(({ segment, index }) => index + segment.length)];
        return shown.length <= length && shown.endsWith('…') && said.startsWith(kept) && ends.includes(kept.length);
      }),
    );
  });
});

describe('plainText', () => {
  it('makes one line of many, without what turns it around', () => {
    expect(plainText('a\u202Eb\n\t c\u0000d ', 40)).toBe('ab c d');
  });

  it('takes no more than it is told, and no half of a pair', () => {
    expect(plainText('桃🍑', 2)).toBe('桃');
  });
});
