import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, playwrightsOwn } from './browser.mjs';
import { Failure } from './failure.mjs';
import { ROOT } from './project.mjs';
import { runLogged } from './steps.mjs';

const DOWNLOAD_LIMIT_MS = 5 * 60_000;

/** Whether a Chromium is there that also starts. */
export const hasBrowser = () => starts(findBrowser());

/** Gets a Chromium: Playwright's download, else the system's package manager. */
export async function installBrowser() {
  // Playwright's own may be in its cache from another project; only an installed Playwright can tell.
  if (hasBrowser()) return;
  const ways = [downloadByPlaywright, ...(canUseApt() ? [installByApt] : [])];
  for (const way of ways) {
    try {
      await way();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
    if (hasBrowser()) return;
    const downloaded = playwrightsOwn();
    if (starts(downloaded)) {
      // Goes before a system's own that is there but does not start.
      process.env.STALLCAST_CHROMIUM = downloaded;
      return;
    }
  }
  throw new Failure(
    '没有找到浏览器，也装不上：请安装 Chromium 或 Chrome（或把环境变量 STALLCAST_CHROMIUM 设为它的路径），再运行 npm test。',
    'No browser was found and none could be installed: install Chromium or Chrome (or set STALLCAST_CHROMIUM to its path) and run npm test again.',
  );
}

const downloadByPlaywright = () =>
  runLogged(
    'browser-download',
    process.execPath,
    [join(ROOT, 'node_modules', 'playwright', 'cli.js'), 'install', '--no-shell', 'chromium'],
    { timeoutMs: DOWNLOAD_LIMIT_MS, env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' } },
  );

async function installByApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // One broken list of several fails the update; what is wanted may be in another.
  await runLogged('browser-apt-update', 'apt-get', ['update'], { env }).catch(() => undefined);
  await runLogged(
    'browser-apt',
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
    { env },
  );
}

const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * A downloaded binary may lack the system's libraries; asking for its version loads them.
 *
 * @param {string | undefined} path
 */
function starts(path) {
  if (!path || !existsSync(path)) return false;
  // On Windows the question opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
