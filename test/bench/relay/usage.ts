import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a server has used. */
export interface Usage {
  /** Of all threads, since it began, µs. */
  cpuUs: number;
  /** Bytes, and the most so far. */
  rss: number;
  peakRss: number;
  /** How late the event loop came to its turn since it was last asked, ms. */
  loopP99Ms: number;
  loopMaxMs: number;
}

const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();

/** Tells what this process has used. `collect`: after a collection of garbage, for what it keeps. */
export function usage(collect: boolean): Usage {
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const told: Usage = {
    cpuUs: user + system,
    rss: process.memoryUsage.rss(),
    peakRss: process.resourceUsage().maxRSS * 1024,
    loopP99Ms: loop.percentile(99) / 1e6,
    loopMaxMs: loop.max / 1e6,
  };
  loop.reset();
  return told;
}
