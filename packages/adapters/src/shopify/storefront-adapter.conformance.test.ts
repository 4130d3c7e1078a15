import { describeAdapter } from '@stallcast/testing';
import { createPolledHarness } from '../polled/polled-harness.fixture.js';
import { storefrontAdapter } from './storefront-adapter.js';

const SECRET = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

const answer = (quantityAvailable: number, amount: string) =>
  JSON.stringify({
    data: {
      p0: {
        id: 'gid://shopify/Product/1',
        handle: 'peach',
        title: '水蜜桃',
        variants: {
          nodes: [
            {
              id: 'gid://shopify/ProductVariant/2',
              title: 'Default Title',
              availableForSale: true,
              currentlyNotInStock: false,
              quantityAvailable,
              price: { amount, currencyCode: 'CNY' },
            },
          ],
        },
      },
    },
  });

describeAdapter('storefrontAdapter', () =>
  createPolledHarness({
    create: (internals) =>
      storefrontAdapter({
        shop: 'shop.myshopify.com',
        token: SECRET,
        handles: ['peach'],
        intervalMs: 5_000,
        internals,
      }),
    body: (version) => answer(version + 100, '39.9'),
    garbled: (version) => answer(version + 100, 'cheap'),
    secret: SECRET,
  }),
);
