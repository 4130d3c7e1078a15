import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { minifyWidgets } from './literals.mjs';
import { ROOT } from './project.mjs';
import { runLogged, runSteps } from './steps.mjs';
import { writeWidgetManifest } from './widget-manifest.mjs';

/** What a whole build leaves. */
export const BUILT = ['packages/relay/dist/cli.js', 'packages/relay/dist/pages/index.html'];

const PAGE_BUILDS = ['vite.config.ts', 'vite.config.local.ts'];
const OVERLAY = join(ROOT, 'packages', 'overlay');
const PAGES = join(ROOT, 'packages', 'relay', 'dist', 'pages');

/** Builds the libraries in their order, then the host's pages, and puts the pages where the relay serves them. */
export async function buildAll() {
  await runLogged('build-libraries', process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']);
  await minifyWidgets();
  await writeWidgetManifest();

  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  for (const config of PAGE_BUILDS) {
    if (!existsSync(join(OVERLAY, config))) continue;
    await runLogged(`build-${config}`, process.execPath, [vite, 'build', OVERLAY, '--config', join(OVERLAY, config)]);
  }

  rmSync(PAGES, { recursive: true, force: true });
  if (existsSync(join(OVERLAY, 'dist', 'pages'))) cpSync(join(OVERLAY, 'dist', 'pages'), PAGES, { recursive: true });
}

export default () => runSteps([{ words: '构建 Building', work: buildAll }]);
