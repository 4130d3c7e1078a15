import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const OVERLAY = fileURLToPath(new URL('../../packages/overlay/', import.meta.url));

/** The pack for OBS as files, built from the sources: a page that is there before its relay is. */
export interface LocalPack {
  /** The address of its overlay that reads a relay. */
  overlay(relay: string, key: string): string;
  remove(): void;
}

export async function buildLocalPack(): Promise<LocalPack> {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-pack-'));
  await build({
    configFile: false,
    root: OVERLAY,
    base: './',
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['stallcast-source', 'module', 'browser', 'production'] },
    oxc: {
      decorator: { legacy: true },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    build: {
      outDir: folder,
      target: 'chrome103',
      modulePreload: false,
      rolldownOptions: {
        input: join(OVERLAY, 'src/local-pack/local-pack.ts'),
        output: { format: 'iife', entryFileNames: 'stallcast.js' },
      },
    },
  });
  copyFileSync(join(OVERLAY, 'local-pack/overlay.html'), join(folder, 'overlay.html'));
  const page = pathToFileURL(join(folder, 'overlay.html')).href;
  return {
    overlay: (relay, key) => `${page}?src=${encodeURIComponent(`relay:${relay}/stalls/orchard#${key}`)}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
