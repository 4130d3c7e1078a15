import fc from 'fast-check';
import {
  FAULTS,
  HostileNetwork,
  type Action,
  type CreateClient,
  type Report,
  type Step,
} from './hostile-network.fixture.js';
import type { RelayFlaws } from './simulated-relay.fixture.js';

/** What happens more often stands here more often. */
const ACTIONS: readonly Action[] = [
  ...FAULTS,
  ...([
    'sell',
    'sell',
    'sell',
    'restock',
    'restock',
    'remove',
    'cancel',
    'cancel',
    'late-order',
    'new-session',
  ] as const),
  ...(['next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'next'] as const),
  ...(['serve', 'serve', 'serve', 'retry', 'retry', 'ping', 'ping'] as const),
];

const history: fc.Arbitrary<Step[]> = fc.array(
  fc
    .nat(ACTIONS.length * 16 - 1)
    .map((number) => ({ do: ACTIONS[number % ACTIONS.length] ?? 'next', dice: Math.floor(number / ACTIONS.length) })),
  { maxLength: 60, size: 'max' },
);

/** Looks for a history in which a client is wrong; tells of each that was played. Without a seed, the one of all property tests. */
export function searchHistories(
  create: CreateClient,
  numRuns: number,
  flaws: RelayFlaws = {},
  played: (report: Report) => void = () => {},
  seed?: number,
): fc.RunDetails<[Step[]]> {
  return fc.check(
    fc.property(history, (steps) => {
      const report = new HostileNetwork(create, flaws).play(steps);
      played(report);
      return report.violation === null;
    }),
    seed === undefined ? { numRuns } : { numRuns, seed },
  );
}

/** What was found, in a sentence that can be played again. */
export function describeFound({ counterexample, seed }: fc.RunDetails<[Step[]]>, create: CreateClient): string {
  const steps = counterexample?.[0] ?? [];
  const words = steps.map((step) => `${step.do} ${step.dice}`).join(', ');
  return `${new HostileNetwork(create).play(steps).violation ?? ''}; after: ${words} (seed ${seed})`;
}
