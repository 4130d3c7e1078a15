import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceOf, ownId, readInUse } from './in-use.js';

const USUAL = { id: '', scene: '', theme: '' };

describe('the scene in use', () => {
  it('is the usual one until another was chosen, and wherever what is kept cannot be understood', () => {
    expect(readInUse(null)).toEqual({ portrait: USUAL, landscape: USUAL });
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const { portrait, landscape } = readInUse(text);
        for (const { id, scene, theme } of [portrait, landscape])
          expect([typeof id, typeof scene, typeof theme]).toEqual(['string', 'string', 'string']);
      }),
    );
  });

  it('is read back as it was kept, and nothing else gets into a link', () => {
    const own = { id: ownId('scene-3'), scene: '~p.abc-_9', theme: 'night' };
    expect(readInUse(JSON.stringify({ portrait: own, landscape: USUAL })).portrait).toEqual(own);
    const foreign = { id: 'county', scene: 'https://a.example/', theme: 'a b' };
    expect(readInUse(JSON.stringify({ portrait: foreign })).portrait).toEqual(USUAL);
    expect(readInUse(JSON.stringify({ portrait: { ...own, theme: '"><b>' } })).portrait.theme).toBe('');
  });

  it('is what a link says', () => {
    expect(choiceOf({ id: 'county', scene: 'county', theme: '' })).toEqual({ scene: 'county', theme: '' });
  });
});
