import { expect, test } from '@playwright/test';
import { withoutMeasured } from './deed-table.js';
import { estimateSeconds } from './estimate.js';
import { findChanges, NEAR } from './find-changes.js';
import { NO_DEEDS } from './deeds.js';
import { fill, wordsOf } from './said.js';

const PICTURE = {
  letters: 1200,
  words: '第一步 | 拖进 OBS',
  keys: { 'a 竖屏': [10, 20, 300, 60], 'button 复制链接': [320, 20, 90, 60] },
} as const;
const KEPT = { 'a.jpg': { ...PICTURE, ring: [10, 20, 300, 60] } } as const;

test.describe('what a picture shows', () => {
  test('is the same where keys lie a little beside', () => {
    const keys = { ...PICTURE.keys, 'a 竖屏': [10 + NEAR, 20, 300, 60] as const };
    expect(findChanges(KEPT, { 'a.jpg': { ...KEPT['a.jpg'], keys } })).toEqual([]);
  });

  for (const [what, seen] of Object.entries({
    'a renamed key': { ...KEPT['a.jpg'], keys: { 'a 竖着': [10, 20, 300, 60], 'button 复制链接': [320, 20, 90, 60] } },
    'a moved key': { ...KEPT['a.jpg'], keys: { ...PICTURE.keys, 'a 竖屏': [10 + NEAR + 1, 20, 300, 60] } },
    'a key that has gone': { ...KEPT['a.jpg'], keys: { 'a 竖屏': [10, 20, 300, 60] } },
    'other words': { ...KEPT['a.jpg'], words: '第一步 | 拉进 OBS' },
    'a ring elsewhere': { ...KEPT['a.jpg'], ring: [10, 120, 300, 60] },
    'no ring': PICTURE,
  } as const)) {
    test(`is another with ${what}`, () => {
      expect(findChanges(KEPT, { 'a.jpg': seen })).not.toEqual([]);
    });
  }

  test('is not compared with what other fonts make of it', () => {
    expect(findChanges(KEPT, { 'a.jpg': { ...PICTURE, letters: 1100, words: 'elsewhere' } })).toEqual([]);
  });

  test('is another where a picture has come or gone', () => {
    expect(findChanges(KEPT, {})).toHaveLength(1);
    expect(findChanges({}, KEPT)).toHaveLength(1);
  });
});

test('only what was measured may differ between two pages', () => {
  const page = (seconds: string, clicks: number) =>
    `| way  | machine | presses |\n| ${'-'.repeat(seconds.length)} |\n| drag | <!-- measured -->${seconds}<!-- /measured --> | ${clicks} |`;
  expect(withoutMeasured(page('3.1 s', 2))).toBe(withoutMeasured(page('12.4 s', 2)));
  expect(withoutMeasured(page('3.1 s', 2))).not.toBe(withoutMeasured(page('3.1 s', 3)));
});

test('a person’s time is the sum of the model’s figures', () => {
  const deeds = { ...NO_DEEDS, presses: 2, drags: 1, keys: 5, hands: 1, heldMs: 1_000, scrolls: 1 };
  // 3 s to read; 2 × 1.35 to make up one's mind; 3 × 1.3 for presses and the scrolling; 2 × 1.3 for the drag; 5 × 1.2; 0.4; 1.3 + 1 for the hold.
  expect(estimateSeconds({ deeds, steps: 2, words: 9.2 })).toBeCloseTo(3 + 2.7 + 3.9 + 2.6 + 6 + 0.4 + 2.3);
});

test('a sentence names nothing that its step does not have', () => {
  expect(fill('Press {key}.', { key: '**Add**' })).toBe('Press **Add**.');
  expect(() => fill('Press {kye}.', { key: '**Add**' })).toThrow(/asks for \{kye\}/);
  expect(wordsOf({ 'zh-CN': '', en: 'Press {key} → now.' })).toBe(4);
});
