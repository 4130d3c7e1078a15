import { css } from 'lit';

/** What every part of the deck shares: the box, the keys, the focus ring. */
export const controls = css`
  :host {
    display: block;
    box-sizing: border-box;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }

  h2 {
    font-size: 15px;
    font-weight: 700;
    letter-spacing: 0.04em;
    color: var(--deck-text-quiet);
  }

  button,
  input {
    font: inherit;
    color: inherit;
  }

  button {
    min-block-size: 48px;
    padding: 0 14px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
    font-weight: 700;
    line-height: 1.2;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  button:active {
    transform: translateY(1px);
  }

  button[aria-pressed='true'],
  button.primary {
    border-color: var(--deck-leaf);
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
  }

  button.danger {
    border-color: var(--deck-peach);
    color: var(--deck-peach-text);
  }

  button.plain {
    border-color: transparent;
    background: transparent;
  }

  button[disabled],
  button[aria-disabled='true'] {
    border-style: dashed;
    border-color: var(--deck-line);
    background: transparent;
    color: var(--deck-text-quiet);
    cursor: default;
  }

  :focus-visible {
    outline: 3px solid var(--deck-focus);
    outline-offset: 2px;
  }

  h2:focus-visible {
    outline: none;
  }

  .figure {
    font-variant-numeric: tabular-nums;
  }

  .quiet {
    color: var(--deck-text-quiet);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition-duration: 0s !important;
      animation-duration: 0s !important;
    }
  }
`;
