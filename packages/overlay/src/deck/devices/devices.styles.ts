import { css } from 'lit';

export default css`
  section,
  ul,
  form,
  .code {
    display: grid;
    gap: 8px;
  }

  section {
    margin-block-start: 22px;
  }

  h2:not(:first-child) {
    margin-block-start: 14px;
  }

  li {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 60px;
    padding: 6px 6px 6px 14px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-plate);
    box-shadow: var(--deck-shadow);
  }

  .odd {
    background: var(--deck-warning-quiet);
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

  .odd small {
    color: var(--deck-warning);
  }

  li button {
    flex: none;
  }

  .error {
    color: var(--deck-peach-text);
  }
`;
