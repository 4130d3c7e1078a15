import { plainText } from '../../internal/fit-text.js';
import { isOwnProfile } from '../../internal/profile.js';
import type { QrWords } from '../../words/index.js';

/** Widest code that is drawn, in modules without the quiet zone: version 10. Beyond it a phone has to come near. */
export const MAX_MODULES = 57;
/** Light modules that must surround a code, by its standard. */
export const QUIET = 4;
/** Narrowest module, in px of a canvas 1080 wide: 5 px are left of it after a stream scales it to 720 lines. */
const MIN_MODULE_PX = 8;
/** Narrowest code with its quiet zone, in px: seen from an arm's length and a half on a laptop. */
const MIN_SIDE_PX = 320;
const LONGEST_CAPTION = 60;
const LONGEST_HOST = 40;

/** What the widget was told. */
export interface QrSource {
  href: string;
  caption: string;
  profile: string;
  words: QrWords;
}

/** What a code stands for, and what is said with it. */
export interface QrView {
  /** The address as it is encoded. */
  href: string;
  /** Where it leads, to be read by people before they follow it. */
  host: string;
  caption: string;
}

/** Derives the view; null where nothing may be shown: in a platform's profile, and for what is no https address. */
export function deriveQrView({ href, caption, profile, words }: QrSource): QrView | null {
  if (!isOwnProfile(profile)) return null;
  let url: URL;
  try {
    url = new URL(href.trim());
  } catch {
    return null;
  }
  // A name before the host is there to make it look like another one.
  if (url.protocol !== 'https:' || url.username || url.password) return null;
  const host = url.host.replace(/^www\./, '');
  return {
    href: url.href,
    host: host.length > LONGEST_HOST ? `…${host.slice(1 - LONGEST_HOST)}` : host,
    caption: plainText(caption, LONGEST_CAPTION) || words.scanForShop,
  };
}

/** A code to be drawn: one path in a box of `box` modules, the quiet zone included. */
export interface QrDrawing {
  path: string;
  box: number;
  /** Width and height on the canvas, in px: whole pixels a module, so that its edges stay hard. */
  side: number;
}

/** Draws the dark modules as one path, a rectangle a run. */
export function drawCode(modules: readonly (readonly boolean[])[]): QrDrawing {
  const box = modules.length + 2 * QUIET;
  const runs: string[] = [];
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      const width = x + 1 - from;
      runs.push(`M${from + QUIET} ${y + QUIET}h${width}v1h${-width}z`);
    }
  });
  return { path: runs.join(''), box, side: box * Math.max(MIN_MODULE_PX, Math.ceil(MIN_SIDE_PX / box)) };
}
