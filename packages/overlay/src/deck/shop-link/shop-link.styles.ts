import { css } from 'lit';

export default css`
  details {
    border: 2px solid var(--deck-line);
    border-radius: 6px 16px 6px 16px;
  }

  summary {
    display: flex;
    align-items: center;
    gap: 2px 10px;
    min-block-size: 52px;
    padding: 6px 14px;
    border-radius: inherit;
    cursor: pointer;
    list-style: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::after {
    content: '';
    flex: none;
    inline-size: 9px;
    block-size: 9px;
    margin-block-start: -4px;
    border-inline-end: 3px solid var(--deck-text-quiet);
    border-block-end: 3px solid var(--deck-text-quiet);
    transform: rotate(45deg);
  }

  details[open] > summary::after {
    margin-block-start: 4px;
    transform: rotate(225deg);
  }

  summary > span {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    min-inline-size: 0;
  }

  summary b,
  summary small {
    overflow-wrap: anywhere;
  }

  small {
    font-size: 14px;
    line-height: 22px;
  }

  .body {
    display: grid;
    gap: 14px;
    padding: 4px 14px 14px;
  }

  .shop {
    grid-column: 1 / -1;
  }

  .counters {
    display: grid;
    gap: 8px;
  }

  legend {
    padding: 0;
    margin-block-end: 8px;
    font-weight: 700;
  }

  .counter {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 0 10px;
    align-items: start;
    min-block-size: 52px;
    padding: 8px 12px;
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate-quiet);
    cursor: pointer;
  }

  .counter input {
    inline-size: 22px;
    block-size: 22px;
    margin: 1px 0 0;
    accent-color: var(--deck-leaf-text);
  }

  .counter small {
    grid-column: 2;
    font-weight: 400;
    line-height: 1.4;
  }
`;
