import { expect, it } from 'vitest';
import { bearerOf, requireKey } from './bearer.js';
import { createKeyGuesses, GUESSES_A_MINUTE } from './key-guesses.js';

const KEYS = {
  roleOf: (key: string) => (key === 'right' ? ('deck' as const) : null),
  isRevoked: (key: string) => key === 'old',
};

function setup() {
  let now = 0;
  const guesses = createKeyGuesses(() => now);
  /** What a request from an address with a key comes to: its role, or the status and code that it hears. */
  const ask = (remoteAddress: string, key: string): string => {
    const request = { socket: { remoteAddress }, headers: { authorization: `Bearer ${key}` } } as never;
    expect(bearerOf(request)).toBe(key);
    try {
      return requireKey(request, KEYS, guesses);
    } catch (problem) {
      return (problem as { code: string }).code;
    }
  };
  const guess = (address: string, count: number) =>
    Array.from({ length: count }, (_, at) => ask(address, `guess-${at}`));
  return { ask, guess, pass: (ms: number) => (now += ms) };
}

it('lets an address show so many wrong keys a minute, and then not even a right one', () => {
  const { ask, guess, pass } = setup();
  expect(new Set(guess('192.168.1.9', GUESSES_A_MINUTE))).toEqual(new Set(['wrong-key']));
  expect(ask('192.168.1.9', 'guess')).toBe('too-many-wrong-keys');
  expect(ask('192.168.1.9', 'right')).toBe('too-many-wrong-keys');
  expect(ask('192.168.1.4', 'right'), 'another phone goes on').toBe('deck');
  pass(60_000);
  expect(ask('192.168.1.9', 'right')).toBe('deck');
});

it('counts a household of addresses as one, this machine never, and a key that was taken back as no guess', () => {
  const { ask, guess } = setup();
  guess('2001:db8:1:2::1', GUESSES_A_MINUTE);
  expect(ask('2001:db8:1:2:aaaa::9', 'right')).toBe('too-many-wrong-keys');
  for (const own of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    guess(own, GUESSES_A_MINUTE + 1);
    expect(ask(own, 'right')).toBe('deck');
  }
  for (let turn = 0; turn <= GUESSES_A_MINUTE; turn += 1) ask('192.168.1.5', 'old');
  expect(ask('192.168.1.5', 'right')).toBe('deck');
});

it('counts a minute from the first wrong key on, also under a clock that is set back', () => {
  const { ask, guess, pass } = setup();
  guess('192.168.1.9', 1);
  pass(59_999);
  guess('192.168.1.9', GUESSES_A_MINUTE - 1);
  expect(ask('192.168.1.9', 'right')).toBe('too-many-wrong-keys');
  pass(1);
  expect(ask('192.168.1.9', 'right')).toBe('deck');
  guess('192.168.1.9', GUESSES_A_MINUTE);
  pass(-3_600_000);
  expect(ask('192.168.1.9', 'right'), 'nobody is kept out for an hour').toBe('deck');
});

it('tells addresses apart again once those that guessed have been quiet', () => {
  const { ask, guess, pass } = setup();
  for (let host = 0; host < 10_000; host += 1) guess(`10.${host >> 16}.${(host >> 8) & 255}.${host & 255}`, 1);
  pass(60_000);
  guess('172.16.0.1', 1);
  guess('172.16.0.1', GUESSES_A_MINUTE - 1);
  guess('172.16.0.2', 2);
  expect(ask('172.16.0.2', 'right')).toBe('deck');
});

it('holds no more than it must, however many addresses guess', () => {
  const { ask, guess } = setup();
  for (let host = 0; host < 10_050; host += 1) guess(`10.${host >> 16}.${(host >> 8) & 255}.${host & 255}`, 1);
  guess('172.16.0.1', GUESSES_A_MINUTE);
  expect(ask('172.16.9.9', 'right'), 'those that are not told apart are limited together').toBe('too-many-wrong-keys');
  expect(ask('10.0.0.1', 'right')).toBe('deck');
});
