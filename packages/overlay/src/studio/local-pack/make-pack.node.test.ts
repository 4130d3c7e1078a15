import type { Scene } from '@stallcast/elements';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipPack } from '../../local-pack/packed/zip-pack.js';
import { encodeScene } from '../../scene-code/scene-code.js';
import { lookOf, makePack } from './make-pack.js';

const PLAIN = { 'deck.html': strToU8('deck'), 'scene.js': strToU8('old'), '读我.html': strToU8('guide') };

describe('a pack of the studio', () => {
  it('is the plain one with what was chosen put into it', () => {
    const pack = unzipSync(makePack(zipPack(PLAIN), { stall: '果园', language: 'en', portrait: { scene: 'orchard' } }));
    expect(Object.keys(pack).sort()).toEqual(['stallcast/deck.html', 'stallcast/scene.js', 'stallcast/读我.html']);
    expect(strFromU8(pack['stallcast/读我.html']!)).toBe('guide');
    const script = strFromU8(pack['stallcast/scene.js']!);
    expect(script).toContain('"stall": "果园"');
    expect(script).toContain('"scene": "orchard"');
  });

  it('is not made of anything else', () => {
    expect(() => makePack(zipPack({ 'x.txt': strToU8('x') }), {})).toThrow('Expected a local pack');
    expect(() => makePack(strToU8('no zip'), {})).toThrow();
  });

  it('has a composed scene whole, and a starting one by its name', async () => {
    const scene = { version: 1, canvas: 'portrait', title: '夜场', items: [] } as unknown as Scene;
    const code = (await encodeScene(scene))!;
    expect(await lookOf({ scene: code, theme: 'night' })).toEqual({ scene, theme: 'night' });
    expect(await lookOf({ scene: 'tickets', theme: '' })).toEqual({ scene: 'tickets' });
    expect(await lookOf({})).toEqual({});
  });
});
