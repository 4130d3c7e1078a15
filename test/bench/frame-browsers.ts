import { existsSync } from 'node:fs';
import { enginesRunHere, unpackEngine, ENGINES } from '@stallcast/tooling/engines';

/** A browser whose frames can be asked for one by one. */
export interface FrameBrowser {
  name: string;
  executablePath: string;
}

/** Debian's package of that name; the whole Chromium of today has no begin-frame control. */
const CURRENT = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium-headless-shell'];

/** What to say where there is none. */
export const NO_FRAME_BROWSER =
  'Damaged frames are not counted here: the engines of OBS run on Linux x64 only, and chromium-headless-shell is not installed.';

/** Finds the browsers with begin-frame control: the engines of OBS, unpacked if need be, and the current one where it is installed. */
export async function findFrameBrowsers(): Promise<FrameBrowser[]> {
  const found: FrameBrowser[] = [];
  if (enginesRunHere) {
    for (const [version, name] of Object.entries(ENGINES)) {
      found.push({ name, executablePath: await unpackEngine(version) });
    }
  }
  const current = CURRENT.find((path) => existsSync(path));
  if (current) found.push({ name: 'chromium-headless-shell', executablePath: current });
  return found;
}
