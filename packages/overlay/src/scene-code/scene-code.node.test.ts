import { readdirSync, readFileSync } from 'node:fs';
import { parseScene, type Scene } from '@stallcast/elements';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeScene, encodeScene, MOST_CODE } from './scene-code.js';

const FOLDER = new URL('../../../elements/scenes/', import.meta.url);
const scenes = readdirSync(FOLDER)
  .filter((name) => !name.includes('schema'))
  .map((name) => [name, parseScene(readFileSync(new URL(name, FOLDER), 'utf8')).scene!] as const);

describe('the code of a scene', () => {
  it.each(scenes)('brings back %s, in letters that a link leaves alone', async (_, scene) => {
    const code = await encodeScene(scene);
    expect(code).toMatch(/^~[pl]\.[\w-]+$/);
    expect(encodeURIComponent(code!)).toBe(code);
    expect(code!.length).toBeLessThan(1_500);
    expect(await decodeScene(code!)).toEqual(scene);
  });

  it('is not written where it would be too long for a link', async () => {
    const items = Array.from({ length: 40 }, (_, i) => ({
      id: `a-${i}`,
      tag: 'stall-tickets',
      x: 0,
      y: 0,
      attributes: {
        'product-ids': Array.from({ length: 250 }, (_, k) =>
          String.fromCharCode(0x4e00 + ((i * 977 + k * 131) % 20_000)),
        ).join(''),
      },
    }));
    const scene: Scene = { version: 1, canvas: 'portrait', items };
    expect(await encodeScene(scene)).toBeNull();
  });

  it('says in one sentence what is wrong with anything else', async () => {
    const [, scene] = scenes[0]!;
    const code = (await encodeScene(scene))!;
    const cut = fc.nat(code.length - 2).map((at) => code.slice(0, at));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          cut,
          fc.base64String().map((text) => `~p.${text}`),
        ),
        async (text) => {
          await expect(decodeScene(text)).rejects.toThrow('copy the link from the studio again');
        },
      ),
    );
    await expect(decodeScene(`~p.${'A'.repeat(MOST_CODE)}`)).rejects.toThrow('scene:');
  });

  it('does not unpack what is far too large', async () => {
    const zeros = new Blob([new Uint8Array(40_000_000)]).stream().pipeThrough(new CompressionStream('deflate'));
    const packed = new Uint8Array(await new Response(zeros).arrayBuffer()).subarray(0, 5_000);
    const code = `~p.${Buffer.from(packed).toString('base64url')}`;
    await expect(decodeScene(code)).rejects.toThrow('scene:');
  });
});
