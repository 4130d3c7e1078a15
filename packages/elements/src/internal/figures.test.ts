import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import { figure, figureWidth } from './figures.js';

function draw(text: string): HTMLElement {
  const place = document.createElement('div');
  render(figure(text), place);
  return place;
}

describe('figure', () => {
  it('draws every character that a price, a count or a countdown needs', () => {
    const place = draw('0123456789¥$€£?+–.,:%');
    expect(place.querySelectorAll('.glyph')).toHaveLength(21);
    expect(place.querySelectorAll('.glyph svg path')).not.toHaveLength(0);
    expect(place.querySelector('.glyph b')).toBeNull();
  });

  it('sets a character in type that it cannot draw', () => {
    expect(draw('₿1').querySelector('b')?.textContent).toBe('₿');
  });

  it('is hidden from those who listen', () => {
    expect(draw('12').querySelector('.figure')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('is tabular: every digit is as wide as every other', () => {
    const widths = new Set([...'0123456789'].map((digit) => figureWidth(digit.repeat(3))));
    expect([...widths]).toEqual([204]);
  });
});
