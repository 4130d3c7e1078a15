import { setTimeout as sleep } from 'node:timers/promises';
import { fork } from 'node:child_process';
import type { Programs } from './build-processes.js';
import type { Crowd, Received } from './crowd.js';
import type { Extent } from './extents.js';
import { DECK_KEY, SECRET, type Home, type RunningServer } from './servers.js';
import type { Sending } from './shop.process.js';
import { sharedNow, talkTo } from './talk.js';
import type { Usage } from './usage.js';

const PATIENCE_MS = 30_000;

/** What telling so many viewers took. */
export interface FanOut {
  /** How many were asked for, and how many there were. */
  wanted: number;
  viewers: number;
  changes: number;
  /** How many of the messages came. */
  arrived: number;
  /** From a change to each receipt, ms. */
  delays: number[];
  bytesAMessage: number;
  /** Of the server, µs. */
  cpuAMessageUs: number;
  /** Of the server, with nobody and with so many connected, bytes. */
  rss: number;
}

/** Tells changes to more and more viewers. */
export async function measureFanOut(server: RunningServer, crowd: Crowd, { sizes, told }: Extent): Promise<FanOut[]> {
  const empty = await server.usage(true);
  const found: FanOut[] = [];
  for (const wanted of sizes) {
    const viewers = await crowd.grow(server.target, wanted, PATIENCE_MS);
    if (viewers < wanted) console.log(`  ${viewers} of ${wanted} viewers were let in`);
    await sleep(200);
    const before = await server.usage(true);
    const { changes, everyMs } = told(wanted);
    await crowd.begin();
    await paced(changes, everyMs, () => server.sell());
    const received = await crowd.received(changes, PATIENCE_MS);
    const after = await server.usage(false);
    found.push({ wanted, viewers, changes, rss: before.rss - empty.rss, ...perMessage(received, before, after) });
  }
  return found;
}

function perMessage({ delays, bytes }: Received, before: Usage, after: Usage) {
  return {
    delays,
    arrived: delays.length,
    bytesAMessage: bytes / delays.length,
    cpuAMessageUs: (after.cpuUs - before.cpuUs) / delays.length,
  };
}

/** What sending to a server took. */
export interface Ingest {
  /** How many waited for their answer at any time. */
  atOnce: number;
  aSecond: number;
  /** From sending to the answer, ms. */
  waits: number[];
  cpuAMessageUs: number;
}

/** Sends a shop's signed messages, or a deck's commands: one after the other, then many at once. */
export async function measureIngest(
  programs: Programs,
  server: RunningServer,
  what: Sending['what'],
  { aloneMs, floodMs }: Extent,
): Promise<Ingest[]> {
  const child = fork(programs.path('shop'), [], { serialization: 'advanced' });
  try {
    const ask = talkTo(child);
    const found: Ingest[] = [];
    for (const [atOnce, ms] of [
      [1, aloneMs],
      [64, floodMs],
    ] as const) {
      const before = await server.usage(false);
      const { port } = server.target;
      const sending: Sending = {
        port,
        path: what === 'webhook' ? server.hook : '/stalls/orchard/commands',
        what,
        secret: what === 'webhook' ? SECRET : DECK_KEY,
        atOnce,
        ms,
      };
      const sent = await ask<{ waits: Float64Array; ms: number }>('send', sending);
      const after = await server.usage(false);
      found.push({
        atOnce,
        aSecond: sent.waits.length / (sent.ms / 1_000),
        waits: Array.from(sent.waits, (ns) => ns / 1e6),
        cpuAMessageUs: (after.cpuUs - before.cpuUs) / sent.waits.length,
      });
    }
    return found;
  } finally {
    child.kill('SIGKILL');
  }
}

/** What came after a server was killed with its viewers connected; ms since it listened again. */
export interface Recovery {
  viewers: number;
  /** From the kill until it listened again. */
  awayMs: number;
  /** When each viewer was level. */
  level: number[];
  /** From the beginning of the attempt that led there. */
  attempt: number[];
  peakRss: number;
  loopP99Ms: number;
  loopMaxMs: number;
  cpuAViewerUs: number;
}

/** Kills a server with viewers connected, starts it again over what it left, and waits until all are level. */
export async function measureRecovery(home: Home, crowd: Crowd, size: number): Promise<Recovery> {
  const first = await home.start();
  await crowd.grow(first.target, size, PATIENCE_MS);
  await first.sell();
  await sleep(200);
  await crowd.comeBack();
  const killedAt = sharedNow() / 1e6;
  await first.kill();
  const again = await home.start();
  const listenedAt = sharedNow() / 1e6;
  const offset = await again.sell();
  const { count, levelAt, startedAt } = await crowd.recovered(offset, 40_000);
  const used = await again.usage(false);
  await crowd.disperse();
  return {
    viewers: count,
    awayMs: listenedAt - killedAt,
    level: levelAt.map((at) => Math.max(0, at - listenedAt)),
    attempt: levelAt.map((at, i) => at - Math.max(listenedAt, startedAt[i]!)),
    peakRss: used.peakRss,
    loopP99Ms: used.loopP99Ms,
    loopMaxMs: used.loopMaxMs,
    cpuAViewerUs: used.cpuUs / count,
  };
}

/** What some viewers that do not read cost the others. */
export interface Slow {
  viewers: number;
  silent: number;
  /** From a change to the receipt by those who read, with all reading and with some silent, ms. */
  without: number[];
  beside: number[];
  /** How much the server grew with them, bytes, and how much a silent viewer was told. */
  grown: number;
  toldBytes: number;
}

const SLOW_BYTES = 20_000;

/** Tells large changes to viewers of whom one in a hundred stops reading. */
export async function measureSlow(server: RunningServer, crowd: Crowd, slow: Extent['slow']): Promise<Slow> {
  const { viewers, changes, aSecond } = slow;
  const silent = Math.max(2, viewers / 100);
  await crowd.grow(server.target, viewers, PATIENCE_MS);
  const tell = async () => {
    await crowd.begin();
    await paced(changes, 1_000 / aSecond, () => server.show(SLOW_BYTES));
    await sleep(300);
  };
  await tell();
  const without = (await crowd.received(0, 0)).delays;
  const before = await server.usage(true);
  await crowd.stop(silent);
  await tell();
  const beside = (await crowd.received(0, 0)).delays;
  const after = await server.usage(true);
  await crowd.disperse();
  return { viewers, silent, without, beside, grown: after.rss - before.rss, toldBytes: changes * SLOW_BYTES };
}

/** Does something so many times, so far apart; what is late is done at once. */
async function paced(times: number, everyMs: number, act: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  const acts: Promise<unknown>[] = [];
  for (let i = 0; i < times; i += 1) {
    const wait = startedAt + i * everyMs - performance.now();
    if (wait > 0) await sleep(wait);
    acts.push(act());
  }
  await Promise.all(acts);
}
