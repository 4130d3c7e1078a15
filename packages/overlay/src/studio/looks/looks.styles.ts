import { css } from 'lit';

export default css`
  :host {
    display: grid;
    gap: 12px;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 6px;
  }

  .cards.landscape {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }

  .cards button {
    display: grid;
    gap: 3px;
    align-content: start;
    justify-items: center;
    min-inline-size: 0;
    padding: 4px 2px 3px;
    font-size: 13px;
  }

  .own .said {
    max-inline-size: 220px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .cards button span.said {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .cards .picture {
    border-radius: 3px 9px 3px 9px;
  }

  .themes {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 5px;
  }

  .themes button {
    display: flex;
    gap: 5px;
    align-items: center;
    min-block-size: 38px;
    padding: 0 7px;
    font-size: 13px;
    font-weight: 600;
  }

  .swatch {
    display: grid;
    grid-template: 1fr 1fr / 2fr 1fr;
    inline-size: 20px;
    block-size: 20px;
    overflow: hidden;
    border-radius: 50%;
    box-shadow: 0 0 0 1px rgba(0, 0, 0, 0.3);
  }

  .swatch i {
    background: var(--stall-color-plate);
  }

  .swatch i:first-child {
    grid-row: 1 / 3;
  }

  .swatch i:nth-child(2) {
    background: var(--stall-color-plate-loud);
  }

  .swatch i:nth-child(3) {
    background: var(--stall-color-value);
  }

  @media (max-width: 420px) {
    .cards {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }

    .cards.landscape {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .cards button {
      padding: 5px 2px;
      font-size: 14px;
    }

    .themes button {
      min-block-size: 44px;
    }
  }
`;
