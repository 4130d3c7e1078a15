import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const FOLDER = new URL('../elements/pictures/', import.meta.url);

/** Puts the pictures beside the pages: the products' of the example, under the names that it has them by, and the studio's backdrop. */
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
