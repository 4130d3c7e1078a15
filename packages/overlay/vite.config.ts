import { defineConfig } from 'vite';
import { minifiedLiterals } from '../tooling/src/page-builds/index.ts';
import { fromSource } from './vite.from-source.ts';
import { obsScript } from './vite.obs-script.ts';
import { examplePictures } from './vite.pictures.ts';
import { sceneCopy } from './vite.scene-copy.ts';
import { pageWorker } from './vite.service-worker.ts';
import { sizeReport } from './vite.size.ts';

/** Builds the pages that the relay serves: overlay, deck and studio. */
export default defineConfig({
  ...fromSource,
  plugins: [sceneCopy(), minifiedLiterals(), examplePictures(), obsScript(), pageWorker(), sizeReport()],
  // The relay serves the pages at `/overlay` and `/deck`, so what they load is named from the root.
  base: '/',
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    target: 'chrome103',
    // Vite's polyfill would be an inline script, which the pages' content policy forbids; Chromium 66 has modulepreload.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['overlay.html', 'deck.html', 'index.html', 'src/service-worker/service-worker.ts'],
      output: {
        // The worker's name stays, since a browser looks for its next version there; its place says which pages it is for.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
