import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Finds a current Chromium on this machine; undefined when there is none. */
export function findBrowser(env = process.env) {
  for (const path of [env.STALLCAST_CHROMIUM, env.CHROMIUM_PATH]) if (path && existsSync(path)) return path;
  return PLACES.find((path) => existsSync(path));
}

/** How Playwright starts the browser. */
export function browserLaunch() {
  const executablePath = findBrowser();
  return { ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] };
}
