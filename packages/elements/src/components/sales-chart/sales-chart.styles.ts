import { css } from 'lit';

/**
 * Wide, 1000 × 424; at the side, 488 wide:
 *
 *   [title]                                        [marks]      56
 *   612 orders  ¥24,380                         refunded −¥178   76
 *   crates on a bench                                           234
 *   19:00      20:00      21:00                                  44
 *   one crate = 10 orders                                        40
 */
export default css`
  :host {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .chart {
    inline-size: 1000px;
  }
  .side {
    inline-size: 488px;
  }
  .rail {
    position: relative;
    z-index: 1;
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: flex-end;
    gap: calc(6px * var(--stall-space-density, 1)) calc(10px * var(--stall-space-density, 1));
    min-block-size: 56px;
    padding-inline: var(--_plate-corner) 24px;
  }
  .tab {
    block-size: 56px;
    padding: 0 calc(22px * var(--stall-space-density, 1)) 0 calc(20px * var(--stall-space-density, 1));
    border-radius: var(--_radius-tab);
    color: var(--_color-text-loud);
    background: var(--_color-plate-loud);
    font-size: 31px;
    font-weight: 700;
    line-height: 56px;
    white-space: nowrap;
  }
  .marks {
    display: flex;
    flex: none;
    gap: calc(8px * var(--stall-space-density, 1));
    margin-inline-start: auto;
  }
  .body {
    position: relative;
    isolation: isolate;
    padding: calc(24px * var(--stall-space-density, 1)) calc(28px * var(--stall-space-density, 1))
      calc(20px * var(--stall-space-density, 1));
  }
  .body .board {
    border-start-start-radius: 0;
  }
  .head,
  .bench,
  .axis,
  .legend {
    position: relative;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 4px calc(22px * var(--stall-space-density, 1));
    min-block-size: 62px;
    padding-block-end: calc(8px * var(--stall-space-density, 1));
    line-height: 40px;
    white-space: nowrap;
    --_size: 54px;
  }
  .value {
    display: inline-flex;
    align-items: flex-end;
    gap: calc(8px * var(--stall-space-density, 1));
    color: var(--_color-value);
  }
  .unit {
    color: var(--_color-text);
    font-size: 30px;
    font-weight: 700;
  }
  .unit:empty {
    display: none;
  }
  .other {
    font: 500 32px/40px var(--_font-value);
  }
  .lost {
    margin-inline-start: auto;
    color: var(--_color-text-quiet);
  }
  .plot {
    display: block;
    overflow: visible;
  }
  .wood {
    fill: var(--stall-sales-chart-crate, var(--_color-accent));
  }
  .gap {
    fill: var(--_color-plate);
  }
  .plank {
    fill: none;
    stroke: var(--_color-text-quiet);
    stroke-width: 8;
  }
  .empty {
    position: absolute;
    inset: 0 0 8px;
    display: flex;
    align-items: center;
    justify-content: center;
    color: var(--_color-text-quiet);
    font-size: 34px;
  }
  .axis {
    block-size: 48px;
  }
  .tick {
    position: absolute;
    inset-block-start: 0;
    inline-size: 0;
    block-size: 12px;
  }
  .tick::before {
    content: '';
    position: absolute;
    inset: 0 auto auto -2px;
    inline-size: 4px;
    block-size: 10px;
    background: var(--_color-text-quiet);
  }
  .tick.midnight::before {
    block-size: 16px;
    background: var(--_color-text);
  }
  .tick b {
    position: absolute;
    inset: 12px auto auto -80px;
    inline-size: 160px;
    font: 500 28px/36px var(--_font-value);
    text-align: center;
    white-space: nowrap;
  }
  .tick.midnight b {
    font-weight: 700;
  }
  .legend {
    display: flex;
    align-items: center;
    gap: calc(12px * var(--stall-space-density, 1));
    color: var(--_color-text-quiet);
    line-height: 38px;
  }
  .crate {
    flex: none;
    inline-size: 36px;
    block-size: 30px;
  }
`;
