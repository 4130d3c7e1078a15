import { css } from 'lit';

export default css`
  .starts {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .starts button {
    display: grid;
    gap: 4px;
    justify-items: center;
    align-content: start;
    padding: 5px 4px;
    font-size: 13px;
  }

  @media (max-width: 1000px) {
    .starts {
      flex-wrap: nowrap;
      overflow-x: auto;
      padding-block-end: 8px;
    }

    .starts button {
      flex: none;
    }
  }

  .mine li {
    display: grid;
    gap: 6px;
    padding: 8px 10px;
    border-radius: 8px;
    background: var(--deck-plate-quiet);
  }

  .mine {
    display: grid;
    gap: 8px;
  }

  summary {
    min-block-size: 32px;
    line-height: 32px;
    font-size: 14px;
    cursor: pointer;
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
