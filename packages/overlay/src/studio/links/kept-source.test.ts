import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepSource, keptSource, watchSource } from './kept-source.js';

const TABLE = 'table:https://shop.example/stall.csv#every=30';

describe('the kept source', () => {
  afterEach(() => localStorage.clear());

  it('is the stall’s own until another is chosen, for each stall by itself', () => {
    expect(keptSource('orchard')).toBe('');
    expect(keepSource('orchard', TABLE)).toBe(true);
    expect([keptSource('orchard'), keptSource('north')]).toEqual([TABLE, '']);
    keepSource('orchard', '');
    expect(keptSource('orchard')).toBe('');
    expect(Object.keys(localStorage).filter((name) => name.startsWith('stallcast.source'))).toEqual([]);
  });

  it('tells those who watch, of their stall alone, until they end it', () => {
    const hear = vi.fn();
    const end = watchSource('orchard', hear);
    keepSource('north', TABLE);
    keepSource('orchard', TABLE);
    expect(hear.mock.calls).toEqual([[TABLE]]);
    localStorage.setItem('stallcast.source.orchard', 'relay:https://x.example/stalls/y');
    window.dispatchEvent(new StorageEvent('storage', { key: 'stallcast.source.orchard' }));
    expect(hear).toHaveBeenLastCalledWith('relay:https://x.example/stalls/y');
    // Another tab cleared all that is kept.
    localStorage.clear();
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(hear).toHaveBeenLastCalledWith('');
    end();
    keepSource('orchard', '');
    expect(hear).toHaveBeenCalledTimes(3);
  });

  it.each(['javascript:alert(1)', 'table:', 'table:https://a b', 'x', 'table:https://a\n'])(
    'is not what somebody else put there: %j',
    (text) => {
      localStorage.setItem('stallcast.source.orchard', text);
      expect(keptSource('orchard')).toBe('');
    },
  );
});
