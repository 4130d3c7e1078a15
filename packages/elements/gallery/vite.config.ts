import { defineConfig } from 'vite';

/** Serves the gallery from the sources: `pnpm --filter @stallcast/elements gallery`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  resolve: { conditions: ['stallcast-source', 'module', 'browser', 'development|production'] },
  server: { host: '127.0.0.1', fs: { allow: [new URL('../../..', import.meta.url).pathname] } },
});
