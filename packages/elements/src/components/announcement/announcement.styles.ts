import { css } from 'lit';

/**
 * The lower third, at most 1000 wide:  [seal] one line, or two  [marks]      96 or 132 high
 * The strip, as wide as its place:     [seal] one line          [marks]      64 high
 */
export default css`
  :host {
    max-inline-size: 100%;
  }
  .say {
    position: relative;
    isolation: isolate;
    display: inline-block;
    max-inline-size: min(100%, 1000px);
    vertical-align: top;
  }
  .strip {
    display: block;
    max-inline-size: none;
  }
  .board {
    background-color: var(--_color-plate-loud);
  }
  .strip .board {
    border-radius: 0;
  }
  .line {
    position: relative;
    display: flex;
    align-items: center;
    gap: calc(18px * var(--stall-space-density, 1));
    min-block-size: 96px;
    padding: calc(14px * var(--stall-space-density, 1)) calc(16px * var(--stall-space-density, 1));
    color: var(--_color-text-loud);
  }
  .strip .line {
    min-block-size: 64px;
    padding: 4px calc(16px * var(--stall-space-density, 1));
  }

  .seal {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 46px;
    height: 68px;
    border-radius: 5px;
    color: var(--_color-text-flash);
    background: var(--_color-flash);
    font: 700 28px/46px var(--_font-song);
    text-orientation: upright;
    writing-mode: vertical-rl;
  }
  .strip .seal {
    width: 76px;
    height: 44px;
    line-height: 44px;
    writing-mode: horizontal-tb;
  }
  .seal svg {
    inline-size: 36px;
    block-size: 36px;
    fill: none;
    stroke: currentColor;
    stroke-width: 4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .strip .seal:lang(en) {
    width: 48px;
  }

  .text {
    flex: 0 1 auto;
    min-inline-size: 0;
    max-block-size: 92px;
    padding-inline-end: calc(12px * var(--stall-space-density, 1));
    overflow: hidden;
    font-size: 35px;
    line-height: 46px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .text:lang(en) {
    font-size: 34px;
    font-weight: 500;
  }
  .strip .text {
    max-block-size: 48px;
    font-size: 32px;
    line-height: 48px;
  }
  .words {
    display: block;
  }
  @supports (text-wrap: balance) {
    .text {
      text-wrap: balance;
    }
  }
  .marks {
    display: flex;
    flex: none;
    gap: calc(8px * var(--stall-space-density, 1));
    margin-inline-start: auto;
  }
  .marks:empty {
    display: none;
  }
`;
