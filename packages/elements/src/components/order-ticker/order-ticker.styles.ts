import { css } from 'lit';

export default css`
  :host {
    max-inline-size: 100%;
  }
  .toast,
  .slip {
    position: relative;
    direction: inherit;
  }
  .toast {
    display: inline-block;
    max-inline-size: min(100%, 1000px);
    vertical-align: top;
  }
  .slip {
    max-inline-size: 680px;
  }
  ul {
    padding: 0;
    list-style: none;
  }

  .strip {
    position: relative;
    display: flex;
    align-items: center;
    min-block-size: 72px;
    padding-inline: max(12px, var(--_plate-corner));
  }
  .only {
    min-inline-size: 0;
  }
  .row {
    display: flex;
    align-items: center;
    gap: calc(16px * var(--stall-space-density, 1));
    block-size: 72px;
    overflow: hidden;
    font-size: 33px;
    line-height: 72px;
    white-space: nowrap;
  }
  .strip .row,
  .ghosts > .row {
    padding-inline: calc(14px * var(--stall-space-density, 1)) calc(16px * var(--stall-space-density, 1));
  }
  .row[hidden] {
    display: none;
  }
  .seal {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 6px;
    color: var(--_color-text-flash);
    background: var(--_color-flash);
    font: 700 31px/48px var(--_font-song);
  }
  .seal svg {
    inline-size: 34px;
    block-size: 34px;
  }
  .seal .paper {
    fill: currentColor;
  }
  .seal .ink {
    fill: none;
    stroke: var(--_color-flash);
    stroke-width: 3;
  }

  .who {
    position: relative;
    display: flex;
    flex: 0 1 auto;
    gap: calc(10px * var(--stall-space-density, 1));
    min-inline-size: 0;
    text-decoration: none;
  }
  .buyer,
  .region {
    flex: 0 1 auto;
    min-inline-size: 1.5em;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .buyer {
    font-weight: 700;
  }
  .region {
    flex-shrink: 4;
    color: var(--_color-text-quiet);
    font-size: 30px;
  }
  .what {
    flex: none;
  }
  .qty {
    color: var(--stall-order-ticker-quantity, var(--_color-value));
    font-weight: 700;
  }
  .amount {
    margin-inline-start: 10px;
    color: var(--_color-text-quiet);
    font-family: var(--_font-value);
    font-weight: 500;
  }
  .struck > * {
    color: var(--_color-text-quiet);
  }
  .line {
    position: absolute;
    inset-inline: -4px;
    inset-block-start: calc(50% - 2px);
    block-size: 4px;
    border-radius: 2px;
    background: var(--_color-text);
    transform-origin: 0 50%;
  }

  .stub {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: calc(8px * var(--stall-space-density, 1));
    block-size: 72px;
    padding-inline: calc(22px * var(--stall-space-density, 1)) calc(14px * var(--stall-space-density, 1));
    border-inline-start: 3px dotted var(--_color-line);
    font-size: 30px;
    font-weight: 700;
    white-space: nowrap;
    --_size: 36px;
  }
  .stub.age {
    font-weight: 400;
    color: var(--_color-text-quiet);
  }
  /* A layer of its own, as the figure of a counter has one. */
  .count {
    position: relative;
    display: inline-flex;
    transform: translateZ(0);
  }
  .marks {
    display: inline-flex;
    flex: none;
    gap: calc(8px * var(--stall-space-density, 1));
    padding-inline: calc(12px * var(--stall-space-density, 1)) calc(6px * var(--stall-space-density, 1));
  }
  .marks:empty {
    display: none;
  }

  .rail {
    display: flex;
    align-items: flex-end;
    gap: calc(8px * var(--stall-space-density, 1));
    block-size: 56px;
    padding-inline: var(--_plate-corner) 24px;
  }
  .rail .marks {
    margin-inline-start: auto;
    padding-inline-end: 0;
  }
  .tab {
    display: inline-flex;
    align-items: center;
    gap: calc(8px * var(--stall-space-density, 1));
    block-size: 56px;
    padding-inline: calc(20px * var(--stall-space-density, 1)) calc(24px * var(--stall-space-density, 1));
    border-radius: var(--_radius-tab);
    color: var(--_color-text-loud);
    background: var(--_color-plate-loud);
    font-size: 31px;
    font-weight: 700;
    letter-spacing: 0.04em;
    white-space: nowrap;
    --_size: 32px;
  }
  .tab .seal {
    inline-size: 40px;
    block-size: 40px;
    margin-inline-start: -6px;
    font-size: 28px;
    line-height: 40px;
  }
  .tab.quiet {
    color: var(--_color-text);
    background: var(--_color-plate-quiet);
  }
  .body {
    position: relative;
    padding: calc(6px * var(--stall-space-density, 1)) calc(24px * var(--stall-space-density, 1))
      calc(6px * var(--stall-space-density, 1));
  }
  .body .plate .board {
    border-start-start-radius: 0;
  }
  .body {
    --_row: 66px;
  }
  .window {
    position: relative;
    block-size: calc(var(--_rows) * var(--_row));
    overflow: hidden;
  }
  .rows .row {
    block-size: var(--_row);
    line-height: var(--_row);
    font-size: 32px;
  }
  .rows .row + .row {
    border-block-start: 2px solid var(--_color-line);
  }
  .rows .who {
    margin-inline-end: auto;
  }
  .when {
    flex: none;
    min-inline-size: 4.6em;
    color: var(--_color-text-quiet);
    font-size: 28px;
    text-align: end;
  }

  .old .buyer,
  .old .qty,
  .old .what,
  .old .count,
  .old .stub {
    color: var(--_color-text-quiet);
  }
  .ghosts {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .ghosts > * {
    position: absolute;
    margin: 0;
    opacity: 0;
  }
`;
