import { defineConfig } from 'vitest/config';

const CONDITIONS = ['stallcast-source', 'module', 'node', 'development|production'];

/** The smoke in other engines runs alone: each of its browsers draws all widgets, and needs the cores for it. */
export default defineConfig({
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  resolve: { conditions: CONDITIONS },
  ssr: { resolve: { conditions: CONDITIONS, externalConditions: ['stallcast-source'] } },
  test: {
    name: 'engines',
    dir: import.meta.dirname,
    include: ['**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 200_000,
    hookTimeout: 120_000,
  },
});
