import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { openRelayMarket, type RelayMarket } from '../faults/market.js';
import '../faults/page/watch.js';
import { openSite } from '../faults/site.js';
import { verdict } from './bounds.js';
import type { Measured } from './measure.js';
import { median, spreadOf } from './statistics.js';
import { inRounds, type Plan } from './rounds.js';

const SOURCES = 12;
/** How many connections a browser opens to one host over HTTP/1.1. */
const CONNECTIONS = 6;
const CPU_GOAL = 1.15;
/** No secure context, as in a village's network: what is not to be had there is not used. */
const HOST = 'stall.test';
const AT_FIRST = 400;

/** One browser with some sources of one stall. */
interface SourcesRun {
  sources: number;
  isShared: boolean;
  live: number;
  /** Lines that the relay sends to. */
  lines: number;
  /** Processor time of the browser's network process for a thousand changes, ms. */
  networkMs: number;
}

const KINDS = [
  { sources: 1, isShared: true },
  { sources: SOURCES, isShared: true },
  { sources: SOURCES, isShared: false },
] as const;

/** Opens twelve sources of one stall in one browser, over server-sent events, as OBS does with its sources. */
export async function measureManySources(
  plan: Plan & { changes: number },
  tell: (words: string) => void,
): Promise<Measured> {
  const site = await openSite('../../faults/page', [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`]);
  const runs: SourcesRun[] = [];
  try {
    const devtools = await site.browser.newBrowserCDPSession();
    const rounds = await inRounds(KINDS, plan, async (kind) => {
      const market = await openRelayMarket();
      const context = await site.browser.newContext();
      try {
        const run = await oneRun(site.origin.replace('127.0.0.1', HOST), context, market, devtools, kind, plan.changes);
        runs.push(run);
        tell(
          `${run.sources} sources${run.isShared ? '' : ', a line each'}: ${run.live} live on ${run.lines} lines, ${run.networkMs.toFixed(0)}`,
        );
      } finally {
        await context.close();
        await market.close();
      }
    });
    return report(runs, rounds);
  } finally {
    await site.close();
  }
}

async function oneRun(
  origin: string,
  context: BrowserContext,
  market: RelayMarket,
  devtools: CDPSession,
  { sources, isShared }: { sources: number; isShared: boolean },
  changes: number,
): Promise<SourcesRun> {
  const settings = `transport=events${isShared ? '' : '&shared=0'}`;
  const src = `relay:http://127.0.0.1:${market.port}/stalls/orchard?${settings}`;
  const pages = await Promise.all(Array.from({ length: sources }, () => context.newPage()));
  const expected = isShared ? sources : Math.min(sources, CONNECTIONS);
  await Promise.all(pages.map((page) => page.goto(`${origin}/?src=${encodeURIComponent(src)}#${market.key}`)));
  await untilLive(pages, AT_FIRST, expected);
  await untilOneLine(market, isShared);

  const before = await networkMs(devtools);
  for (let i = 1; i <= changes; i += 1) {
    await market.relay.command({ id: `bench-${i}`, type: 'set-stock', productId: 'peach', onHand: AT_FIRST + i });
  }
  const live = await untilLive(pages, AT_FIRST + changes, expected);
  const spent = (await networkMs(devtools)) - before;
  return { sources, isShared, live, lines: await market.readers(), networkMs: (spent / changes) * 1_000 };
}

/** Waits until so many pages show a number; how many do, also where time ran out. */
async function untilLive(pages: readonly Page[], figure: number, count: number): Promise<number> {
  const read = () => {
    const last = window.watched.sights.at(-1);
    return last?.label === 'live' ? last.left : null;
  };
  for (const limit = performance.now() + 15_000; ; await sleep(100)) {
    const shown = await Promise.all(pages.map((page) => page.evaluate(read)));
    const live = shown.filter((one) => one === figure).length;
    if (live >= count || performance.now() > limit) return live;
  }
}

/** Pages that share a line agree on one within a moment. */
async function untilOneLine(market: RelayMarket, isShared: boolean): Promise<void> {
  for (const limit = performance.now() + 15_000; isShared && performance.now() < limit; await sleep(100)) {
    if ((await market.readers()) === 1) return;
  }
}

async function networkMs(devtools: CDPSession): Promise<number> {
  const { processInfo } = (await devtools.send('SystemInfo.getProcessInfo')) as {
    processInfo: { id: number; type: string; cpuTime: number }[];
  };
  const services = processInfo.filter(({ type }) => type.startsWith('utility') || type.includes('network'));
  const isNetwork = ({ id }: { id: number }) => {
    const path = `/proc/${id}/cmdline`;
    // Elsewhere nothing tells the services of a browser apart: all of them count.
    return !existsSync(path) || readFileSync(path, 'utf8').includes('NetworkService');
  };
  return services.filter(isNetwork).reduce((sum, { cpuTime }) => sum + cpuTime * 1_000, 0);
}

function report(runs: readonly SourcesRun[], rounds: Measured['rounds']): Measured {
  const of = ({ sources, isShared }: { sources: number; isShared: boolean }) =>
    runs.filter((run) => run.sources === sources && run.isShared === isShared);
  const [one, shared] = KINDS.map(of) as [SourcesRun[], SourcesRun[], SourcesRun[]];
  const base = median(one.map((run) => run.networkMs));
  const toOne = median(shared.map((run) => run.networkMs)) / base;
  const live = Math.min(...shared.map((run) => run.live));
  const lines = Math.max(...shared.map((run) => run.lines));
  return {
    id: 'P9',
    title: 'Twelve sources of one stall',
    lead:
      'All sources of OBS share one browser, and a browser opens six connections to one host. Twelve pages follow one stall on a relay over server-sent events, ' +
      'from a page that is no secure context; then one does, and twelve with a line each, as pages without such care have it. Told is the time of the browser’s ' +
      'network process for as many changes, in ratio to one source.',
    head: ['Sources', 'Line', 'Live', 'Lines at the relay', 'Network process, ratio'],
    rows: KINDS.map((kind) => {
      const taken = of(kind);
      const { low, middle, high } = spreadOf(taken.map((run) => run.networkMs / base));
      return [
        kind.sources,
        kind.isShared ? 'shared' : 'one each',
        `${Math.min(...taken.map((run) => run.live))} of ${kind.sources}`,
        Math.max(...taken.map((run) => run.lines)),
        `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
      ];
    }),
    verdicts: [
      verdict('Twelve sources of one origin', `${SOURCES} live`, `${live} live`, live === SOURCES),
      verdict('Their lines at the relay', '1', String(lines), lines === 1),
      verdict(
        'Time of the network process, to one source',
        `at most ${CPU_GOAL} in the end`,
        toOne.toFixed(2),
        toOne <= CPU_GOAL,
        'goal not reached',
      ),
    ],
    raw: runs,
    ...(rounds && { rounds }),
  };
}
