import type { Note } from './notes.js';

/** How the columns of the table are told. */
const WHO: Readonly<Record<string, string>> = {
  socket: 'WebSocket',
  events: 'server-sent events',
  table: 'table, polled',
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

const TAIL = `## What the tables do not say

- The rival's page is one as tutorials write it: an \`EventSource\`, a stream that tells the figure at once and then whatever follows, half a second until the browser tries again. It has no mark, so that it can only be behind without one. It
  knows no keys. socket.io and NodeCG have not been run in these cells.
- A page that reads a table or a shop by polling is in none of these cells: its shortest question is every five seconds. Its suite plays breaks and garbled tables without a browser.
- Twelve overlays of one browser are all live, over WebSockets and over server-sent events, and hold one connection between them, also on a plain-http address; when the page that holds it is closed, crashes, freezes, is hidden or loaded anew, another
  takes its place (\`test/faults/twelve-pages.test.ts\`). With \`&shared=0\`, or where a browser has no BroadcastChannel, each has its own: over server-sent events six are live then, and the others wait.
- What a slow line holds back is told as old when it comes. A line that is late for longer than a minute at a stretch, and steadily so, is taken for a clock that was set.
- A WebSocket that fell silent cannot be cut by a page: the browser keeps the old connection open for a while beside the new one. Nothing is read from it.
- In virtual time, 500 of 500 outages of 0.1 s to 10 minutes end with the truth, and of 1,000 pages that come back after one no quarter of a second sees more than three times the mean (\`packages/adapters/src/relay/outages.test.ts\`).
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
    `Generated from the run of ${day} by \`pnpm --filter @stallcast/test reliability\`; durations: ${notes.at(-1)?.durations ?? 'short'}.`,
    '',
    `| | fault | ${shown.map((name) => WHO[name]).join(' | ')} |`,
    `|---|---|${shown.map(() => '---').join('|')}|`,
    ...rows,
    '',
    ...(ownRows.length > 0
      ? ['## The stall in the browser’s own storage', '', '| fault | local ledger |', '|---|---|', ...ownRows, '']
      : []),
    TAIL,
  ].join('\n');
}

function cellOf(note: Note | undefined): string {
  if (!note) return '–';
  if ('without' in note.verdict) return `n/a: ${note.verdict.without}`;
  if ('lost' in note.verdict) return `**lost**: ${note.verdict.lost}`;
  const { markedAfterMs, backAfterMs } = note.verdict;
  const back = backAfterMs < 100 ? 'at once' : `after ${(backAfterMs / 1_000).toFixed(1)} s`;
  return note.who === 'EventSource' || markedAfterMs === null ? `back ${back}` : `marked, back ${back}`;
}

function byNumber(a: string, b: string): number {
  return parseInt(a, 10) - parseInt(b, 10) || a.localeCompare(b);
}
