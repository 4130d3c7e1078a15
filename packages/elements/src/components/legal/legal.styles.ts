import { css } from 'lit';

/** A dark slip, 46 high and at most 1000 wide; what does not fit on one line goes on the next. */
export default css`
  :host {
    max-inline-size: 100%;
  }
  .legal {
    display: inline-flex;
    align-items: flex-start;
    gap: calc(8px * var(--stall-space-density, 1));
    max-inline-size: min(100%, 1000px);
    vertical-align: top;
  }
  .slip {
    flex: 0 1 auto;
    min-inline-size: 0;
    padding: 2px calc(20px * var(--stall-space-density, 1));
    isolation: isolate;
    border-radius: 3px;
    color: var(--stall-legal-text, #f3eee4);
    background: var(--stall-legal-slip, #26221d);
  }
  /* Each item carries the dot before it; at the beginning of a line the dot lies outside, and is cut off. */
  .line {
    display: flex;
    flex-wrap: wrap;
    overflow: hidden;
    line-height: 42px;
  }
  .item {
    position: relative;
    max-inline-size: 100%;
    margin-inline-start: -34px;
    padding-inline-start: calc(34px * var(--stall-space-density, 1));
    margin-inline-end: 34px;
    white-space: nowrap;
  }
  .item::before {
    content: '';
    position: absolute;
    inset: 18px auto auto 14px;
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: currentColor;
  }
  .free {
    white-space: normal;
    overflow-wrap: anywhere;
  }
`;
