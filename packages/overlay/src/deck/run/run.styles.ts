import { css } from 'lit';

export default css`
  section,
  ol {
    display: grid;
    gap: 8px;
  }

  .heading {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }

  .heading button {
    padding-inline: 8px;
    color: var(--deck-leaf-text);
  }

  .heading [aria-pressed='true'] {
    background: var(--deck-leaf-quiet);
  }

  li {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 52px;
    padding: 4px 4px 4px 0;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-plate);
    box-shadow: var(--deck-shadow);
  }

  .place {
    flex: none;
    inline-size: 40px;
    font-size: 18px;
    font-weight: 800;
    text-align: center;
    color: var(--deck-text-quiet);
  }

  .what {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    padding-inline-end: 8px;
  }

  .title {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    font-weight: 700;
  }

  .note {
    font-size: 14px;
    color: var(--deck-text-quiet);
  }

  .on-air {
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
  }

  .on-air :is(.place, .note) {
    color: inherit;
  }

  .next {
    box-shadow: inset 0 0 0 2px var(--deck-leaf);
  }

  .next :is(.place, .note) {
    color: var(--deck-leaf-text);
    font-weight: 700;
  }

  .passed .title {
    color: var(--deck-text-quiet);
    font-weight: 400;
  }

  li button {
    flex: none;
    min-inline-size: 48px;
    padding: 0 8px;
    background: var(--deck-plate);
    color: var(--deck-text);
  }

  @media (max-width: 340px) {
    li {
      gap: 3px;
    }

    .place {
      inline-size: 24px;
    }

    li button {
      min-inline-size: 44px;
      padding: 0 3px;
      font-size: 14px;
    }
  }
`;
