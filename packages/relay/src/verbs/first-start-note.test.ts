import { describe, expect, it } from 'vitest';
import { firstStartNote } from './first-start-note.js';

const FOLDER = { stall: undefined, withoutExample: false, stalls: ['orchard'], synthetic: ['orchard'] };

describe('firstStartNote', () => {
  it.each([
    ['nothing was asked for', FOLDER],
    ['the stall is there', { ...FOLDER, stall: 'orchard' }],
    ['the stall is empty and real', { ...FOLDER, withoutExample: true, synthetic: [] }],
  ])('says nothing where %s', (_, folder) => {
    expect(firstStartNote(folder)).toBe('');
  });

  it('says of a stall that is not there how it is made, in both languages', () => {
    const [zh, en, ...more] = firstStartNote({ ...FOLDER, stall: 'peaches' })
      .trim()
      .split('\n');
    expect(zh).toMatch(/^--stall peaches 只在第一次启动时有效.*stallcast stall add peaches。$/);
    expect(en).toMatch(/^--stall peaches counts only at the first start.*"stallcast stall add peaches"\.$/);
    expect(more).toEqual([]);
  });

  it('says of a stall with the example where it is ended', () => {
    const [zh, en] = firstStartNote({ ...FOLDER, withoutExample: true })
      .trim()
      .split('\n');
    expect(zh).toContain('结束演示');
    expect(en).toContain('End the example');
  });
});
