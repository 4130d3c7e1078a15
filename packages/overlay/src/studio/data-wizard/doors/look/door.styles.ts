import { css } from 'lit';

/** What the doors share: fields, keys in a row, and what was said. */
export const door = css`
  :host {
    display: grid;
    gap: 14px;
    min-inline-size: 0;
  }

  form,
  .part {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
  }

  h3 {
    font-size: 17px;
  }

  label {
    display: grid;
    gap: 4px;
    font-size: 15px;
    font-weight: 700;
  }

  input:not([type='checkbox'], [type='radio'], [type='file']),
  select {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 48px;
    padding: 0 12px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
    color: inherit;
    font: inherit;
    font-size: 17px;
  }

  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }

  .ask label {
    flex: 1 1 260px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  .quiet,
  small {
    font-size: 15px;
  }

  .said {
    padding: 12px 16px;
    border-radius: 6px 16px 6px 16px;
    overflow-wrap: anywhere;
  }

  .done {
    background: var(--deck-leaf-quiet);
    color: var(--deck-leaf-text);
  }

  .trouble {
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
  }

  .box {
    display: grid;
    gap: 10px;
    padding: 14px 16px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 18px 6px 18px;
  }

  .check {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 48px;
    font-size: 16px;
    cursor: pointer;
  }

  .check small {
    display: block;
    font-weight: 400;
  }

  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--deck-leaf);
  }

  code {
    overflow-wrap: anywhere;
    font:
      14px/1.45 ui-monospace,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
  }

  [role='status']:empty {
    display: none;
  }
`;
