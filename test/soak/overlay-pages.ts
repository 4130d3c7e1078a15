import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const OVERLAY = join(import.meta.dirname, '../../packages/overlay');

/** The pages of the relay, built from the sources into a folder of their own. */
export interface OverlayPages {
  folder: string;
  remove(): Promise<void>;
}

export async function buildOverlayPages(): Promise<OverlayPages> {
  const folder = await mkdtemp(join(tmpdir(), 'stallcast-soak-'));
  const environment = process.env.NODE_ENV;
  // A test runner has set another one, with which Vite builds for development.
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: OVERLAY,
      configFile: join(OVERLAY, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    process.env.NODE_ENV = environment;
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
