import { css } from 'lit';

/** Fields with their labels above and a note below, in two columns where there is room. */
export const fields = css`
  .fields {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px 12px;
  }

  .field {
    display: grid;
    gap: 4px;
    align-content: start;
    min-inline-size: 0;
  }

  .title {
    grid-column: 1 / -1;
  }

  label {
    font-weight: 700;
  }

  .field input,
  select {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 52px;
    padding: 0 14px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
    color: inherit;
    font: inherit;
    font-size: 18px;
  }

  .field input[aria-invalid='true'] {
    border-color: var(--deck-peach-text);
  }

  .field p,
  .picture p {
    font-size: 14px;
  }

  .error {
    color: var(--deck-peach-text);
  }

  .claims ul {
    display: grid;
    gap: 8px;
    margin: 4px 0 0;
    padding: 10px 12px;
    border-inline-start: 4px solid var(--deck-warning);
    border-radius: 4px 12px 4px 12px;
    background: var(--deck-warning-quiet);
    color: var(--deck-text);
    font-size: 15px;
    line-height: 1.45;
    list-style: none;
  }

  .claims mark {
    background: none;
    color: var(--deck-warning);
    font-weight: 700;
    overflow-wrap: anywhere;
  }

  .wide {
    min-block-size: 56px;
    font-size: 18px;
  }

  @media (max-width: 340px) {
    .fields {
      grid-template-columns: 1fr;
    }
  }
`;
