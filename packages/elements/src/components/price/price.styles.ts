import { css } from 'lit';

export default css`
  :host {
    inline-size: fit-content;
  }
  .price {
    position: relative;
    display: flex;
    flex: none;
    align-items: flex-end;
    block-size: 104px;
    color: var(--stall-price-value, var(--_color-value));
  }
  .amount {
    display: flex;
    --_size: var(--_price, 104px);
  }
  .symbol,
  .cents {
    --_size: calc(var(--_price, 104px) * 0.54);
  }
  .symbol {
    margin-inline-end: 8px;
  }
  .cents {
    margin-inline-start: 4px;
  }
  .compare {
    margin-inline-start: 26px;
    color: var(--_color-text-quiet);
    line-height: 36px;
    white-space: nowrap;
  }
  .compare > * {
    display: block;
  }
  s {
    font: 500 34px/38px var(--_font-value);
    text-decoration-thickness: 3px;
  }
  .hidden {
    margin: 0 0 4px 26px;
    color: var(--_color-text);
    font-size: 34px;
    line-height: 44px;
    white-space: nowrap;
  }
  .facts {
    display: flex;
    align-items: center;
    gap: calc(14px * var(--stall-space-density, 1));
    line-height: 44px;
    white-space: nowrap;
  }
  .per {
    flex: none;
    padding: 0 calc(12px * var(--stall-space-density, 1));
    border: 2px solid var(--_color-line);
    border-radius: var(--_radius-small);
    font: 700 32px/42px var(--_font-value);
  }

  /* A tag on its string: the hole at the left, the price to its right. */
  .tag {
    position: relative;
    min-block-size: 136px;
    padding: calc(24px * var(--stall-space-density, 1)) calc(34px * var(--stall-space-density, 1))
      calc(22px * var(--stall-space-density, 1)) 104px;
  }
  .tag .facts:not(:empty) {
    margin-block-start: 14px;
  }
  .ear {
    position: absolute;
    inset: 0 auto 0 0;
    display: flex;
    align-items: center;
    justify-content: center;
    block-size: 78px;
    padding-inline-start: calc(46px * var(--stall-space-density, 1));
    background: var(--_color-plate-quiet);
    color: var(--_color-text-flash);
    font: 700 32px/38px var(--_font-title);
    letter-spacing: 0.1em;
    writing-mode: vertical-rl;
  }
  .ear:lang(en) {
    letter-spacing: 0.04em;
  }
  .ear::before {
    content: '';
    position: absolute;
    inset: 18px auto auto 26px;
    inline-size: 26px;
    block-size: 26px;
    border: 6px solid var(--_color-line);
    border-radius: 50%;
    background: var(--_color-text);
  }
  .flash .ear {
    background: var(--_color-flash);
  }

  .inset {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .inset .price {
    margin-block-start: 20px;
  }
  .inset .facts {
    margin-block-start: auto;
  }
  :host([compact]) .price {
    block-size: 88px;
    margin-block-start: 6px;
  }

  .tall .price {
    margin-block-start: 18px;
  }
  .tall .compare {
    margin: 0;
  }
  .tall .compare > * {
    display: inline;
  }
  .tall .hidden {
    position: absolute;
    inset: calc(100% + 10px) auto auto 0;
    margin: 0;
  }
  .tall .facts {
    flex-wrap: wrap;
    gap: calc(10px * var(--stall-space-density, 1));
    block-size: 44px;
    overflow: hidden;
  }
  .tall .per {
    padding: 0 calc(10px * var(--stall-space-density, 1));
    font-size: 30px;
    line-height: 38px;
  }
  .tall s {
    font-size: 30px;
  }
  .tall .facts + .facts {
    margin-block-start: 2px;
  }

  /* The unit price drops to a row that is cut off where a tab leaves no room for it. */
  .slim {
    flex-direction: row;
    gap: calc(16px * var(--stall-space-density, 1));
  }
  .slim .price {
    --_price: 56px;
    block-size: 56px;
    margin: 0;
  }
  .slim .hidden {
    margin: 0 0 0 16px;
  }
  .slim .facts {
    flex: 1 1 0;
    flex-wrap: wrap;
    align-self: end;
    block-size: 46px;
    margin: 0;
    overflow: hidden;
  }
  .slim .facts::before {
    content: '';
    block-size: 46px;
  }
`;
