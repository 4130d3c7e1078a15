import { css } from 'lit';

export default css`
  ol {
    margin-block-start: 8px;
    border-radius: 6px 20px 6px 20px;
    background: var(--deck-plate);
    box-shadow: var(--deck-shadow);
    overflow: hidden;
  }

  section > p {
    margin-block-start: 8px;
  }

  li button {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 12px;
    inline-size: 100%;
    padding: 10px 14px;
    border: 0;
    border-radius: 0;
    background: transparent;
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
  }

  li :focus-visible {
    outline-offset: -4px;
  }

  .only-of {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 10px;
    font-weight: 700;
  }

  li + li {
    border-block-start: 2px dotted var(--deck-line);
  }

  .what {
    min-inline-size: 0;
    font-weight: 700;
    overflow-wrap: anywhere;
  }

  .status {
    font-weight: 700;
    color: var(--deck-leaf-text);
  }

  .placed .status {
    color: var(--deck-warning);
  }

  .cancelled .status,
  .refunded .status,
  .partially-refunded .status {
    color: var(--deck-peach-text);
  }

  .cancelled .what {
    text-decoration: line-through;
    font-weight: 400;
  }

  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    font-size: 15px;
  }

  .total {
    text-align: end;
  }

  .only {
    grid-column: 1 / -1;
    font-size: 14px;
    color: var(--deck-warning);
  }
`;
