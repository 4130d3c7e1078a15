import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const FOLDER = new URL('../elements/pictures/', import.meta.url);

/** Puts the example's product pictures beside the pages, under the names that its products have them by. */
export function examplePictures(): Plugin {
  return {
    name: 'stallcast-example-pictures',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(FOLDER)) {
        this.emitFile({ type: 'asset', fileName: `pictures/${name}`, source: readFileSync(new URL(name, FOLDER)) });
      }
    },
  };
}
