import { css } from 'lit';

export default css`
  section > p {
    margin-block-start: 8px;
  }

  ol {
    display: grid;
    gap: 8px;
    margin-block-start: 8px;
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

  .what {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    overflow-wrap: anywhere;
  }

  .undone {
    text-decoration: line-through;
  }

  .refusal {
    flex: 1 1 100%;
    font-size: 15px;
    color: var(--deck-peach-text);
  }

  .waiting,
  .accepted {
    background: var(--deck-leaf-quiet);
  }

  button {
    flex: none;
  }

  .choice {
    display: grid;
    gap: 6px;
  }

  li > .quiet {
    padding-inline: 8px;
    font-size: 15px;
  }
`;
