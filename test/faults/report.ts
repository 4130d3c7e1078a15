import type { Note } from './notes.js';

/** How the columns of the table are told. */
const WHO: Readonly<Record<string, string>> = {
  socket: 'WebSocket',
  events: 'server-sent events',
  local: 'local ledger',
  EventSource: 'a plain `EventSource` page',
};

const HEAD = `# What happens when a line breaks

Each row is a fault, each column a way in which a page hears of its stall. A cell is one test in a real browser over real sockets: a proxy on loopback, or a relay that is frozen, restarted or given an older database,
makes the fault; something is sold while it lasts and after it; and the page is looked at **every frame**. A cell passes when

- a figure without a mark was never another than that of its place in the log,
- no figure without a mark was behind the stall for longer than two heartbeats,
- the truth came back by itself, with every order, none called out twice, and on one connection.

A cell says how long after the fault the truth was back, without a mark. Faults and heartbeats are short here, so that the matrix fits into \`npm test\`; \`STALLCAST_FAULTS=full\` takes a heartbeat of five seconds and faults of a minute. Nearly all
of the time to come back is the wait between two attempts, which is left to chance: half a second at first, five at most, so that many overlays do not come back at one moment.
`;

/** Writes the table of the last run of each cell. */
export function writeReport(notes: readonly Note[], day: string): string {
  const who = [...new Set(notes.map((note) => note.who))];
  const shown = Object.keys(WHO).filter((name) => who.includes(name) && name !== 'local');
  const nos = [...new Set(notes.filter((note) => note.who !== 'local').map(({ no }) => no))].sort(byNumber);
  const last = (no: string, name: string) => notes.findLast((note) => note.no === no && note.who === name);

  const rows = nos.map((no) => {
    const name = notes.findLast((note) => note.no === no)?.name ?? '';
    return `| ${no} | ${name} | ${shown.map((one) => cellOf(last(no, one))).join(' | ')} |`;
  });
  const own = [...new Set(notes.filter((note) => note.who === 'local').map(({ no }) => no))].sort(byNumber);
  const ownRows = own.map((no) => {
    const note = last(no, 'local');
    return `| ${note?.name ?? ''} | ${cellOf(note)} |`;
  });
  return [
    HEAD,
    `Generated from the run of ${day} by \`node test/faults/run.mjs\`; durations: ${notes.at(-1)?.durations ?? 'short'}.`,
    '',
    `| | fault | ${shown.map((name) => WHO[name]).join(' | ')} |`,
    `|---|---|${shown.map(() => '---').join('|')}|`,
    ...rows,
    '',
    ...(ownRows.length > 0
      ? ['## The stall in the browser’s own storage', '', '| fault | local ledger |', '|---|---|', ...ownRows, '']
      : []),
  ].join('\n');
}

function cellOf(note: Note | undefined): string {
  if (!note) return '–';
  if ('lost' in note.verdict) return `**lost**: ${note.verdict.lost}`;
  const { markedAfterMs, backAfterMs } = note.verdict;
  const back = backAfterMs < 100 ? 'at once' : `after ${(backAfterMs / 1_000).toFixed(1)} s`;
  return note.who === 'EventSource' || markedAfterMs === null ? `back ${back}` : `marked, back ${back}`;
}

function byNumber(a: string, b: string): number {
  return parseInt(a, 10) - parseInt(b, 10) || a.localeCompare(b);
}
