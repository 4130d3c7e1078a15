import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FIREFOX = '/usr/bin/firefox-esr';
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';

/**
 * Finds a stock Firefox: the one that `STALLCAST_FIREFOX` names, else Debian's. What other systems call `firefox` may be a door
 * to a shop of programs.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} The path of its binary; undefined when there is none.
 */
export function findFirefox(env = process.env) {
  return [env.STALLCAST_FIREFOX, FIREFOX].find((path) => path && existsSync(path));
}

/**
 * Finds the WebKit of GTK, by what Debian calls `webkit2gtk-driver` and `xvfb`.
 *
 * @returns {{ driver: string, browser: string, display: string } | undefined} The driver, its MiniBrowser and the display
 *   that this needs; undefined when one of them is not there.
 */
export function findWebKit() {
  const browser = miniBrowsers().at(-1);
  const isHere = browser !== undefined && existsSync(WEBKIT_DRIVER) && existsSync(XVFB);
  return isHere ? { driver: WEBKIT_DRIVER, browser, display: XVFB } : undefined;
}

/** Debian keeps it by architecture and by the version of the library. */
function miniBrowsers() {
  const libraries = '/usr/lib';
  if (!existsSync(WEBKIT_DRIVER)) return [];
  return readdirSync(libraries)
    .filter((name) => name.endsWith('-linux-gnu'))
    .flatMap((name) => readdirSync(join(libraries, name)).map((folder) => join(libraries, name, folder, 'MiniBrowser')))
    .filter((path) => path.includes('/webkit2gtk-') && existsSync(path))
    .sort();
}

/**
 * Says which of the engines of pages are not on this machine, and how they come onto it.
 *
 * @returns {string[]} A sentence for each, in both languages.
 */
export function missingPageEngines() {
  const missing = [];
  if (!findFirefox()) {
    missing.push(
      '没有 Firefox，跳过它的测试。 The smoke in Firefox is skipped: apt-get install firefox-esr brings it.',
    );
  }
  if (!findWebKit()) {
    missing.push(
      '没有 WebKit，跳过它的测试。 The smoke in WebKit is skipped: apt-get install webkit2gtk-driver xvfb brings it.',
    );
  }
  return missing;
}
