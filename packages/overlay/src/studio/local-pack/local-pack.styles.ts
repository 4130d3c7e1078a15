import { css } from 'lit';

export default css`
  .inside {
    display: grid;
    gap: 10px;
    padding: 14px 0 8px;
  }

  p,
  ul,
  ol {
    margin: 0;
  }

  ul,
  ol {
    display: grid;
    gap: 4px;
    padding-inline-start: 28px;
    list-style: disc;
  }

  ol {
    list-style: decimal;
  }

  label {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
  }

  input {
    flex: none;
    inline-size: 26px;
    block-size: 26px;
    accent-color: var(--deck-leaf);
  }

  label small {
    display: block;
    font-size: 14px;
    color: var(--deck-text-quiet);
  }

  [role='status']:empty {
    display: none;
  }
`;
