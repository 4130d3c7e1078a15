import { expect, it } from 'vitest';
import type { CreateClient } from '../../packages/adapters/src/relay/convergence/hostile-network.fixture.js';
import { RealClient } from '../../packages/adapters/src/relay/convergence/real-client.fixture.js';
import { STRAWMEN } from '../../packages/adapters/src/relay/convergence/strawmen.fixture.js';
import { playNight } from './nightly.js';

const real: CreateClient = (wire) => new RealClient(wire);

function setup(create: CreateClient) {
  const lines: string[] = [];
  const play = (histories: number, from = 0) =>
    playNight({ histories, seed: 7_000, from, create, say: (line) => lines.push(line) });
  return { lines, play };
}

it('plays the last shard as far as it goes, and tells its seed', () => {
  const { lines, play } = setup(real);
  const night = play(51_000);
  expect(night).toMatchObject({ histories: 51_000, found: null });
  expect(lines.at(-1)).toMatch(/^shard 2 of 2 \(seed 7001\): 51,000 histories/);
});

it('goes on from a shard with the histories that were not played yet', () => {
  const { lines, play } = setup(real);
  expect(play(51_000, 1).histories).toBe(1_000);
  expect(lines).toEqual([expect.stringMatching(/^shard 2 of 2 \(seed 7001\)/)]);
});

it('ends with what it has found, to be played again', () => {
  const { lines, play } = setup(STRAWMEN['B: a snapshot on each reconnect, no sequence'] ?? real);
  expect(play(200_000).found).toMatch(/^P[123]: .* after: .* \(seed 7000\)$/);
  expect(lines).toHaveLength(1);
});
