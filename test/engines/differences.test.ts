import { describe, expect, it } from 'vitest';
import { differences, faultsOf } from './differences.js';
import type { Seen } from './page/see-widget.js';

const SEEN: Seen = {
  state: 'ample',
  spoken: 'left 186',
  heard: ['left 186'],
  spokenAfterChange: 'left 179',
  places: { 'stall-a div.plate 1': [0, 0, 400, 100] },
  colours: { 'stall-a div.plate 1': 'rgb(0, 0, 0) on rgb(255, 255, 255)' },
  smallest: { px: 28, says: 'left' },
  marks: [{ says: '演示', isOnTop: true }],
  pictures: 1,
};

describe('differences', () => {
  it('are none between what is the same, and what is a letter longer', () => {
    expect(differences(SEEN, SEEN)).toEqual([]);
    expect(differences(SEEN, { ...SEEN, places: { 'stall-a div.plate 1': [6, 0, 412, 100] } })).toEqual([]);
  });

  it.each<[string, Partial<Seen>]>([
    ['other words', { spoken: 'left 1', heard: ['left 1'] }],
    ['no news after a change', { spokenAfterChange: 'left 186' }],
    ['a picture that is not there', { pictures: 0 }],
    ['a mark that is not there', { marks: [] }],
    ['another colour', { colours: { 'stall-a div.plate 1': 'rgb(0, 0, 0) on rgba(0, 0, 0, 0)' } }],
    ['a box that is not there', { places: {} }],
    ['a box elsewhere', { places: { 'stall-a div.plate 1': [0, 20, 400, 100] } }],
    ['a box of another size', { places: { 'stall-a div.plate 1': [0, 0, 400, 140] } }],
  ])('find %s', (_, changes) => {
    expect(differences(SEEN, { ...SEEN, ...changes })).toHaveLength(1);
  });

  it('wait for nobody where orders come and go', () => {
    const gone = { ...SEEN, spoken: '', heard: ['', 'left 186'], places: {} };
    expect(differences(SEEN, gone)).toEqual([]);
  });

  it('leave the width of letters that a machine has no type for alone', () => {
    const rtl = { ...SEEN, state: 'rtl' };
    expect(differences(rtl, { ...rtl, places: { 'stall-a div.plate 1': [0, 0, 600, 140] } })).toEqual([]);
  });
});

describe('differences of text in a line', () => {
  const inLine = (box: [number, number, number, number]) => ({ ...SEEN, places: { 'stall-a bdi 1': box } });

  it('are none where only its lines break elsewhere', () => {
    expect(differences(inLine([28, 520, 1020, 312]), inLine([28, 523, 970, 313]))).toEqual([]);
  });

  it('are found where there is a line more', () => {
    expect(differences(inLine([28, 520, 1020, 312]), inLine([28, 520, 1020, 364]))).toHaveLength(1);
  });
});

describe('faults', () => {
  it('are none in what is right', () => {
    expect(faultsOf(SEEN)).toEqual([]);
  });

  it.each<[string, Partial<Seen>]>([
    ['type below the floor', { smallest: { px: 27, says: 'left' } }],
    ['a mark that is covered', { marks: [{ says: '演示', isOnTop: false }] }],
    ['a demonstration without its mark', { state: 'demo-offline', marks: [] }],
    ['what speaks and is not seen', { places: {} }],
  ])('are %s', (_, changes) => {
    expect(faultsOf({ ...SEEN, ...changes })).toHaveLength(1);
  });
});
