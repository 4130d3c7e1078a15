import { defineConfig } from 'vitest/config';

/** The tests of faults run alone: they measure times, and other tests beside them would make every line slow. */
export default defineConfig({
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  resolve: { conditions: ['stallcast-source', 'module', 'node', 'development|production'] },
  ssr: {
    resolve: {
      conditions: ['stallcast-source', 'module', 'node', 'development|production'],
      externalConditions: ['stallcast-source'],
    },
  },
  test: {
    name: 'faults',
    dir: import.meta.dirname,
    include: ['**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    maxConcurrency: 4,
    testTimeout: process.env.STALLCAST_FAULTS === 'full' ? 400_000 : 60_000,
    hookTimeout: 60_000,
  },
});
