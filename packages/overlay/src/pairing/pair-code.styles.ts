import { css } from 'lit';

export default css`
  :host {
    display: grid;
    gap: 10px;
  }

  .scan {
    font-weight: 700;
  }

  /* White around and under the squares by night as well: cameras look for dark on light. */
  svg {
    inline-size: min(100%, 300px);
    margin-inline: auto;
    border-radius: 6px;
    background: #fff;
    fill: #000;
  }

  .quiet {
    font-size: 15px;
    color: var(--deck-text-quiet);
  }

  .address {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }

  code {
    overflow-wrap: anywhere;
    font:
      15px/1.45 ui-monospace,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  legend {
    padding: 0 0 6px;
    font-size: 15px;
    color: var(--deck-text-quiet);
  }

  [aria-pressed='true'] {
    border-color: var(--deck-leaf-text);
    background: var(--deck-leaf-quiet);
  }
`;
