import type { Product } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRunOrder, nextInRun, pageOf } from './shelf.run.js';

function product(id: string, order?: number, linkNo?: number): Product {
  return {
    id,
    kind: 'goods',
    title: id,
    media: [],
    promises: [],
    sources: [],
    stockFrom: 'ledger',
    ...(order === undefined ? {} : { run: { order } }),
    ...(linkNo === undefined ? {} : { linkNo }),
  };
}

const ids = (products: readonly Product[]) => products.map(({ id }) => id).join(' ');
const never = () => false;
const many = (count: number) => Array.from({ length: count }, (_, index) => product(`p${index}`, undefined, index + 1));
const someProducts = fc
  .array(fc.tuple(fc.option(fc.nat(5), { nil: undefined }), fc.option(fc.nat(5), { nil: undefined })), {
    maxLength: 30,
  })
  .map((all) => all.map(([order, linkNo], index) => product(`p${index}`, order, linkNo)));

describe('inRunOrder', () => {
  it('goes by the place in the run, then by link number, then as they came', () => {
    const products = [product('d'), product('c', undefined, 2), product('b', 2, 9), product('a', 1, 7), product('e')];
    expect(ids(inRunOrder(products))).toBe('a b c d e');
  });

  it('keeps every product once, and ties in their order', () => {
    fc.assert(
      fc.property(someProducts, (products) => {
        const ordered = inRunOrder(products);
        expect([...ordered].sort((a, b) => products.indexOf(a) - products.indexOf(b))).toEqual(products);
        ordered.slice(1).forEach((later, index) => {
          const earlier = ordered[index]!;
          const place = [earlier.run?.order ?? Infinity, later.run?.order ?? Infinity] as const;
          const link = [earlier.linkNo ?? Infinity, later.linkNo ?? Infinity] as const;
          expect(place[0]).toBeLessThanOrEqual(place[1]);
          if (place[0] === place[1]) expect(link[0]).toBeLessThanOrEqual(link[1]);
          if (place[0] === place[1] && link[0] === link[1])
            expect(products.indexOf(earlier)).toBeLessThan(products.indexOf(later));
        });
      }),
    );
  });
});

describe('pageOf', () => {
  it('begins with what is being shown, and counts the others', () => {
    const { products, more } = pageOf(many(10), ['p3'], 4, undefined);
    expect(ids(products)).toBe('p3 p4 p5 p6');
    expect(more).toBe(6);
  });

  it('stays full to the end of the run', () => {
    expect(ids(pageOf(many(6), ['p5'], 4, undefined).products)).toBe('p2 p3 p4 p5');
  });

  it('begins at the beginning while nothing is shown', () => {
    expect(ids(pageOf(many(6), [], 4, undefined).products)).toBe('p0 p1 p2 p3');
  });

  it.each([
    [0, 'p0 p1 p2 p3'],
    [1, 'p4 p5'],
    [9, 'p4 p5'],
  ])('shows the page %i that it is told', (page, shown) => {
    expect(ids(pageOf(many(6), ['p0'], 4, page).products)).toBe(shown);
  });

  it('never leaves a place empty that could be filled, and always shows what is on', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 10 }), fc.nat(40), (count, rows, on) => {
        const { products, more } = pageOf(many(count), [`p${on}`], rows, undefined);
        expect(products).toHaveLength(Math.min(rows, count));
        expect(more).toBe(count - products.length);
        expect(products.some(({ id }) => id === `p${on}`)).toBe(on < count);
      }),
    );
  });
});

describe('nextInRun', () => {
  it('is the one behind what is being shown, and after the last the first', () => {
    expect(nextInRun(many(3), ['p0'], never)).toBe('p1');
    expect(nextInRun(many(3), ['p2'], never)).toBe('p0');
    expect(nextInRun(many(4), ['p0', 'p1'], never)).toBe('p2');
  });

  it('passes over what is on hold, and what stands outside the plan', () => {
    expect(nextInRun(many(3), ['p0'], (id) => id === 'p1')).toBe('p2');
    expect(nextInRun([product('a', 1), product('b', 2), product('c')], ['b'], never)).toBe('a');
  });

  it('is none while nothing is shown, and where nothing else is left', () => {
    expect(nextInRun(many(3), [], never)).toBe('');
    expect(nextInRun(many(1), ['p0'], never)).toBe('');
    expect(nextInRun(many(2), ['p0'], () => true)).toBe('');
  });
});
