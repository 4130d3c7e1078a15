import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Serves the gallery from the sources, `pnpm gallery`, or builds it into `gallery/dist` as a page for any web server,
 * `pnpm --filter @stallcast/elements gallery:build`.
 */
export default defineConfig({
  root: path('..'),
  base: './',
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  resolve: { conditions: ['stallcast-source', 'module', 'browser', 'development|production'] },
  server: { host: '127.0.0.1', fs: { allow: [path('../../..')] } },
  build: {
    target: 'chrome103',
    outDir: path('dist'),
    emptyOutDir: true,
    rollupOptions: {
      input: path('index.html'),
      // The sample stall looks for its pictures two folders above its code.
      output: { entryFileNames: 'gallery/code/[name].js', chunkFileNames: 'gallery/code/[name]-[hash].js' },
    },
  },
  plugins: [
    {
      name: 'sample-pictures',
      apply: 'build',
      writeBundle({ dir }) {
        if (dir) cpSync(path('../pictures'), `${dir}/pictures`, { recursive: true });
      },
    },
  ],
});
