import { describe, expect, it } from 'vitest';
import { interleaved } from './contenders.js';

describe('interleaved', () => {
  it('turns the order round each time', () => {
    expect(interleaved(['a', 'b', 'c'], 3).join('')).toBe('abccbaabc');
  });
});
