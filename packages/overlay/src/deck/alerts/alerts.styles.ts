import { css } from 'lit';

export default css`
  /* Without alerts it takes no place. */
  :host {
    display: contents;
  }

  section {
    border: 2px solid var(--deck-warning);
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
    overflow: hidden;
  }

  section > button:first-child {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    padding: 6px 12px;
    border: 0;
    border-radius: 0;
    background: transparent;
    text-align: start;
  }

  :focus-visible {
    outline-offset: -4px;
  }

  svg,
  .more {
    flex: none;
  }

  .latest {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  li {
    padding: 10px 14px;
    border-block-start: 2px dotted var(--deck-warning);
    overflow-wrap: anywhere;
  }

  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }

  .silent p {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 8px 10px 8px 12px;
  }

  .silent span {
    flex: 1;
  }

  .silent svg {
    vertical-align: -5px;
  }

  .gone {
    display: flex;
    align-items: center;
    padding-inline-end: 10px;
    border-color: var(--deck-line);
    background: var(--deck-plate);
    color: var(--deck-text);
  }

  .gone ul {
    flex: 1;
    min-inline-size: 0;
  }

  .gone li {
    padding: 8px 14px;
  }

  .gone li:first-child {
    border: 0;
  }

  small {
    display: block;
    font-size: 14px;
    color: var(--deck-text-quiet);
  }
`;
