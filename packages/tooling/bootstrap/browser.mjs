import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { engineLaunch } from './engines.mjs';
import { ROOT } from './project.mjs';

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const PLACES = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Finds a current Chromium on this machine.
 *
 * `STALLCAST_CHROMIUM` or `CHROMIUM_PATH` goes first, then the system's own, then the one that Playwright has downloaded.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} The path of its binary; undefined when there is none.
 */
export function findBrowser(env = process.env) {
  const places = [env.STALLCAST_CHROMIUM, env.CHROMIUM_PATH, ...(PLACES[process.platform] ?? []), playwrightsOwn()];
  return places.find((path) => path && existsSync(path));
}

/**
 * Tells where Playwright keeps its own Chromium, downloaded or not.
 *
 * @returns {string | undefined} Undefined while Playwright is not installed.
 */
export function playwrightsOwn() {
  try {
    return createRequire(join(ROOT, 'package.json'))('playwright').chromium.executablePath();
  } catch {
    // Playwright is not installed, or knows no build for this system.
    return undefined;
  }
}

/**
 * Tells Playwright how to start a browser: the current Chromium, or one of OBS's engines.
 *
 * @param {string} [engine] `103` or `127`; the current Chromium without it.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function browserLaunch(engine) {
  if (engine) return engineLaunch(engine);
  const executablePath = findBrowser();
  return { ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] };
}
