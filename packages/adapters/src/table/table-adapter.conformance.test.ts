import { describeAdapter } from '@stallcast/testing';
import { createPolledHarness } from '../polled/polled-harness.fixture.js';
import { tableAdapter } from './table-adapter.js';

describeAdapter('tableAdapter', () =>
  createPolledHarness({
    create: (internals) => tableAdapter({ url: 'https://shop.example/stall.csv', intervalMs: 5_000, internals }),
    body: (version) => `商品,价格,库存\n水蜜桃,39.90,${version}\n青花椒,58,8\n`,
    garbled: (version) => `商品,价格,库存\n水蜜桃,39.90,${version}\n青花椒,很贵,8\n`,
  }),
);

describeAdapter('tableAdapter over JSON', () =>
  createPolledHarness({
    create: (internals) => tableAdapter({ url: 'https://shop.example/stall.json', intervalMs: 5_000, internals }),
    body: (version) => JSON.stringify([{ title: 'Peach', price: 39.9, stock: version }]),
    garbled: (version) => JSON.stringify([{ title: 'Peach', price: 39.9, stock: version }, { price: 1 }]),
  }),
);
