import { winnerOf } from './duels.js';
import type { Duel, Measured } from './measure.js';

/** Who stands in a column of its own; each by the names that it goes by. The limit is no rival: it does less work. */
const COLUMNS: readonly (readonly [title: string, names: readonly string[]])[] = [
  ['by hand (the limit)', ['by hand, relay’s batches', 'by hand']],
  ['Vue 3.5', ['Vue 3.5']],
  ['React 19', ['React 19']],
  ['jQuery widget', ['jQuery widget']],
  ['sales popup', ['sales popup']],
  ['NodeCG 2', ['NodeCG 2']],
];
const LIMIT = COLUMNS[0]![0];
/** Ours in its other form is no rival of ours. */
const OURS = 'Stallcast';

/** One row of the first table. */
interface Row {
  what: string;
  cells: readonly (Duel | undefined)[];
}

/** What was compared with whom, over all measures. */
export interface RatioTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Techniques that stand alone, not pages: one row each. */
  techniques: readonly (readonly string[])[];
  /** Sentences: where somebody takes less than ours. The limit is told apart. */
  beaten: readonly string[];
  tally: { ours: number; even: number; theirs: number };
}

/** Puts all comparisons side by side. */
export function ratioTable(measured: readonly Measured[]): RatioTable {
  const duels = measured
    .flatMap((one) => one.duels ?? [])
    .filter(({ rival, ratio }) => !rival.startsWith(OURS) && Number.isFinite(ratio.middle));
  const known = COLUMNS.flatMap(([, names]) => names);
  const rows: Row[] = [...new Set(duels.map(({ what }) => what))].flatMap((what) => {
    const of = duels.filter((duel) => duel.what === what);
    const cells = COLUMNS.map(([, names]) => names.map((name) => of.find(({ rival }) => rival === name)).find(Boolean));
    return cells.some(Boolean) ? [{ what, cells }] : [];
  });
  const rivals = rows.flatMap(({ cells }) => cells.slice(1)).flatMap((cell) => (cell ? [winnerOf(cell)] : []));
  const count = (winner: ReturnType<typeof winnerOf>) => rivals.filter((one) => one === winner).length;
  const others = duels.filter(({ rival }) => !known.includes(rival));
  return {
    head: ['Ours to theirs; less is better', ...COLUMNS.map(([title]) => title), 'Takes less than ours'],
    rows: rows.map(({ what, cells }) => [what, ...cells.map(cellText), winnersText(cells)]),
    techniques: others.map((duel) => [duel.what, duel.rival, cellText(duel)]),
    beaten: [
      ...rows.flatMap(({ what, cells }) =>
        cells.slice(1).flatMap((cell) => (cell && winnerOf(cell) === 'theirs' ? [sentence(what, cell)] : [])),
      ),
      ...others.flatMap((duel) => (winnerOf(duel) === 'theirs' ? [sentence(duel.what, duel)] : [])),
    ],
    tally: { ours: count('ours'), even: count('even'), theirs: count('theirs') },
  };
}

const sentence = (what: string, { rival, ratio: { low, middle, high } }: Duel) =>
  `**${what}: ${rival}.** Ours takes ${figure(middle)} times as much (${figure(low)} to ${figure(high)}).`;

const figure = (ratio: number) =>
  ratio >= 10 ? ratio.toFixed(0) : ratio >= 0.095 ? ratio.toFixed(2) : ratio.toFixed(3);

function cellText(cell: Duel | undefined): string {
  if (!cell) return '–';
  const { low, middle, high } = cell.ratio;
  const spread = low === high ? figure(middle) : `${figure(middle)} (${figure(low)}–${figure(high)})`;
  return winnerOf(cell) === 'theirs' ? `**${spread}** ✗` : spread;
}

function winnersText(cells: readonly (Duel | undefined)[]): string {
  const winners = cells.flatMap((cell, i) => (cell && winnerOf(cell) === 'theirs' ? [COLUMNS[i]![0]] : []));
  const rivals = winners.filter((name) => name !== LIMIT);
  if (rivals.length > 0) return `**${rivals.join(', ')}**`;
  return winners.length > 0 ? 'none but the limit' : 'none';
}
