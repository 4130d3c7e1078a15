/* Whether the histories would notice a mistake in the rules: each mutant of them has to be caught, or its reason be given. */
import { createFold } from '@stallcast/protocol';
import { expect, it } from 'vitest';
import { createReading } from '../reading.js';
import { searchHistories } from './histories.fixture.js';
import { compileMutant, MUTANTS } from './mutants.fixture.js';
import { RealClient, type ClientParts } from './real-client.fixture.js';

it.each(MUTANTS.map((mutant) => [mutant.file, mutant.from, mutant.to || 'nothing', mutant] as const))(
  'the histories catch a %s that has, for "%s", %s',
  (_, __, ___, mutant) => {
    const parts: ClientParts = { createReading, createFold, ...compileMutant(mutant) };
    const found = searchHistories((wire) => new RealClient(wire, parts), 60_000);
    expect(found.failed).toBe(true);
  },
);
