import type { Scene } from '@stallcast/elements';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeptScenes } from './kept-scenes.js';

const scene = (x: number): Scene => ({
  version: 1,
  canvas: 'portrait',
  items: [{ id: 'goal', tag: 'stall-goal', x, y: 0 }],
});
const placeOf = ({ items }: Scene) => items[0]?.x;

describe('the scenes that a browser keeps', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('are read as they were kept, the last changed first, and what is not understood is passed over', () => {
    const kept = openKeptScenes();
    kept.keep('scene-1', scene(1), 10);
    kept.keep('scene-2', scene(2), 20);
    expect(
      openKeptScenes()
        .all()
        .map(({ id }) => id),
    ).toEqual(['scene-2', 'scene-1']);
    const raw = JSON.parse(localStorage.getItem('stallcast.scenes')!) as { scenes: unknown[] };
    localStorage.setItem(
      'stallcast.scenes',
      JSON.stringify({ scenes: [null, 7, { id: 'x', scene: { version: 99 } }, ...raw.scenes] }),
    );
    expect(openKeptScenes().all()).toHaveLength(2);
    localStorage.setItem('stallcast.scenes', '{');
    expect(openKeptScenes().all()).toEqual([]);
  });

  it('lose nothing where two windows change the same one: what the other made becomes a version', () => {
    const [one, other] = [openKeptScenes(), openKeptScenes()];
    expect(one.keep('scene-1', scene(1), 10)).toBe('kept');
    other.hold('scene-1');
    expect(other.keep('scene-1', scene(50), 20)).toBe('kept');
    expect(one.keep('scene-1', scene(2), 30)).toBe('kept-beside');
    const [now] = openKeptScenes().all();
    expect([placeOf(now!.scene), now!.versions.map((version) => placeOf(version.scene))]).toEqual([2, [50]]);
    expect(one.keep('scene-1', scene(3), 31)).toBe('kept');
    expect(other.keep('scene-1', scene(51), 40)).toBe('kept-beside');
    expect(
      openKeptScenes()
        .all()[0]!
        .versions.map((version) => placeOf(version.scene)),
    ).toEqual([3, 50]);
  });

  it('make no version of what is the same', () => {
    const kept = openKeptScenes();
    kept.keep('scene-1', scene(1), 10);
    kept.keepVersion('scene-1', scene(1), 11);
    kept.keepVersion('scene-1', scene(1), 12);
    expect(kept.all()[0]!.versions).toHaveLength(1);
  });
});
