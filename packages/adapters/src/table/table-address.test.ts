import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTableAddress } from './table-address.js';

const SHEET = 'https://docs.google.com/spreadsheets';

describe('parseTableAddress', () => {
  it('takes an address with its settings', () => {
    expect(parseTableAddress('https://a.example/s.csv?v=1#every=30&currency=usd&feature=1,peach&room=north')).toEqual({
      url: 'https://a.example/s.csv?v=1',
      intervalMs: 30_000,
      currency: 'USD',
      feature: ['1', 'peach'],
      room: 'north',
    });
    expect(parseTableAddress('./s.csv', 'http://127.0.0.1:7788/overlay')).toMatchObject({
      url: 'http://127.0.0.1:7788/s.csv',
      intervalMs: 15_000,
      currency: 'CNY',
      feature: [],
    });
  });

  it.each([
    [`${SHEET}/d/1aB-c_D/edit#gid=42`, `${SHEET}/d/1aB-c_D/gviz/tq?tqx=out%3Acsv&headers=1&gid=42`],
    [`${SHEET}/d/1aB-c_D/edit?gid=42#gid=42`, `${SHEET}/d/1aB-c_D/gviz/tq?tqx=out%3Acsv&headers=1&gid=42`],
    [`${SHEET}/d/1aB-c_D/edit?usp=sharing`, `${SHEET}/d/1aB-c_D/gviz/tq?tqx=out%3Acsv&headers=1`],
    [`${SHEET}/u/0/d/1aB-c_D/`, `${SHEET}/d/1aB-c_D/gviz/tq?tqx=out%3Acsv&headers=1`],
    [`${SHEET}/d/e/2PACX-x/pubhtml?gid=7&single=true`, `${SHEET}/d/e/2PACX-x/pub?gid=7&single=true&output=csv`],
    [`${SHEET}/d/e/2PACX-x/pub?output=csv`, `${SHEET}/d/e/2PACX-x/pub?output=csv`],
    [`${SHEET}/d/1aB/gviz/tq?tqx=out:json`, `${SHEET}/d/1aB/gviz/tq?tqx=out:json`],
    [`${SHEET}/d/1aB/export?format=csv&gid=3`, `${SHEET}/d/1aB/export?format=csv&gid=3`],
  ])('makes of %s where Google gives the table out', (address, url) => {
    expect(parseTableAddress(address).url).toBe(url);
  });

  it.each(['', 'stall.csv', 'ftp://a.example/s.csv', 'javascript:alert(1)', 'https://me:secret@a.example/s.csv'])(
    'refuses %j without repeating it',
    (address) => {
      expect(() => parseTableAddress(address)).toThrow(/^“table:”后面要写/);
      expect(() => parseTableAddress(address)).not.toThrow(/secret/);
    },
  );

  it('makes an address or one sentence of anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })), (text) => {
        try {
          expect(parseTableAddress(text).url).toMatch(/^https?:/);
        } catch (error) {
          expect((error as Error).message).toMatch(/\.$/);
        }
      }),
    );
  });
});
