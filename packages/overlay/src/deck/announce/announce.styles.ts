import { css } from 'lit';

export default css`
  section,
  form {
    display: grid;
    gap: 10px;
  }

  h3 {
    flex: 1;
    margin: 0;
    font-size: 15px;
  }

  .said {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 10px 10px 10px 14px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-screen);
    color: var(--deck-on-screen);
  }

  .said.host {
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
  }

  .said p {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .said b {
    display: block;
    font-size: 14px;
  }

  .said button {
    flex: none;
    border-color: currentColor;
    background: transparent;
  }

  .choices {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }

  .durations {
    grid-template-columns: 1fr 1fr 1.5fr;
  }

  .choices button {
    padding: 4px 6px;
  }

  textarea {
    inline-size: 100%;
    padding: 10px 14px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
    color: inherit;
    font: inherit;
    font-size: 18px;
    resize: vertical;
  }

  textarea::placeholder {
    color: var(--deck-text-quiet);
    opacity: 1;
  }

  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
  }

  .heading button {
    padding-inline: 10px;
    color: var(--deck-leaf-text);
  }

  .heading [aria-pressed='true'] {
    background: var(--deck-leaf-quiet);
  }

  .phrases {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .phrases li {
    max-inline-size: 100%;
  }

  .phrases button {
    max-inline-size: 100%;
    padding-block: 8px;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
`;
