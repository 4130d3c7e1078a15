import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const NAME = 'stallcast.lua';

/** Puts the script for OBS beside the pages: the studio offers it, and the local pack holds it. */
export function obsScript(): Plugin {
  return {
    name: 'stallcast-obs-script',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(join(import.meta.dirname, 'obs-script', NAME), 'utf8');
      this.emitFile({ type: 'asset', fileName: NAME, source });
    },
  };
}
