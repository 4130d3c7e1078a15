import { findFirefox, findWebKit } from '@stallcast/tooling/page-engines';
import type { EnginePage, Window } from './engine.js';
import { openFirefox } from './open-firefox.js';
import { openWebKit } from './open-webkit.js';

/** An engine of pages that is not Chromium; without `open` it is not on this machine. */
export interface PageEngine {
  name: string;
  /** Debian's packages that bring it. */
  packages: string;
  open?: (window?: Window) => Promise<EnginePage>;
}

const firefox = findFirefox();
const webkit = findWebKit();

export const PAGE_ENGINES: readonly PageEngine[] = [
  {
    name: 'Firefox',
    packages: 'firefox-esr',
    ...(firefox && { open: (window?: Window) => openFirefox(firefox, window) }),
  },
  {
    name: 'WebKit',
    packages: 'webkit2gtk-driver xvfb',
    ...(webkit && { open: (window?: Window) => openWebKit(webkit, window) }),
  },
];
