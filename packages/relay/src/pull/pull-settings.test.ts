import { describe, expect, it } from 'vitest';
import { Mishap } from '../mishap.js';
import { pullSecrets, readPullSettings } from './pull-settings.js';

const WOO = {
  STALLCAST_PULL_WOOCOMMERCE: 'https://shop.example/store/',
  STALLCAST_PULL_WOOCOMMERCE_KEY: 'ck_1',
  STALLCAST_PULL_WOOCOMMERCE_SECRET: 'cs_1',
};
const SHOPIFY = { STALLCAST_PULL_SHOPIFY: 'shop.myshopify.com', STALLCAST_PULL_SHOPIFY_TOKEN: 'shpat_1' };

describe('the settings of pulling', () => {
  it('ask nobody unless told', () => {
    expect(readPullSettings({})).toEqual({ targets: [], intervalMs: 15_000 });
  });

  it('name shops and their keys', () => {
    const { targets, intervalMs } = readPullSettings({ ...WOO, ...SHOPIFY, STALLCAST_PULL_SECONDS: '30' });
    expect(targets.map(({ source, base }) => [source, base.href])).toEqual([
      ['woocommerce', 'https://shop.example/store/'],
      ['shopify', 'https://shop.myshopify.com/'],
    ]);
    expect(intervalMs).toBe(30_000);
  });

  it('take an app of Shopify’s Dev Dashboard by its id and secret', () => {
    const { STALLCAST_PULL_SHOPIFY } = SHOPIFY;
    const env = {
      STALLCAST_PULL_SHOPIFY,
      STALLCAST_PULL_SHOPIFY_KEY: 'client',
      STALLCAST_PULL_SHOPIFY_SECRET: 'client-secret',
    };
    expect(readPullSettings(env).targets).toMatchObject([
      { source: 'shopify', key: 'client', secret: 'client-secret' },
    ]);
  });

  it('take plain http on this machine alone, for tests', () => {
    const at = (address: string) => () => readPullSettings({ ...WOO, STALLCAST_PULL_WOOCOMMERCE: address });
    expect(at('http://127.0.0.1:8080')).not.toThrow();
    expect(at('http://shop.example')).toThrow(/OAuth/);
    expect(at('http://192.168.1.5')).toThrow(Mishap);
  });

  it.each([
    { ...WOO, STALLCAST_PULL_WOOCOMMERCE: 'shop.example' },
    { ...WOO, STALLCAST_PULL_WOOCOMMERCE: 'https://user:pass@shop.example' },
    { ...WOO, STALLCAST_PULL_WOOCOMMERCE: 'https://shop.example/?consumer_key=x' },
    { ...WOO, STALLCAST_PULL_WOOCOMMERCE_KEY: '' },
    { ...WOO, STALLCAST_PULL_WOOCOMMERCE_SECRET: 'two\r\nlines' },
    { ...SHOPIFY, STALLCAST_PULL_SHOPIFY: 'shop.example' },
    { ...SHOPIFY, STALLCAST_PULL_SHOPIFY: 'evil.example/shop.myshopify.com' },
    { ...SHOPIFY, STALLCAST_PULL_SHOPIFY: 'shop.myshopify.com.evil.example' },
    { ...SHOPIFY, STALLCAST_PULL_SHOPIFY_TOKEN: ' ' },
    { STALLCAST_PULL_SECONDS: '1' },
    { STALLCAST_PULL_SECONDS: '1e9' },
  ])('refuse %o with a sentence in both languages', (env) => {
    expect(() => readPullSettings(env)).toThrow(Mishap);
  });

  it('know what must never be seen, in every form in which it is sent', () => {
    const secrets = pullSecrets(readPullSettings({ ...WOO, ...SHOPIFY }));
    expect(secrets).toEqual(['ck_1', 'cs_1', Buffer.from('ck_1:cs_1').toString('base64'), 'shpat_1']);
  });
});
