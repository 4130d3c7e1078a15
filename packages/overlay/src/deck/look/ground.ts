import { css } from 'lit';
import { atom } from 'nanostores';
import { keepText, keptText } from '../../keeping/kept-text.js';

const ground = css`
  body {
    margin: 0;
    background: #f5eddd;
  }

  @media (prefers-color-scheme: dark) {
    :root:not([data-ground='light']) body {
      background: #14120d;
    }
  }

  :root[data-ground='dark'] body {
    background: #14120d;
  }
`;

/** Whether this device's pages are bright, dark, or as its system is. */
export type Ground = 'auto' | 'light' | 'dark';

const NAME = 'stallcast.ground';

/** The choice of this device, kept between visits and written to `<html data-ground>`. */
export const $ground = atom<Ground>(parseGround(keptText(NAME)));

$ground.subscribe((ground) => {
  document.documentElement.dataset['ground'] = ground;
});
$ground.listen((ground) => void keepText(NAME, ground));

function parseGround(text: string | null): Ground {
  return text === 'light' || text === 'dark' ? text : 'auto';
}

/** Gives the page the deck's ground, by a style sheet that a strict content policy lets through. */
export function wearGround(): void {
  const sheet = ground.styleSheet;
  if (sheet && !document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}
