import { css } from 'lit';

export default css`
  .starts {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 6px;
  }

  .starts.landscape {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }

  .starts button {
    display: grid;
    gap: 4px;
    justify-items: center;
    align-content: start;
    min-inline-size: 0;
    padding: 4px 2px;
    font-size: 13px;
  }

  @media (max-width: 1000px) {
    .starts {
      grid-template-columns: repeat(auto-fill, minmax(96px, 1fr));
    }

    .starts.landscape {
      grid-template-columns: repeat(auto-fill, minmax(136px, 1fr));
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
