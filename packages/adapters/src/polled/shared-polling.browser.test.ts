import { createRecorder } from '@stallcast/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import '../on-demand/register.js';
import { openConnection } from '@stallcast/protocol';

/** As many sources as a full scene has; each has channels of its own, as pages of one origin do. */
const PAGES = 12;

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
});

describe('polled adapters in a browser', () => {
  it('ask once for twelve readers of one table, over real channels, and give all of them the same', async () => {
    let asked = 0;
    vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
      expect(init?.headers).toEqual({});
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return new Response('\uFEFF商品,价格,库存,讲解中\r\n水蜜桃,￥３９．９,１８６,是\r\n');
    });
    const recorders = Array.from({ length: PAGES }, () => createRecorder());
    for (const { sink } of recorders) stops.push(openConnection('table:https://shop.example/stall.csv').start(sink));
    for (const recorder of recorders) {
      await vi.waitFor(() => expect(recorder.position).not.toBeNull(), { timeout: 5_000 });
      expect(recorder.state).toMatchObject({
        products: [{ title: '水蜜桃' }],
        offers: [{ price: { minor: 3_990, currency: 'CNY' } }],
        stocks: [{ sellable: 186, basis: 'manual' }],
        featured: { stall: ['水蜜桃'] },
      });
      expect(recorder.violations).toEqual([]);
    }
    // Two may have asked in one moment; twelve did not.
    expect(asked).toBeLessThanOrEqual(2);
  });

  it('reads the GBK that Excel saves in China', async () => {
    const gbk = [0xc9, 0xcc, 0xc6, 0xb7, 0x2c, 0xbf, 0xe2, 0xb4, 0xe6, 0x0a, 0xcc, 0xd2, 0x2c, 0x38, 0x0a];
    vi.stubGlobal('fetch', async () => new Response(new Uint8Array(gbk)));
    const recorder = createRecorder();
    stops.push(openConnection('table:https://shop.example/gbk.csv').start(recorder.sink));
    await vi.waitFor(() => expect(recorder.state.products).toMatchObject([{ title: '桃' }]), { timeout: 5_000 });
    expect(recorder.state.stocks).toMatchObject([{ sellable: 8 }]);
  });
});
