import { describe, expect, it } from 'vitest';
import type { Duel, Measured } from './measure.js';
import { ratioTable } from './ratio-table.js';

const duel = (what: string, rival: string, middle: number): Duel => ({
  what,
  rival,
  ratio: { low: middle / 2, middle, high: middle * 2 },
});
const measured = (duels: Duel[]): Measured => ({
  id: 'P2',
  title: '',
  lead: '',
  head: [],
  rows: [],
  verdicts: [],
  raw: null,
  duels,
});

describe('the table of ratios', () => {
  const table = ratioTable([
    measured([duel('time', 'by hand', 3), duel('time', 'by hand, relay’s batches', 2), duel('time', 'Vue 3.5', 0.5)]),
    measured([duel('delay', 'React 19', 1.5), duel('delay', 'Stallcast', 2), duel('counter', 'number-flow', 0.1)]),
  ]);

  it('has a row for each comparison and a column for each rival', () => {
    expect(table.rows).toEqual([
      ['time', '**2.00 (1.00–4.00)** ✗', '0.50 (0.25–1.00)', '–', '–', '–', '–', 'none but the limit'],
      ['delay', '–', '–', '**1.50 (0.75–3.00)** ✗', '–', '–', '–', '**React 19**'],
    ]);
  });

  it('tells plainly who takes less, and counts rivals alone', () => {
    expect(table.beaten).toEqual(['**delay: React 19.** Ours takes 1.50 times as much (0.75 to 3.00).']);
    expect(table.tally).toEqual({ ours: 1, even: 0, theirs: 1 });
  });

  it('has techniques that are no page apart', () => {
    expect(table.techniques).toEqual([['counter', 'number-flow', '0.10 (0.050–0.20)']]);
  });
});
