import { css } from 'lit';

export default css`
  section,
  .open,
  ul,
  .steps {
    display: grid;
    gap: 10px;
  }

  h3 {
    margin: 0;
    font-size: 17px;
    line-height: 1.4;
  }

  .quiet {
    font-size: 15px;
    color: var(--deck-text-quiet);
  }

  .open {
    padding: 14px 16px;
    border-radius: 6px 20px 6px 20px;
    background: var(--deck-plate-quiet);
  }

  .steps {
    counter-reset: step;
  }

  .steps > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 6px 10px;
    counter-increment: step;
  }

  .steps > li::before {
    content: counter(step);
    inline-size: 1.7em;
    block-size: 1.7em;
    border-radius: 50%;
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
    font-weight: 700;
    line-height: 1.7;
    text-align: center;
  }

  .command {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }

  code {
    flex: 1;
    padding: 10px 12px;
    border: 2px solid var(--deck-line);
    border-radius: 4px;
    background: var(--deck-plate);
    font:
      700 16px/1.4 ui-monospace,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
    white-space: nowrap;
  }

  .waiting::before {
    content: '';
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: currentcolor;
  }

  ul > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 10px;
    min-block-size: 60px;
    padding: 6px 6px 6px 14px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-plate-quiet);
  }

  .what {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  small {
    display: block;
    font-size: 14px;
    color: var(--deck-text-quiet);
  }

  .here {
    color: var(--deck-leaf-text);
    font-weight: 700;
  }

  .sure {
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block-end: 6px;
  }

  .sure span {
    flex: 1 1 14em;
  }

  [role='status']:empty {
    display: none;
  }

  .said {
    padding: 12px 16px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-leaf-quiet);
    color: var(--deck-leaf-text);
    font-weight: 700;
  }

  .trouble {
    padding: 12px 16px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
  }
`;
