import { describe, expect, it } from 'vitest';
import type { Note } from './notes.js';
import { writeReport } from './report.js';

const note = (fields: Partial<Note>): Note => ({
  at: '2026-07-01T11:00:00.000Z',
  durations: 'short',
  no: '4',
  name: 'black hole',
  who: 'socket',
  verdict: { wrongMs: 0, behindMs: 0, markedAfterMs: 700, backAfterMs: 1_234 },
  ...fields,
});

describe('the report of the faults', () => {
  it('has the last of each cell, by the numbers of the rows', () => {
    const lines = writeReport(
      [
        note({ no: '10', name: 'lost', verdict: { lost: 'does not come back' }, who: 'EventSource' }),
        note({ verdict: { lost: 'wrong for 9 ms' } }),
        note({}),
        note({ no: 'a', name: 'the deck is closed', who: 'local' }),
      ],
      '2026-07-01',
    ).split('\n');
    expect(lines.filter((line) => line.startsWith('| '))).toEqual([
      '| | fault | WebSocket | a plain `EventSource` page |',
      '| 4 | black hole | marked, back after 1.2 s | – |',
      '| 10 | lost | – | **lost**: does not come back |',
      '| fault | local ledger |',
      '| the deck is closed | marked, back after 1.2 s |',
    ]);
  });
});
