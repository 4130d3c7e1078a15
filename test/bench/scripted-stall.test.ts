import { createFold, parseFrame, type Frame } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { createScriptedStall, PRODUCT } from './scripted-stall.js';

/** Reads frames as a page does: over text, and by the fold. */
function read(frames: readonly Frame[]) {
  const fold = createFold();
  for (const frame of frames) {
    const parsed = parseFrame(JSON.stringify(frame));
    expect(parsed.faults).toEqual([]);
    for (const one of parsed.frames) {
      if (one.type === 'snapshot') fold.snapshot(one);
      else if (one.type === 'change') expect(fold.change(one)).toBeInstanceOf(Array);
    }
  }
  return fold;
}

describe.each([false, true])('the scripted stall, synthetic: %s', (synthetic) => {
  it('speaks the wire format, and its number falls by one with each sale', () => {
    const stall = createScriptedStall({ synthetic });
    const before = stall.figure;
    const fold = read([stall.snapshot(), stall.sell(), stall.ping(), stall.sell()]);

    expect(stall.figure).toBe(before - 2);
    expect(fold.get('stock', PRODUCT)?.sellable).toBe(stall.figure);
    expect(fold.all('order')).toHaveLength(2);
    expect(fold.get('totals', 'main')?.units).toBe(2);
  });

  it('marks what it sells as the rest of it', () => {
    const stall = createScriptedStall({ synthetic });
    const fold = read([stall.snapshot(), stall.sell()]);
    const marks = [
      fold.get('stock', PRODUCT),
      fold.all('order')[0],
      fold.get('totals', 'main'),
      fold.get('session', 'stall'),
    ];
    expect(marks.map((value) => value?.synthetic ?? false)).toEqual(marks.map(() => synthetic));
  });
});
