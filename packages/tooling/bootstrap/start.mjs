import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './project.mjs';
import { setUpSteps } from './setup.mjs';
import { runSteps } from './steps.mjs';

/**
 * Sets everything up and runs the relay in this process, so that signals reach it as they are.
 *
 * @param {readonly string[]} args The relay's own.
 */
export default async function start(args) {
  await runSteps(setUpSteps({ tests: false }));

  process.env.STALLCAST_DATA ??= join(ROOT, '.stallcast');
  const cli = join(ROOT, 'packages', 'relay', 'dist', 'cli.js');
  process.argv.splice(1, process.argv.length, cli, ...args);
  await import(pathToFileURL(cli).href);
}
