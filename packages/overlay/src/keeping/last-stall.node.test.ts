import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { chooseStall, rememberStall } from './last-stall.js';

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const choose = (query: string) => chooseStall(new URLSearchParams(query));

it('is the one that the address names', () => {
  rememberStall({ stall: 'peaches', room: 'north' });
  expect(choose('stall=orchard')).toEqual({ stall: 'orchard', room: undefined });
  expect(choose('stall=果园&room=a&b')).toEqual({ stall: '果园', room: 'a' });
  expect(choose('stall=')).toEqual({ stall: 'orchard', room: undefined });
});

it('is the last that was open where the address names none, with its room unless it names that', () => {
  expect(choose('')).toEqual({ stall: 'orchard', room: undefined });
  rememberStall({ stall: '果园&x=1', room: 'north' });
  expect(choose('lang=en')).toEqual({ stall: '果园&x=1', room: 'north' });
  expect(choose('room=south')).toEqual({ stall: '果园&x=1', room: 'south' });
  rememberStall({ stall: 'orchard', room: undefined });
  expect(choose('')).toEqual({ stall: 'orchard', room: undefined });
});

it('is the first stall where storage is blocked', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(() => rememberStall({ stall: 'peaches', room: undefined })).not.toThrow();
  expect(choose('')).toEqual({ stall: 'orchard', room: undefined });
});
