import { parseArgs } from 'node:util';
import { describeFound, searchHistories } from '../../packages/adapters/src/relay/convergence/histories.fixture.js';
import type { CreateClient } from '../../packages/adapters/src/relay/convergence/hostile-network.fixture.js';
import { RealClient } from '../../packages/adapters/src/relay/convergence/real-client.fixture.js';

const SHARD = 50_000;
const DAY_MS = 86_400_000;
const PROGRESS_MS = 10_000;

/** What a night comes to. */
export interface Night {
  histories: number;
  /** How often a live state was compared with the truth. */
  compared: number;
  /** What was wrong, to be played again; null if nothing was. */
  found: string | null;
}

interface NightOptions {
  histories: number;
  /** The first shard's seed; each shard after it has the next. */
  seed: number;
  /** Shards that were played before, and are left out. */
  from: number;
  create: CreateClient;
  say: (line: string) => void;
}

/** Plays histories shard by shard, and ends with the first that goes wrong. */
export function playNight({ histories, seed, from, create, say }: NightOptions): Night {
  const shards = Math.ceil(histories / SHARD);
  const startedAt = performance.now();
  const night: Night = { histories: 0, compared: 0, found: null };
  let saidAt = startedAt;
  for (let shard = from; shard < shards && night.found === null; shard += 1) {
    const runs = Math.min(SHARD, histories - shard * SHARD);
    const found = searchHistories(create, runs, {}, ({ compared }) => (night.compared += compared), seed + shard);
    night.histories += found.numRuns;
    if (found.failed) night.found = describeFound(found, create);
    const now = performance.now();
    if (now - saidAt < PROGRESS_MS && shard + 1 < shards && !found.failed) continue;
    saidAt = now;
    const rate = Math.round((night.histories / (now - startedAt)) * 1_000);
    say(
      `shard ${shard + 1} of ${shards} (seed ${seed + shard}): ${count(night.histories)} histories, ${count(rate)} a second`,
    );
  }
  return night;
}

/** Runs the command; returns its exit code. */
export function nightly(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      histories: { type: 'string', default: '10000000' },
      seed: { type: 'string', default: String(Math.floor(Date.now() / DAY_MS) * 1_000) },
      from: { type: 'string', default: '0' },
    },
  });
  const [histories, seed, from] = [values.histories, values.seed, values.from].map(Number) as [number, number, number];
  if (![histories, seed, from].every((number) => Number.isSafeInteger(number) && number >= 0)) {
    console.error('Expected whole numbers: --histories 10000000 --seed 20778000 --from 0.');
    return 2;
  }
  console.log(
    `${count(histories)} histories in shards of ${count(SHARD)}; the same again: --seed ${seed}, from shard 37 on: --from 36`,
  );
  const startedAt = performance.now();
  const night = playNight({ histories, seed, from, create: (wire) => new RealClient(wire), say: console.log });
  const seconds = (performance.now() - startedAt) / 1_000;
  const last = seed + Math.max(from, Math.ceil(histories / SHARD) - 1);
  console.log(
    `R1: ${night.found ? 1 : 0} violations in ${count(night.histories)} histories, ${count(night.compared)} comparisons, ` +
      `seeds ${seed + from} to ${last}, ${count(Math.round(night.histories / seconds))} a second, ${Math.round(seconds)} s`,
  );
  if (night.found) console.error(night.found);
  return night.found ? 1 : 0;
}

const count = (number: number): string => number.toLocaleString('en-US');
