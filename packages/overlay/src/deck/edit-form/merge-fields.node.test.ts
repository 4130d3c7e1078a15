import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFields } from './merge-fields.js';

const OPENED = { title: '桃', price: '39.90' };

describe('mergeFields', () => {
  it('takes what somebody else has saved where nothing was typed', () => {
    expect(mergeFields(OPENED, { ...OPENED, title: '水蜜桃' }, { ...OPENED, price: '36.00' })).toEqual({
      fields: { title: '水蜜桃', price: '36.00' },
      clashes: [],
    });
  });

  it('leaves a field that both have changed to people', () => {
    const { fields, clashes } = mergeFields(OPENED, { ...OPENED, price: '35' }, { ...OPENED, price: '36.00' });
    expect([fields.price, clashes]).toEqual(['35', ['price']]);
  });

  it('never loses what was typed, nor what was saved elsewhere, without a word', () => {
    const text = fc.constantFrom('a', 'b', 'c');
    const texts = fc.record({ title: text, price: text });
    fc.assert(
      fc.property(texts, texts, texts, (opened, typed, saved) => {
        const { fields, clashes } = mergeFields(opened, typed, saved);
        for (const name of ['title', 'price'] as const) {
          if (typed[name] !== opened[name]) expect(fields[name]).toBe(typed[name]);
          else expect(fields[name]).toBe(saved[name]);
          if (fields[name] !== saved[name] && saved[name] !== opened[name]) expect(clashes).toContain(name);
        }
      }),
    );
  });
});
