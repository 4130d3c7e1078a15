import { css } from 'lit';

/** What the composer's panels share: they are denser than the deck, which is for a thumb at night. */
export const panel = css`
  :host {
    display: grid;
    gap: 12px;
    align-content: start;
    font-size: 15px;
    line-height: 1.45;
  }

  button,
  .button {
    min-block-size: 36px;
    padding: 0 10px;
    border-width: 1px;
    border-radius: 8px;
    font-size: 14px;
  }

  h2 {
    font-size: 14px;
    font-weight: 700;
    letter-spacing: 0;
    color: var(--deck-text);
  }

  section,
  fieldset {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
  }

  legend {
    padding: 0 0 6px;
    font-weight: 700;
    font-size: 14px;
  }

  .quiet {
    font-size: 13px;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }

  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }

  label {
    display: grid;
    gap: 3px;
    min-inline-size: 0;
    font-size: 13px;
    color: var(--deck-text-quiet);
  }

  label.check {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 32px;
  }

  input,
  select,
  textarea {
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 4px 8px;
    border: 1px solid var(--deck-text-quiet);
    border-radius: 6px;
    background: var(--deck-plate);
    color: var(--deck-text);
    font: inherit;
    font-size: 15px;
  }

  input[type='checkbox'] {
    inline-size: 20px;
    min-block-size: 20px;
    margin: 0;
    accent-color: var(--deck-leaf);
  }

  input[type='range'] {
    padding: 0;
    border: 0;
    background: transparent;
    accent-color: var(--deck-leaf);
  }

  input[type='color'] {
    inline-size: 44px;
    padding: 2px;
  }

  .trouble {
    padding: 8px 10px;
    border-radius: 6px;
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
    font-size: 14px;
  }
`;
