import { css } from 'lit';

export default css`
  .themes {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 6px;
  }

  .themes button {
    display: grid;
    gap: 4px;
    justify-items: center;
    padding: 6px;
  }

  .swatch {
    display: grid;
    grid-template-columns: 2fr 1fr 1fr;
    inline-size: 100%;
    block-size: 22px;
    overflow: hidden;
    border: 1px solid rgba(0, 0, 0, 0.25);
    border-radius: 4px;
  }

  .swatch i:nth-child(1) {
    background: var(--stall-color-plate);
  }

  .swatch i:nth-child(2) {
    background: var(--stall-color-plate-loud);
  }

  .swatch i:nth-child(3) {
    background: var(--stall-color-value);
  }

  .token {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 8px;
    align-items: center;
  }

  .token label {
    color: var(--deck-text);
  }

  .token.slider {
    grid-template-columns: minmax(0, 1fr) 96px auto;
  }

  summary {
    min-block-size: 36px;
    font-weight: 700;
    line-height: 36px;
    cursor: pointer;
  }

  .token.color {
    grid-template-columns: minmax(0, 1fr) 86px auto auto;
  }

  .token.color input[type='text'] {
    font:
      14px ui-monospace,
      Consolas,
      monospace;
  }

  output {
    display: inline-block;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    color: var(--deck-text-quiet);
  }

  .file {
    display: inline-grid;
    place-items: center;
    border: 1px solid var(--deck-line);
    color: var(--deck-text);
    font-weight: 700;
    cursor: pointer;
  }

  .file:focus-within {
    outline: 3px solid var(--deck-focus);
    outline-offset: 2px;
  }
`;
