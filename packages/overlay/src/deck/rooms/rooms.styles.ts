import { css } from 'lit';

export default css`
  section,
  ul {
    display: grid;
    gap: 8px;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 4px 6px 4px 14px;
    border-radius: 6px 14px 6px 14px;
    background: var(--deck-plate);
  }

  .only {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 8px;
  }

  li b {
    flex: 1 1 120px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .add {
    justify-self: start;
  }

  .ends {
    display: grid;
    gap: 10px;
  }
`;
