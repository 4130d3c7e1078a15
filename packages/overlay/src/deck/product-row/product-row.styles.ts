import { css } from 'lit';

export default css`
  :host {
    block-size: 100%;
  }

  article {
    display: flex;
    block-size: 100%;
    border-radius: 6px 20px 6px 20px;
    background: var(--deck-plate);
    box-shadow: var(--deck-shadow);
    overflow: hidden;
  }

  button {
    border: 0;
    border-radius: 0;
    background: transparent;
  }

  :focus-visible {
    outline-offset: -4px;
  }

  .open {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 84px;
    display: flex;
    align-items: stretch;
    padding: 0;
    font-weight: 400;
    text-align: start;
  }

  .spine {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 36px;
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
    font-size: 20px;
    font-weight: 800;
  }

  .picture {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    color: var(--deck-text-quiet);
    inline-size: 68px;
    background: var(--deck-plate-quiet);
  }

  img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .text {
    flex: 1;
    min-inline-size: 0;
    align-self: center;
    display: flex;
    flex-wrap: wrap;
    gap: 3px 8px;
    align-items: center;
    padding: 8px 6px 8px 12px;
  }

  .title {
    flex: 1 1 100%;
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: 16px;
    font-weight: 700;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .price {
    font-size: 16px;
    font-weight: 700;
    color: var(--deck-peach-text);
  }

  .stock {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding: 0 6px 0 8px;
    border: 2px solid var(--deck-line);
    border-radius: 4px 10px 4px 10px;
    font-size: 15px;
    white-space: nowrap;
    color: var(--deck-text-quiet);
  }

  .stock svg {
    flex: none;
    inline-size: 15px;
    block-size: 15px;
  }

  .low,
  .last,
  .reserved-out {
    color: var(--deck-warning);
    font-weight: 700;
  }

  .oversold,
  .sold-out {
    color: var(--deck-peach-text);
    font-weight: 700;
  }

  .feature {
    flex: none;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 3px;
    inline-size: 80px;
    padding: 0 4px;
    border-inline-start: 2px dotted var(--deck-line);
    color: var(--deck-leaf-text);
    font-size: 15px;
    text-align: center;
  }

  .feature[aria-pressed='true'] {
    border-inline-start-color: var(--deck-leaf);
    background: var(--deck-leaf);
    color: var(--deck-on-leaf);
  }

  .feature[aria-busy='true'] {
    background: var(--deck-leaf-quiet);
    color: var(--deck-leaf-text);
  }

  .feature[aria-busy='true'] svg {
    opacity: 0.35;
  }

  @media (max-width: 340px) {
    .picture {
      inline-size: 44px;
    }

    .spine {
      inline-size: 28px;
      font-size: 17px;
    }

    .text {
      padding-inline-start: 8px;
    }

    .feature {
      inline-size: 66px;
    }
  }
`;
