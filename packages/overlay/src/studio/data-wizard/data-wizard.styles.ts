import { css } from 'lit';

export default css`
  :host {
    display: grid;
    gap: 10px;
    min-inline-size: 0;
  }

  h2 {
    font-size: 21px;
    letter-spacing: 0;
    color: var(--deck-text);
  }

  ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(190px, 1fr));
    gap: 8px;
  }

  li button {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 68px;
    padding: 10px 14px;
    font-size: 17px;
    text-align: start;
  }

  small {
    display: block;
    margin-block-start: 2px;
    font-size: 14px;
    font-weight: 400;
    color: var(--deck-text-quiet);
  }

  .now {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 12px;
    padding: 10px 14px;
    border-radius: 6px 16px 6px 16px;
    background: var(--deck-leaf-quiet);
    color: var(--deck-leaf-text);
  }

  .now p {
    flex: 1 1 220px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .now small {
    color: inherit;
  }

  .now button {
    color: var(--deck-text);
  }

  .trouble {
    color: var(--deck-warning);
  }

  /* The step's number stands in the corner there. */
  @media (max-width: 420px) {
    h2 {
      padding-inline-start: 40px;
    }
  }
`;
