import { defineConfig } from 'vitest/config';

const CONDITIONS = ['stallcast-source', 'module', 'node', 'development|production'];

/** A real OBS runs alone: it draws its canvas without a graphics card, and takes a core for it. */
export default defineConfig({
  resolve: { conditions: CONDITIONS },
  ssr: { resolve: { conditions: CONDITIONS, externalConditions: ['stallcast-source'] } },
  test: {
    name: 'obs',
    dir: import.meta.dirname,
    include: ['**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
