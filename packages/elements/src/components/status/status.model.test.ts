import { AdapterError, type Room } from '@stallcast/protocol';
import type { Freshness } from '@stallcast/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusWords } from '../../words/index.js';
import { diagnose, lineState, type StatusSource } from './status.model.js';

const ROOM: Room = { id: 'main', title: '', commerce: true, panic: false };
const LIVE: Freshness = { level: 'live', ageMs: 0, heardAt: 0 };
const WELL: StatusSource = {
  hasRoomElement: true,
  hasStore: true,
  fault: null,
  freshness: LIVE,
  resync: 1,
  room: ROOM,
  rooms: [ROOM],
  panic: false,
  featured: ['peach'],
  productId: '',
  isProductKnown: false,
  words: statusWords('zh-CN'),
};
const troubles = (source: Partial<StatusSource>) => diagnose({ ...WELL, ...source }).map(({ trouble }) => trouble);
const fault = (code: string) => new AdapterError(code, 'It did not work.');
const WAITING: Partial<StatusSource> = {
  resync: 0,
  room: null,
  rooms: [],
  featured: [],
  freshness: { ...LIVE, level: 'waiting' },
};

const TWO = [ROOM, { ...ROOM, id: 'north' }];

describe('diagnose', () => {
  it('finds nothing where all is well', () => {
    expect(troubles({})).toEqual([]);
  });

  it.each<[string, Partial<StatusSource>, string[]]>([
    ['no room around', { hasRoomElement: false, hasStore: false }, ['no-room-element']],
    ['a room without src', { hasStore: false }, ['no-source']],
    ['an unknown scheme', { ...WAITING, fault: fault('no-adapter') }, ['no-adapter']],
    ['a wrong key', { ...WAITING, fault: fault('refused-key') }, ['refused-key']],
    ['an unknown stall', { ...WAITING, fault: fault('not-found') }, ['not-found']],
    ['a relay that is down', { ...WAITING, fault: fault('unreachable') }, ['unreachable']],
    ['a line that broke', { fault: fault('gone') }, ['unreachable']],
    ['a code like a property of any object', { ...WAITING, fault: fault('constructor') }, ['fault']],
    ['anything else', { ...WAITING, fault: fault('bad-message') }, ['fault']],
    ['the first snapshot', WAITING, ['waiting']],
    ['an unknown room', { room: null }, ['room-unknown']],
    ['a stall of several rooms that shows something', { room: null, rooms: TWO }, []],
    ['a room that is not named', { room: null, rooms: TWO, featured: [] }, ['room-unnamed']],
    [
      'one product in a stall of several rooms',
      { room: null, rooms: TWO, productId: 'peach', isProductKnown: true, featured: [] },
      [],
    ],
    ['a room that does not sell', { room: { ...ROOM, commerce: false } }, ['no-commerce']],
    ['nothing on', { featured: [] }, ['nothing-featured']],
    ['the panic key', { panic: true }, ['panic']],
    ['an unknown product', { productId: 'plum' }, ['product-unknown']],
    ['a product that is not on', { productId: 'peach', isProductKnown: true, featured: [] }, []],
    ['old data', { freshness: { level: 'stale', ageMs: 12_000, heardAt: 0 } }, ['data-old']],
    [
      'much at once',
      {
        panic: true,
        featured: [],
        fault: fault('unreachable'),
        freshness: { level: 'offline', ageMs: 92_000, heardAt: 0 },
      },
      ['unreachable', 'panic', 'nothing-featured', 'data-old'],
    ],
  ])('finds %s', (_case, source, found) => {
    expect(troubles(source)).toEqual(found);
  });

  it('passes on what the adapter said, where it has no words of its own', () => {
    const [answer] = diagnose({ ...WELL, ...WAITING, fault: fault('bad-message'), words: statusWords('en') });
    expect(answer?.text).toMatch(/\(It did not work\.\)$/);
  });

  it('answers whatever is not known, in both languages, in whole sentences', () => {
    const source = fc.record({
      hasRoomElement: fc.boolean(),
      hasStore: fc.boolean(),
      fault: fc.option(fc.constantFrom('no-adapter', 'refused-key', 'gone').map(fault), { nil: null }),
      resync: fc.nat(2),
      room: fc.constantFrom(null, ROOM, { ...ROOM, commerce: false }),
      panic: fc.boolean(),
      featured: fc.constantFrom([], ['peach']),
      productId: fc.constantFrom('', 'plum'),
      words: fc.constantFrom(statusWords('zh-CN'), statusWords('en')),
    });
    fc.assert(
      fc.property(source, (given) => {
        const all = { ...WELL, ...given };
        const answers = diagnose(all);
        for (const { text } of answers) expect(text).toMatch(/[。.）)]$/u);
        expect(new Set(answers.map(({ trouble }) => trouble)).size).toBe(answers.length);
        if (!given.hasStore || given.resync === 0 || !given.room) expect(answers.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('lineState', () => {
  it('is the state of the line, and none without a store', () => {
    expect(lineState(WELL)).toBe('live');
    expect(lineState({ ...WELL, hasStore: false })).toBe('none');
    expect(lineState({ ...WELL, freshness: undefined })).toBe('waiting');
  });
});
