import { css } from 'lit';
import defaults from './defaults.styles.js';

/** What all widgets have in common: the token names, the box model, the type. Goes first in `static styles`. */
export default [
  defaults,
  css`
    :host {
      display: block;
      position: relative;
    }
    :host([hidden]) {
      display: none;
    }
    :host > * {
      direction: ltr;
      text-align: start;
      color: var(--_color-text);
      font: 400 28px/1.2 var(--_font-text);
      font-variant-numeric: tabular-nums;
      letter-spacing: 0;
      text-transform: none;
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
      margin: 0;
    }
  `,
];
