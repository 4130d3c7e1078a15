import { css } from 'lit';

/** Sizes are those of the page, not of a canvas: the dialog lies in the top layer, where no scale reaches it. */
export default css`
  :host {
    display: contents;
  }
  :host > dialog {
    position: fixed;
    inset: 0 auto auto 0;
    flex-direction: column;
    inline-size: 400px;
    block-size: fit-content;
    max-inline-size: calc(100vw - 16px);
    max-block-size: calc(100vh - 16px);
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 2px solid var(--_color-line);
    border-radius: 10px;
    background: var(--_color-plate);
    box-shadow: 0 4px 14px rgba(0, 0, 0, 0.3);
    font-size: 16px;
    line-height: 1.5;
  }
  :host > dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: none;
  }
  .head {
    flex: none;
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
    padding: 12px 8px 8px 18px;
    background: var(--_color-plate-loud);
    color: var(--_color-text-loud);
  }
  h2 {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    padding-block: 5px;
    font: var(--_font-weight-title) 20px/1.35 var(--_font-title);
    overflow-wrap: anywhere;
  }
  button {
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    margin-block-start: -3px;
    padding: 12px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  svg {
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.5;
  }
  :focus-visible {
    outline: 3px solid currentColor;
    outline-offset: -3px;
  }
  .marks {
    flex: none;
    display: flex;
    flex-wrap: wrap;
  }
  .body {
    flex: 1 1 auto;
    min-block-size: 0;
    padding: 4px 18px 16px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  h3 {
    margin-block: 14px 4px;
    padding-block-end: 4px;
    border-block-end: 2px solid var(--_color-line);
    font-size: 16px;
  }
  dl > div {
    display: flex;
    gap: 12px;
    padding-block: 3px;
  }
  dt {
    flex: 0 0 7em;
    color: var(--_color-text-quiet);
    overflow-wrap: anywhere;
  }
  dd {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .bad dt,
  .bad dd {
    color: var(--_color-warning);
    font-weight: 700;
  }
`;
