import { describe, expect, it } from 'vitest';
import type { Note } from './notes.js';
import { writeReport } from './report.js';

const note = (fields: Partial<Note>): Note => ({
  at: '2026-07-01T11:00:00.000Z',
  durations: 'short',
  no: '4',
  name: 'black hole',
  who: 'socket',
  verdict: { wrongMs: 0, behindMs: 0, markedAfterMs: 700, heldUpMs: 0, backAfterMs: 1_234 },
  ...fields,
});

const linesOf = (...notes: Note[]) =>
  writeReport(notes, '2026-07-01')
    .split('\n')
    .filter((line) => line.startsWith('| '));

describe('the report of the faults', () => {
  it('has the last of each cell, by the numbers of the rows, and the rivals apart', () => {
    expect(
      linesOf(
        note({ no: '10', name: 'lost', verdict: { lost: 'behind for 7573 ms' }, who: 'EventSource' }),
        note({ verdict: { lost: 'wrong for 9 ms' } }),
        note({}),
        note({ no: '12', name: 'places', who: 'table', verdict: { without: 'one question at a time' } }),
        note({ no: 'a', name: 'the deck is closed', who: 'local' }),
      ),
    ).toEqual([
      '| | fault | WebSocket | table, polled |',
      '| 4 | black hole | marked, back after 1.2 s | – |',
      '| 12 | places | – | n/a: one question at a time |',
      '| | fault | local ledger |',
      '| a | the deck is closed | marked, back after 1.2 s |',
      '| | fault | a plain `EventSource` |',
      '| 10 | lost | ✗ behind for 7.6 s |',
    ]);
  });

  it('takes full durations before short ones, and marks them', () => {
    expect(linesOf(note({ durations: 'full' }), note({ verdict: { lost: 'wrong' } })).at(-1)).toBe(
      '| 4 | black hole | **marked, back after 1.2 s** |',
    );
  });

  it('tells the slowest of the rounds of a start', () => {
    const round = (backAfterMs: number) =>
      note({
        who: 'boot',
        name: 'late',
        verdict: { wrongMs: 0, behindMs: 0, markedAfterMs: null, heldUpMs: 0, backAfterMs },
      });
    expect(linesOf(round(900), round(2_400), round(300)).at(-1)).toBe('| late | 3 | 3 | 0.9 s | 2.4 s |');
  });
});
