import { defineConfig } from 'vite';
import { minifiedLiterals, plainImports } from '../tooling/src/page-builds/index.ts';
import { fromSource } from './vite.from-source.ts';
import { obsScript } from './vite.obs-script.ts';
import { packGuide } from './vite.pack-guide.ts';
import { packZip } from './vite.pack-zip.ts';
import { examplePictures } from './vite.pictures.ts';
import { sizeReport } from './vite.size.ts';

/** Beside the pages that the relay serves, which are built before. */
const ZIP = 'dist/pages/local-pack.zip';

/**
 * Builds the pack for OBS without a server: two pages and one classic script with everything in it.
 *
 * On `file://` a module script does not run and `fetch` fails, so nothing may be loaded from beside it but pictures.
 */
export default defineConfig({
  ...fromSource,
  plugins: [
    minifiedLiterals(),
    plainImports(),
    examplePictures(),
    obsScript(),
    packGuide(),
    sizeReport(),
    packZip(ZIP),
  ],
  base: './',
  publicDir: 'local-pack',
  build: {
    outDir: 'dist/local-pack',
    emptyOutDir: true,
    target: 'chrome103',
    modulePreload: false,
    rolldownOptions: {
      input: 'src/local-pack/local-pack.ts',
      output: { format: 'iife', entryFileNames: 'stallcast.js' },
    },
  },
});
