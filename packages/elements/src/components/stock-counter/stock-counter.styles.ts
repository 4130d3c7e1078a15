import { css } from 'lit';

export default css`
  :host {
    inline-size: fit-content;
  }
  .inset,
  .inset .stock {
    block-size: 100%;
  }
  .alone .stock {
    padding: calc(22px * var(--stall-space-density, 1)) calc(24px * var(--stall-space-density, 1))
      calc(24px * var(--stall-space-density, 1));
  }
  .alone.number .stock {
    min-block-size: 270px;
  }
  .stock {
    --_fill: var(--stall-stock-counter-fill, var(--_color-accent));
    --_low: var(--stall-stock-counter-fill-low, var(--_color-warning));
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    text-align: center;
    white-space: nowrap;
  }
  .inset .stock {
    padding: calc(20px * var(--stall-space-density, 1)) calc(10px * var(--stall-space-density, 1))
      calc(18px * var(--stall-space-density, 1)) calc(16px * var(--stall-space-density, 1));
  }
  .caption {
    font-size: 30px;
    line-height: 38px;
    font-weight: 500;
  }
  .count {
    display: flex;
    align-items: flex-end;
    gap: calc(7px * var(--stall-space-density, 1));
    margin: 14px 0 18px;
    color: var(--_color-text);
  }
  .warning {
    --_fill: var(--_low);
  }
  .warning .count {
    color: var(--_low);
  }
  .quiet .count,
  .quiet .tally {
    color: var(--_color-text-quiet);
  }
  /* A layer of its own: a figure that changes repaints nothing of the plate behind it, whose shadow is dear. */
  .drawn {
    transform: translateZ(0);
    --_size: 92px;
  }
  .drawn[data-length='3'] {
    --_size: 64px;
  }
  .drawn[data-length='4'] {
    --_size: 52px;
  }
  .drawn[data-length='5'] {
    --_size: 42px;
  }
  .unit {
    font-size: 31px;
    line-height: 32px;
    font-weight: 700;
  }
  .number :lang(en) .count {
    flex-direction: column;
    align-items: center;
    gap: calc(10px * var(--stall-space-density, 1));
    margin-block-end: 14px;
  }
  .word {
    font: var(--_font-weight-title) 46px/56px var(--_font-title);
  }
  :lang(en) .word {
    font-size: 40px;
  }
  .note {
    font-size: 28px;
    line-height: 36px;
    color: var(--_color-text-quiet);
  }
  .tally {
    display: flex;
    gap: calc(8px * var(--stall-space-density, 1));
  }
  .tally svg {
    display: block;
    inline-size: 38px;
    block-size: 40px;
    fill: none;
    stroke: currentColor;
    stroke-width: 5;
    stroke-linecap: round;
  }
  .gone {
    opacity: 0.2;
  }
  .meter {
    position: relative;
    inline-size: 168px;
    block-size: 16px;
    overflow: hidden;
    background: var(--_color-line);
    border-radius: var(--_radius-meter);
    forced-color-adjust: none;
  }
  .fill {
    block-size: 100%;
    background: var(--_fill);
    border-radius: inherit;
  }

  .row .stock {
    display: grid;
    grid-template-columns: 1fr auto;
    grid-auto-flow: dense;
    align-content: center;
    column-gap: calc(20px * var(--stall-space-density, 1));
    padding: calc(8px * var(--stall-space-density, 1)) calc(30px * var(--stall-space-density, 1))
      calc(8px * var(--stall-space-density, 1)) calc(28px * var(--stall-space-density, 1));
    text-align: start;
  }
  .row .count {
    grid-column: 2;
    grid-row: 1 / span 3;
    align-self: center;
    margin: 0;
  }
  .row .caption {
    margin-block-end: 6px;
  }

  .alone.ring .stock {
    inline-size: 244px;
    block-size: 244px;
    padding: 0;
  }
  svg.ring {
    position: absolute;
    inset: 22px;
    inline-size: 200px;
    block-size: 200px;
    fill: none;
    stroke: var(--_color-line);
    stroke-width: 14;
  }
  .arc {
    stroke: var(--_fill);
  }
  .ring .caption {
    font-size: 28px;
    line-height: 34px;
  }
  .ring .count {
    flex-direction: column;
    align-items: center;
    gap: calc(6px * var(--stall-space-density, 1));
    margin: 8px 0 0;
  }
  .ring .drawn {
    --_size: 58px;
  }
  .ring .drawn[data-length='4'] {
    --_size: 46px;
  }
  .ring .drawn[data-length='5'] {
    --_size: 38px;
  }
  .ring .unit {
    font-size: 28px;
  }
  .ring .word {
    font-size: 40px;
  }
  .ring .note {
    display: none;
  }

  .small .stock {
    padding: 0 calc(10px * var(--stall-space-density, 1)) 0 calc(16px * var(--stall-space-density, 1));
  }
  .small .caption,
  .small .note {
    font-size: 28px;
    line-height: 34px;
  }
  .small .count {
    flex-direction: row;
    align-items: flex-end;
    margin: 8px 0 0;
  }
  .small .drawn {
    --_size: 60px;
  }
  .small .drawn[data-length='4'] {
    --_size: 50px;
  }
  .small .drawn[data-length='5'] {
    --_size: 40px;
  }
  .small .word {
    font-size: 34px;
    line-height: 42px;
  }
  .small .note {
    display: none;
  }

  .bar .stock {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: calc(14px * var(--stall-space-density, 1)) calc(20px * var(--stall-space-density, 1));
    align-items: end;
    inline-size: 380px;
    text-align: start;
  }
  .bar .count {
    margin: 0;
  }
  .bar .drawn {
    --_size: 66px;
  }
  .bar .meter {
    grid-column: 1 / -1;
    inline-size: auto;
  }
  .bar .note {
    grid-column: 1 / -1;
  }
`;
