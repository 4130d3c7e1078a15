import { css } from 'lit';

export default css`
  :host {
    display: grid;
    gap: 14px;
  }

  .wide {
    min-block-size: 56px;
  }

  fieldset,
  .set {
    display: grid;
    gap: 10px;
    min-inline-size: 0;
  }

  legend,
  .set label {
    padding: 0;
    margin-block-end: 8px;
    font-size: 15px;
    font-weight: 700;
    color: var(--deck-text-quiet);
  }

  .set label {
    margin: 0;
  }

  .quick {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 8px;
  }

  .quick button {
    min-block-size: 56px;
    padding: 0;
    font-size: 19px;
  }

  .delta {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
    min-block-size: 48px;
  }

  output {
    font-size: 32px;
    font-weight: 800;
    line-height: 1;
  }

  .reasons {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 8px;
  }

  .reasons label {
    position: relative;
    display: grid;
  }

  .reasons input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .reasons span {
    display: grid;
    place-items: center;
    min-block-size: 48px;
    padding: 4px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    font-weight: 700;
    line-height: 1.2;
    text-align: center;
  }

  .reasons :checked + span {
    border-color: var(--deck-leaf);
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
  }

  .reasons :focus-visible + span {
    outline: 3px solid var(--deck-focus);
    outline-offset: 2px;
  }

  .odd {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--deck-warning);
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
  }

  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 10px;
  }

  .row input {
    min-inline-size: 0;
    min-block-size: 48px;
    padding: 0 14px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
  }

  .row input::placeholder {
    color: var(--deck-text-quiet);
    opacity: 1;
  }

  .hint {
    color: var(--deck-peach-text);
    font-size: 15px;
  }

  @media (max-width: 340px) {
    .reasons {
      grid-template-columns: repeat(2, 1fr);
    }

    .quick {
      gap: 5px;
    }

    .row {
      grid-template-columns: 1fr;
    }
  }
`;
