import { css } from 'lit';

export default css`
  .shops {
    display: grid;
    gap: 6px;
  }

  details {
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-plate-quiet);
  }

  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    min-block-size: 48px;
    padding: 6px 14px;
    border-radius: inherit;
    cursor: pointer;
  }

  summary b {
    flex: 1 1 150px;
    font-size: 17px;
  }

  .chip {
    padding: 2px 10px;
    border-radius: 4px 10px 4px 10px;
    background: var(--deck-plate);
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }

  .chip.received {
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
    font-weight: 700;
  }

  .chip.refused {
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
    font-weight: 700;
  }

  details .part {
    padding: 2px 14px 14px;
  }

  .status:not(.done, .trouble) {
    background: var(--deck-plate);
  }

  ol {
    display: grid;
    gap: 10px;
    padding-inline-start: 24px;
    list-style: decimal;
  }

  ol > li::marker {
    font-weight: 700;
  }

  .copying {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .copying code {
    flex: 1;
    min-inline-size: 0;
  }
`;
