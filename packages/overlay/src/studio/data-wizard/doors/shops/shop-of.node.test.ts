import { expect, it } from 'vitest';
import { shopOf } from './shop-of.js';

it.each(['shop.example', ' https://shop.example/collections/all?page=2#top ', 'HTTP://shop.example', 'shop.example/'])(
  'finds the shop in %j',
  (typed) => {
    expect(shopOf(typed)).toBe('shop.example');
  },
);
