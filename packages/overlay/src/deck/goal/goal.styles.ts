import { css } from 'lit';

export default css`
  section,
  form,
  .goal {
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

  .goal {
    padding: 12px 14px;
    border-radius: 6px 20px 6px 20px;
    background: var(--deck-plate);
    box-shadow: var(--deck-shadow);
  }

  .goal b {
    font-size: 20px;
  }

  .fell {
    color: var(--deck-peach-text);
    font-weight: 700;
  }

  progress {
    inline-size: 100%;
    block-size: 14px;
    border: 0;
    border-radius: 7px;
    background: var(--deck-plate-quiet);
    overflow: hidden;
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: var(--deck-plate-quiet);
  }

  progress::-webkit-progress-value {
    background: var(--deck-leaf);
  }

  progress::-moz-progress-bar {
    background: var(--deck-leaf);
  }

  .raise {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }

  .metrics {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 6px;
  }

  .metrics button {
    padding: 4px;
  }

  .ends {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 10px;
  }

  @media (max-width: 340px) {
    .metrics {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
