import { css } from 'lit';

export default css`
  form {
    display: grid;
    gap: 8px;
  }

  label,
  dt {
    font-size: 15px;
    font-weight: 700;
    color: var(--deck-text-quiet);
  }

  input {
    inline-size: 100%;
    min-block-size: 60px;
    padding: 0 14px;
    border: 2px solid var(--deck-line);
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
    font-size: 28px;
    font-weight: 700;
  }

  input[aria-invalid='true'] {
    border-color: var(--deck-peach-text);
  }

  .change {
    display: flex;
    align-items: end;
    justify-content: space-between;
    gap: 8px;
    padding: 10px 14px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-plate-quiet);
  }

  .change::before {
    content: '→';
    order: 1;
    font-size: 24px;
  }

  .after {
    order: 2;
  }

  dd {
    font-size: 26px;
    font-weight: 800;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }

  .after dd {
    color: var(--deck-peach-text);
    font-size: 32px;
  }

  #note {
    display: grid;
    gap: 6px;
  }

  .doubt {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--deck-warning);
    border-radius: 4px 12px 4px 12px;
    background: var(--deck-warning-quiet);
    font-weight: 700;
  }

  .error {
    color: var(--deck-peach-text);
    font-weight: 700;
  }

  .wide {
    min-block-size: 60px;
    font-size: 19px;
  }

  .wide.danger {
    background: var(--deck-peach);
    color: var(--deck-on-peach);
  }
`;
