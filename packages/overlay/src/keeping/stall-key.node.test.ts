import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropStallKey, takeStallKey, type KeyPage } from './stall-key.js';

function pageAt(hash: string) {
  const replaceState = vi.fn();
  const page: KeyPage = { location: { hash, pathname: '/deck', search: '?stall=orchard' }, history: { replaceState } };
  return { page, replaceState };
}

describe('takeStallKey', () => {
  const kept = new Map<string, string>();
  let isBlocked = false;

  beforeEach(() => {
    kept.clear();
    isBlocked = false;
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem(name: string, text: string) {
        if (isBlocked) throw new Error('blocked');
        kept.set(name, text);
      },
      removeItem: (name: string) => void kept.delete(name),
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('moves the key out of the address into this browser', () => {
    const { page, replaceState } = pageAt('#a%2Bkey');
    expect(takeStallKey('orchard', page)).toBe('a+key');
    expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, '', '/deck?stall=orchard');
    expect(takeStallKey('orchard', pageAt('').page)).toBe('a+key');
  });

  it('keeps one key for each stall, and the newest', () => {
    takeStallKey('orchard', pageAt('#one').page);
    takeStallKey('peaches', pageAt('#two').page);
    takeStallKey('orchard', pageAt('#three').page);
    expect([takeStallKey('orchard', pageAt('').page), takeStallKey('peaches', pageAt('').page)]).toEqual([
      'three',
      'two',
    ]);
  });

  it('leaves the key in the address where this browser keeps nothing: a reload needs it', () => {
    isBlocked = true;
    const { page, replaceState } = pageAt('#key');
    expect(takeStallKey('orchard', page)).toBe('key');
    expect(replaceState).not.toHaveBeenCalled();
  });

  it('has none where none was given, and none after it was dropped', () => {
    expect(takeStallKey('orchard', pageAt('#').page)).toBeNull();
    takeStallKey('orchard', pageAt('#key').page);
    dropStallKey('orchard');
    expect(takeStallKey('orchard', pageAt('').page)).toBeNull();
  });

  it('takes a key that was not encoded as it is', () => {
    expect(takeStallKey('orchard', pageAt('#100%').page)).toBe('100%');
  });
});
