import { css } from 'lit';

/** A list that is scrolled in its own place: a stall may have hundreds of products. */
export default css`
  .goods .choices {
    display: grid;
    max-block-size: 212px;
    overflow: auto;
    border: 1px solid var(--deck-line);
    border-radius: 8px;
  }

  .goods label.choice {
    display: grid;
    grid-template-columns: auto 32px minmax(0, 1fr);
    gap: 8px;
    align-items: center;
    min-block-size: 42px;
    padding: 2px 8px;
    color: var(--deck-text);
    font-size: 14px;
    line-height: 1.3;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .goods label.choice + label.choice {
    border-block-start: 1px solid var(--deck-line);
  }

  .goods .choice input {
    inline-size: 18px;
    min-block-size: 18px;
    margin: 0;
    accent-color: var(--deck-leaf);
  }

  .goods .picture {
    block-size: 32px;
  }

  .goods img {
    border-radius: 4px;
    object-fit: cover;
  }

  .goods summary {
    font-size: 13px;
    cursor: pointer;
  }
`;
