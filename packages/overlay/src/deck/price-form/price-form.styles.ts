import { css } from 'lit';

export default css`
  :host,
  .told {
    display: grid;
    gap: 10px;
  }

  .told b {
    font-size: 26px;
    color: var(--deck-peach-text);
  }

  .told span {
    color: var(--deck-text-quiet);
    font-weight: 700;
  }

  .runs {
    padding: 8px 12px;
    border-radius: 4px 12px 4px 12px;
    background: var(--deck-peach-quiet);
    color: var(--deck-peach-text);
    font-weight: 700;
  }

  .keys {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 8px;
  }

  .keys button {
    min-block-size: 56px;
    padding: 4px;
  }

  .kept-back {
    color: var(--deck-warning);
    font-weight: 700;
  }
`;
