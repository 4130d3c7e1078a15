import { css } from 'lit';

export default css`
  summary {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 48px;
    padding: 0 14px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
    font-weight: 700;
    cursor: pointer;
  }

  summary::after {
    content: '';
    inline-size: 10px;
    block-size: 10px;
    margin-inline-start: auto;
    border: solid currentcolor;
    border-width: 0 3px 3px 0;
    transform: translateY(-3px) rotate(45deg);
  }

  details[open] summary::after {
    transform: translateY(3px) rotate(225deg);
  }

  form {
    display: grid;
    gap: 12px;
    padding: 16px 0 8px;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: 12px;
  }

  label {
    display: grid;
    gap: 4px;
    font-size: 15px;
    color: var(--deck-text-quiet);
  }

  input {
    min-block-size: 48px;
    padding: 0 12px;
    inline-size: 100%;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
    font-size: 17px;
    color: var(--deck-text);
  }

  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
  }

  .quiet {
    font-size: 15px;
    color: var(--deck-text-quiet);
  }

  a {
    display: inline-block;
    padding-block: 12px;
    color: var(--deck-leaf-text);
    font-weight: 700;
  }

  [role='status']:empty {
    display: none;
  }

  .said {
    padding: 12px 16px;
    border-radius: 6px 16px 6px 16px;
  }

  .done {
    background: var(--deck-leaf-quiet);
    color: var(--deck-leaf-text);
  }

  .trouble {
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
  }

  .trouble small {
    display: block;
    overflow-wrap: anywhere;
  }
`;
