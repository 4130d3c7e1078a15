import { describeAdapter } from '@stallcast/testing';
import { createPolledHarness } from '../polled/polled-harness.fixture.js';
import { storeAdapter } from './store-adapter.js';

const product = (stock: number, price: string) => ({
  id: 93,
  name: '水蜜桃',
  type: 'simple',
  prices: { currency_code: 'CNY', currency_minor_unit: 2, price, regular_price: price },
  is_in_stock: true,
  low_stock_remaining: null,
  stock_availability: { text: 'In stock' },
  add_to_cart: { minimum: 1, maximum: stock },
});

describeAdapter('storeAdapter', () =>
  createPolledHarness({
    create: (internals) => storeAdapter({ address: 'https://shop.example?include=93&every=5', internals }),
    body: (version) => JSON.stringify([product(version + 100, '3990')]),
    garbled: (version) => JSON.stringify([product(version + 100, 'cheap')]),
  }),
);
