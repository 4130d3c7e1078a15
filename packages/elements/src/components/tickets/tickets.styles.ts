import { css } from 'lit';

export default css`
  :host {
    inline-size: fit-content;
  }
  .alone.list {
    inline-size: 478px;
    max-inline-size: 100%;
  }
  .tickets {
    position: relative;
    padding: calc(18px * var(--stall-space-density, 1)) calc(26px * var(--stall-space-density, 1))
      calc(20px * var(--stall-space-density, 1));
  }
  .heading {
    display: flex;
    /* Never wider than the days. */
    inline-size: 0;
    min-inline-size: 100%;
    align-items: center;
    gap: calc(14px * var(--stall-space-density, 1));
    padding-block-end: calc(12px * var(--stall-space-density, 1));
  }
  .name {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    font: var(--_font-weight-title) 36px/46px var(--_font-title);
    letter-spacing: var(--_font-tracking-title);
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .full-word {
    flex: none;
    margin-inline-start: auto;
    padding: 0 calc(12px * var(--stall-space-density, 1));
    font: 700 30px/42px var(--_font-song);
    color: var(--_color-stamp);
    border: 3px solid currentColor;
    border-radius: 6px;
    transform: rotate(-3deg);
  }
  .days {
    padding: 0;
    list-style: none;
  }
  .row {
    display: flex;
    align-items: baseline;
    gap: calc(14px * var(--stall-space-density, 1));
    padding-block: calc(9px * var(--stall-space-density, 1));
    border-block-start: 2px solid var(--_color-line);
    font-size: 32px;
    line-height: 44px;
    white-space: nowrap;
  }
  .weekday {
    font-size: 28px;
    color: var(--_color-text-quiet);
  }
  .left {
    display: flex;
    align-items: baseline;
    gap: calc(8px * var(--stall-space-density, 1));
    margin-inline-start: auto;
    font-size: 28px;
    color: var(--_color-text);
  }
  .left b {
    font: 700 40px/44px var(--_font-value);
  }
  .low .left,
  .low .left b {
    color: var(--_color-warning);
  }
  .full .date,
  .full .left,
  .paused .date,
  .paused .left,
  .unknown .left {
    color: var(--_color-text-quiet);
  }
  .full .date {
    text-decoration: line-through;
    text-decoration-thickness: 2px;
  }
  .more {
    padding-block-start: calc(8px * var(--stall-space-density, 1));
    border-block-start: 2px solid var(--_color-line);
    font-size: 28px;
    line-height: 38px;
    color: var(--_color-text-quiet);
  }

  .alone.leaf .days {
    display: flex;
    gap: calc(14px * var(--stall-space-density, 1));
  }
  .sheet {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    flex: none;
    inline-size: 158px;
    padding-block-end: calc(14px * var(--stall-space-density, 1));
    background: var(--_color-plate-quiet);
    border-radius: 4px;
    white-space: nowrap;
  }
  .sheet .band {
    position: absolute;
    inset: 0 0 auto;
    block-size: 46px;
    background: var(--_color-flash);
    border-radius: 4px 4px 0 0;
  }
  .sheet .month {
    position: relative;
    font: 700 28px/46px var(--_font-text);
    color: var(--_color-text-flash);
  }
  .sheet .number {
    --_size: 76px;
    margin-block: 18px 12px;
  }
  .sheet .weekday {
    line-height: 36px;
    color: var(--_color-text);
  }
  .sheet .left {
    justify-content: center;
    min-block-size: 48px;
    margin: 0;
  }
  .sheet.full .band,
  .sheet.paused .band {
    background: none;
    border-block-end: 2px solid var(--_color-line);
  }
  .sheet.full .month,
  .sheet.paused .month,
  .sheet.full .number,
  .sheet.paused .number,
  .sheet.full .weekday,
  .sheet.paused .weekday {
    color: var(--_color-text-quiet);
  }
  .sheet.full .left span {
    padding: 0 calc(12px * var(--stall-space-density, 1));
    font: 700 28px/38px var(--_font-song);
    border: 3px solid currentColor;
    border-radius: 6px;
    transform: rotate(-4deg);
  }
  .alone.leaf .more {
    margin-block-start: 12px;
    border: 0;
    padding: 0;
  }
`;
