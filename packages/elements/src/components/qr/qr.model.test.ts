import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from 'uqr';
import { qrWords } from '../../words/index.js';
import { deriveQrView, drawCode, QUIET, type QrSource } from './qr.model.js';

const HREF = 'https://shop.yangshan.example/peaches';
const view = (source: Partial<QrSource>) =>
  deriveQrView({ href: HREF, caption: '', profile: '', words: qrWords('zh-CN'), ...source });

describe('deriveQrView', () => {
  it('tells where it leads', () => {
    expect(view({})).toEqual({ href: HREF, host: 'shop.yangshan.example', caption: '扫码看店铺' });
    expect(view({ href: ' https://www.shop.example:8443/?a=1 ', caption: '老乡的店' })).toEqual({
      href: 'https://www.shop.example:8443/?a=1',
      host: 'shop.example:8443',
      caption: '老乡的店',
    });
  });

  it.each(['douyin', 'kuaishou', 'taobao', 'tiktok', 'weixin', 'a-platform-of-tomorrow'])(
    'is off in the profile %s',
    (profile) => {
      expect(view({ profile })).toBeNull();
    },
  );

  it('is on in a stream of one’s own', () => {
    expect(view({ profile: 'own' })).not.toBeNull();
  });

  it.each([
    '',
    'shop.example',
    'http://shop.example/',
    'javascript:alert(1)',
    'data:text/html,hello',
    'https://shop.example@evil.example/',
    'https://:secret@evil.example/',
    'weixin://dl/business',
  ])('shows nothing for %s', (href) => {
    expect(view({ href })).toBeNull();
  });

  it('shows the end of a long name, which is who it is', () => {
    const host = `${'shop-'.repeat(11)}x.evil.example`;
    expect(view({ href: `https://${host}/` })?.host).toHaveLength(40);
    expect(view({ href: `https://${host}/` })?.host).toMatch(/evil\.example$/);
  });

  it('writes names in other scripts as they are resolved, so that none looks like another', () => {
    expect(view({ href: 'https://аpple.com/' })?.host).toMatch(/^xn--/);
  });
});

describe('drawCode', () => {
  it('draws just the dark modules, inside a light border of four', () => {
    const grid = fc
      .integer({ min: 21, max: 41 })
      .chain((size) =>
        fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
      );
    fc.assert(
      fc.property(grid, (modules) => {
        const { path, box, side } = drawCode(modules);
        const dark = modules.map((row) => row.map(() => false));
        for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
          for (let i = 0; i < Number(width); i++) dark[Number(y) - QUIET]![Number(x) - QUIET + i] = true;
        }
        expect(dark).toEqual(modules);
        expect(box).toBe(modules.length + 2 * QUIET);
        expect(side % box).toBe(0);
        expect(side).toBeGreaterThanOrEqual(Math.max(320, box * 8));
      }),
      { numRuns: 60 },
    );
  });

  it('makes an address of usual length 320 px wide, and the longest 520', () => {
    expect(drawCode(encode(HREF, { ecc: 'M', border: 0 }).data).side).toBeLessThanOrEqual(333);
    expect(drawCode(encode('x'.repeat(213), { ecc: 'M', border: 0 }).data).side).toBe(520);
  });
});
