import type { Note } from './notes.js';

/** How the columns of the table are told. */
const WHO: Readonly<Record<string, string>> = {
  socket: 'WebSocket',
  events: 'server-sent events',
  table: 'table, polled',
  local: 'local ledger',
  EventSource: 'a plain `EventSource`',
};

const HEAD = `# What happens when a line breaks

Each row is a fault, each column a way in which a page hears of its stall. A cell is one test in a real browser over real sockets: a proxy on loopback, or a server that is frozen, restarted or given older figures,
makes the fault; something is sold while it lasts and after it; and the page is looked at **every frame**. A cell passes when

- a figure without a mark was never another than that of its place in the log,
- no figure without a mark was behind the stall for longer than two heartbeats, or for longer than three questions to a table,
- the truth came back by itself, with every order, none called out twice, and no later than the longest wait between two attempts, a heartbeat and a second (two in \`npm test\`); with a refused key the wait is five seconds, for a table up to a minute and a quarter,
- one connection is busy and no second one: a request that is being answered, or a WebSocket. Those that a browser keeps idle for its next request do not count,
- the server sends to one page, and the page holds no more timers, requests and listeners than before the fault.

A cell says how long after the fault the truth was back, without a mark. **Bold** are figures of full durations: a heartbeat of five seconds, a table that is asked every five seconds, faults of a minute. The others are those of \`npm test\`,
where heartbeats take 0.4 s, faults three of them, and a table is asked 25 times as often as any connection string can ask for. Nearly all of the time to come back is the wait between two attempts, which is left to chance: half a second at
first, five at most (one where the relay is on the same machine, as here), so that many overlays do not come back at one moment. A table that answers with an error is left alone for up to a minute.
`;

const RIVALS = `## How others fare

The same faults before pages that hear of the stall in other ways, each as its guide writes one, with what it does by default: an \`EventSource\` whose stream tells what holds and then what follows, socket.io 4.8, and a graphic with a replicant in
NodeCG 2.6. None of them marks an old figure by itself, so that it can only be behind without a mark; their pages are held to the same bound of age, and to their own longest wait of five seconds. What is said to be behind is so for more than a quarter of a
second beyond the bound. NodeCG gives its page out itself, as the relay does, so that there is no page while it is away;
ours is a file of the local pack in such a room. These figures say nothing of what else these programs are good for, and those of socket.io and NodeCG were taken while
the machine was busy with other work: what is below two seconds may be the machine’s.
`;

const TAIL = `## What the tables do not say

- A table has no log upstream: it knows no orders, so that there is nothing to call out, and its own place in the log is written into a column for these tests.
- A relay that has a page’s connection and is cut from it without a word keeps it until the operating system gives it up.
- Twelve overlays of one browser are all live over WebSockets, of which a browser opens 255; see the adapter’s own page for networks that let none through.
- What a slow line holds back is told as old when it comes. A line that is late for longer than a minute at a stretch, and steadily so, is taken for a clock that was set.
- Once several sockets have failed a page asks \`/healthz\` before it opens another: Chromium holds sockets back for up to five seconds after sixteen that failed. A machine that is busy with other work adds its own time to every figure here.
- A WebSocket that fell silent cannot be cut by a page: the browser keeps the old connection open for some seconds beside the new one. Nothing is read from it.
- In virtual time, 500 of 500 outages of 0.1 s to 10 minutes end with the truth, and of 1,000 pages that come back after one no quarter of a second sees more than three times the mean (\`packages/adapters/src/relay/outages.test.ts\`).
`;

/** The columns of the first table; the rivals have one of their own. */
const OURS = ['socket', 'events', 'table'];
const OTHERS = ['EventSource', 'socket.io', 'NodeCG'];

/** Writes the tables of the last run of each cell; full durations go before short ones. */
export function writeReport(notes: readonly Note[], day: string): string {
  return [
    HEAD,
    `Generated from the runs up to ${day} by \`pnpm --filter @stallcast/test reliability\`.`,
    '',
    ...tableOf(notes, OURS),
    ...section('## The stall in the browser’s own storage', tableOf(notes, ['local'])),
    ...section(BOOT, bootTable(notes)),
    ...section(RIVALS, tableOf(notes, OTHERS)),
    TAIL,
  ].join('\n');
}

const section = (head: string, table: readonly string[]): string[] => (table.length > 0 ? [head, '', ...table] : []);

function tableOf(notes: readonly Note[], names: readonly string[]): string[] {
  const shown = names.filter((name) => notes.some(({ who }) => who === name));
  const nos = [...new Set(notes.filter(({ who }) => shown.includes(who)).map(({ no }) => no))].sort(byNumber);
  if (nos.length === 0) return [];
  return [
    `| | fault | ${shown.map((name) => WHO[name] ?? name).join(' | ')} |`,
    `|---|---|${shown.map(() => '---').join('|')}|`,
    ...nos.map((no) => {
      const name = notes.findLast((note) => note.no === no && shown.includes(note.who))?.name ?? '';
      return `| ${no} | ${name} | ${shown.map((one) => cellOf(lastOf(notes, no, one))).join(' | ')} |`;
    }),
    '',
  ];
}

const BOOT = `## What is started in which order, and what crashes

The page is the overlay of the local pack, a file that waits for its relay, in a browser with an empty cache. Nobody touches it. The goal is three seconds after the relay is there, which comes a minute after the page
(four seconds in \`npm test\`), and one after a page is opened again.`;

/** How many rounds of each, and the slowest. */
function bootTable(notes: readonly Note[]): string[] {
  const boot = notes.filter(({ who }) => who === 'boot');
  const hasFull = boot.some(({ durations }) => durations === 'full');
  const rounds = hasFull ? boot.filter(({ durations }) => durations === 'full') : boot;
  const rows = [...new Set(rounds.map(({ name }) => name))].sort().map((name) => {
    const times = rounds.flatMap(({ name: one, verdict }) =>
      one === name && 'backAfterMs' in verdict ? [verdict.backAfterMs] : [],
    );
    const sorted = times.sort((a, b) => a - b);
    const goalMs = name.includes('crashes') ? 1_000 : 3_000;
    const kept = sorted.filter((ms) => ms < goalMs).length;
    return `| ${name} | ${sorted.length} | ${kept} | ${seconds(sorted[Math.floor(sorted.length / 2)] ?? 0)} | ${seconds(sorted.at(-1) ?? 0)} |`;
  });
  return rows.length > 0
    ? ['| | rounds | within the goal | right card after, median | slowest |', '|---|---|---|---|---|', ...rows, '']
    : [];
}

function lastOf(notes: readonly Note[], no: string, who: string): Note | undefined {
  const cells = notes.filter((note) => note.no === no && note.who === who);
  return cells.findLast(({ durations }) => durations === 'full') ?? cells.at(-1);
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

function cellOf(note: Note | undefined): string {
  if (!note) return '–';
  const words = wordsOf(note);
  return note.durations === 'full' && !('without' in note.verdict) ? `**${words}**` : words;
}

function wordsOf({ who, verdict }: Note): string {
  if ('without' in verdict) return `n/a: ${verdict.without}`;
  if ('lost' in verdict) return `✗ ${verdict.lost.replace(/(\d+) ms/g, (_, ms: string) => seconds(Number(ms)))}`;
  if ('held' in verdict) return verdict.held;
  const { markedAfterMs, backAfterMs } = verdict;
  const back = backAfterMs < 100 ? 'at once' : `after ${seconds(backAfterMs)}`;
  return OTHERS.includes(who) || markedAfterMs === null ? `back ${back}` : `marked, back ${back}`;
}

function byNumber(a: string, b: string): number {
  return parseInt(a, 10) - parseInt(b, 10) || a.localeCompare(b);
}
