import { css } from 'lit';

export default css`
  .told {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--deck-warning);
    border-radius: 4px 12px 4px 12px;
    background: var(--deck-warning-quiet);
    font-weight: 700;
    overflow-wrap: anywhere;
  }

  .head img {
    flex: none;
    inline-size: 56px;
    block-size: 56px;
    border-radius: 4px 12px 4px 12px;
    object-fit: cover;
  }

  .figures {
    padding: 12px 14px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-plate-quiet);
  }

  .now {
    font-size: 20px;
    font-weight: 700;
  }

  .low,
  .last,
  .reserved-out {
    color: var(--deck-warning);
  }

  .sold-out,
  .oversold {
    color: var(--deck-peach-text);
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    margin-block-start: 4px;
    font-size: 15px;
  }

  dl div {
    display: flex;
    gap: 6px;
  }

  dt {
    color: var(--deck-text-quiet);
  }

  dd {
    font-weight: 700;
  }

  .holds {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px;
  }

  .holds button {
    min-block-size: 56px;
    padding: 6px 8px;
  }

  small {
    display: block;
    font-size: 13px;
    font-weight: 400;
  }

  .edit {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 52px;
    color: var(--deck-leaf-text);
  }

  .edit svg {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
  }

  hr {
    inline-size: 100%;
    margin: 4px 0;
    border: 0;
    border-block-start: 2px dotted var(--deck-line);
  }

  .from-source {
    padding: 12px 14px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-warning-quiet);
    color: var(--deck-warning);
  }
`;
