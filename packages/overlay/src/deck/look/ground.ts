import { css } from 'lit';

const ground = css`
  body {
    margin: 0;
    background: #f5eddd;
  }

  @media (prefers-color-scheme: dark) {
    body {
      background: #14120d;
    }
  }
`;

/** Gives the page the deck's ground, by a style sheet that a strict content policy lets through. */
export function wearGround(): void {
  const sheet = ground.styleSheet;
  if (sheet && !document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
}
