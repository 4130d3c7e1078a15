import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pinnedPnpm, TOOLS } from './project.mjs';
import { runLogged } from './steps.mjs';

const FOLDER = join(TOOLS, `pnpm-${pinnedPnpm()}`);
const SCRIPT = join(FOLDER, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
const SHIMS = join(FOLDER, 'bin');

/** Whether the pinned pnpm is in `.tools`. */
export const hasPnpm = () => existsSync(SCRIPT) && existsSync(SHIMS);

/** Installs the pinned pnpm into `.tools` by npm: it needs neither corepack nor rights beyond the project's folder. */
export async function installPnpm() {
  // Under another name until it is whole, so that an interrupted installation is not mistaken for one.
  const partial = `${FOLDER}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(join(partial, 'bin'), { recursive: true });
  writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(partial, 'bin', 'pnpm'), `#!/bin/sh\nexec node "${SCRIPT}" "$@"\n`);
  chmodSync(join(partial, 'bin', 'pnpm'), 0o755);
  writeFileSync(join(partial, 'bin', 'pnpm.cmd'), `@node "${SCRIPT}" %*\r\n`);

  const args = ['install', '--prefix', partial, '--ignore-scripts', '--no-audit', '--no-fund', `pnpm@${pinnedPnpm()}`];
  const npm = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(npm)) await runLogged('pnpm', process.execPath, [npm, ...args]);
  else await runLogged('pnpm', 'npm', args);

  rmSync(FOLDER, { recursive: true, force: true });
  renameSync(partial, FOLDER);
}

/**
 * Runs the pinned pnpm with its output in a log.
 *
 * @param {string} name What the log is called.
 * @param {readonly string[]} args
 */
export const runPnpm = (name, args) => runLogged(name, process.execPath, [SCRIPT, ...args], { env: environment() });

/** The environment of children: in it, plain `pnpm` is the pinned one. */
export function environment() {
  const path = process.env.PATH ?? '';
  return { ...process.env, PATH: path.startsWith(SHIMS) ? path : `${SHIMS}${delimiter}${path}` };
}
