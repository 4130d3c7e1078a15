import { css } from 'lit';

export default css`
  .scroll {
    overflow-x: auto;
    margin-inline: -4px;
    padding: 4px;
  }

  table {
    inline-size: 100%;
    border-spacing: 4px;
  }

  th {
    padding: 0 8px;
    font-size: 15px;
    text-align: start;
    color: var(--deck-text-quiet);
    overflow-wrap: anywhere;
  }

  th.title {
    inline-size: 46%;
  }

  th.unused {
    text-decoration: line-through;
    font-weight: 400;
  }

  td {
    padding: 0;
    min-inline-size: 64px;
  }

  td input:not([type='checkbox'], [type='radio'], [type='file']) {
    padding: 0 8px;
    border-radius: 4px 10px 4px 10px;
  }

  td.title {
    min-inline-size: 132px;
  }

  .line,
  thead td {
    inline-size: 22px;
    min-inline-size: 22px;
    font-size: 14px;
    font-variant-numeric: tabular-nums;
    text-align: center;
    color: var(--deck-text-quiet);
  }

  .file {
    position: relative;
    display: grid;
    align-items: center;
    min-block-size: 48px;
    padding: 0 14px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    font-size: 16px;
    cursor: pointer;
  }

  .file input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }

  .file:focus-within {
    outline: 3px solid var(--deck-focus);
    outline-offset: 2px;
  }

  .name {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;
