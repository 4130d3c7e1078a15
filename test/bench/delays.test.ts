import { describe, expect, it } from 'vitest';
import { delaysOf } from './delays.js';

describe('delaysOf', () => {
  it('counts from the sending to the first frame with the number', () => {
    const sendings = [
      { figure: 9, at: 100 },
      { figure: 8, at: 150 },
    ];
    const sightings = [
      { figure: 10, at: 0 },
      { figure: 9, at: 112 },
      { figure: 8, at: 155 },
    ];
    expect(delaysOf(sendings, sightings)).toEqual([12, 5]);
  });

  it('gives changes that one frame shows together that frame', () => {
    const sendings = [
      { figure: 9, at: 100 },
      { figure: 8, at: 104 },
    ];
    expect(delaysOf(sendings, [{ figure: 8, at: 110 }])).toEqual([10, 6]);
  });

  it('refuses a page that stopped showing', () => {
    expect(() => delaysOf([{ figure: 8, at: 0 }], [{ figure: 9, at: 1 }])).toThrow(
      'never showed 8: its last number was 9',
    );
  });
});
