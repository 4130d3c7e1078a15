import type { Language } from '../../packages/overlay/src/words/language.js';
import { estimateSeconds } from './estimate.js';
import { pageWords } from './page-words.js';
import type { WalkedWay } from './walk-all.js';
import type { Walked } from './walk.js';

/** How long `npm start` took in a fresh clone, in seconds, measured by `first-start.mjs`. */
export interface FirstStart {
  firstSeconds: number;
  secondSeconds: number;
  machine: Record<Language, string>;
}

/** What is measured anew each time, and compared by nobody. */
const measured = (text: string): string => `<!-- measured -->${text}<!-- /measured -->`;

/** The text with what was measured left out, and with the widths of tables that follow it. */
export function withoutMeasured(text: string): string {
  return text
    .replace(/<!-- measured -->.*?<!-- \/measured -->/g, '…')
    .replace(/ +/g, ' ')
    .replace(/-{3,}/g, '---');
}

/** The table of ways, with what stands below it. */
export function deedTable(ways: readonly WalkedWay[], language: Language, first: FirstStart): string[] {
  const { table } = pageWords(language);
  const { columns } = table;
  const head = [
    columns.way,
    columns.steps,
    columns.presses,
    columns.drags,
    columns.keys,
    columns.turns,
    columns.machine,
    columns.person,
  ];
  const rows = ways.map(({ walked }) => {
    const { steps, deeds, elsewhere, turns, machineMs } = walked;
    const both = (own: number, there: number): string => `${own} + ${there}`;
    return [
      walked.title,
      steps.length,
      both(deeds.presses, elsewhere.presses),
      deeds.drags,
      both(deeds.keys, elsewhere.keys),
      turns,
      measured(table.seconds((machineMs / 1000).toFixed(1))),
      // How far a page has to be scrolled is a matter of the machine's fonts.
      measured(table.minutes((personSeconds(walked) / 60).toFixed(1))),
    ];
  });
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return [
    lines.join('\n'),
    table.firstStart(String(first.firstSeconds), String(first.secondSeconds), first.machine[language]),
    ...table.notes,
  ];
}

/** A person's time for a way, other programs included, in seconds. */
function personSeconds({ steps, deeds, elsewhere, words }: Walked): number {
  const { presses, keys } = elsewhere;
  // Who types in a terminal comes from the mouse and goes back to it.
  const hands = deeds.hands + (keys > 0 ? 2 : 0);
  const all = { ...deeds, presses: deeds.presses + presses, keys: deeds.keys + keys, hands };
  return estimateSeconds({ deeds: all, steps: steps.length, words });
}
