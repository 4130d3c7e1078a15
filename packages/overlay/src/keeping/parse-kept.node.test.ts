import { describe, expect, it } from 'vitest';
import { createFold } from '@stallcast/protocol';
import { parseKept } from './parse-kept.js';

const STATE = createFold().state();
const frame = {
  v: 1,
  type: 'snapshot',
  stall: 'orchard',
  epoch: '01J1QTNB00ABCDEFGHJKMNPQRS',
  offset: 3,
  at: '2026-07-01T11:00:00.000Z',
  state: STATE,
};

describe('a state that was kept', () => {
  it('is read with the moment at which it was heard', () => {
    expect(parseKept({ heardAt: 5, frame })).toMatchObject({ heardAt: 5, snapshot: { offset: 3 } });
  });

  it.each([
    ['nothing', null],
    ['a text', 'x'],
    ['no moment', { frame }],
    ['a moment that is no number', { heardAt: '5', frame }],
    ['no frame', { heardAt: 5 }],
    [
      'another kind of frame',
      { heardAt: 5, frame: { v: 1, type: 'ping', epoch: frame.epoch, offset: 3, at: frame.at } },
    ],
    ['a frame that is not whole', { heardAt: 5, frame: { ...frame, offset: 'x' } }],
  ])('is none where there is %s', (_, kept) => {
    expect(parseKept(kept)).toBeNull();
  });
});
