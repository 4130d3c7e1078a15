import { css } from 'lit';

export default css`
  :host {
    inline-size: 1000px;
    max-inline-size: 100%;
  }
  .goal {
    --_fill: var(--stall-goal-fill, var(--_color-accent));
    position: relative;
    block-size: 96px;
  }
  .line {
    position: relative;
    display: flex;
    align-items: flex-end;
    gap: calc(14px * var(--stall-space-density, 1));
    block-size: 58px;
    padding: 0 calc(24px * var(--stall-space-density, 1)) 0 calc(30px * var(--stall-space-density, 1));
    white-space: nowrap;
  }
  .said {
    isolation: isolate;
    display: flex;
    flex: 1;
    align-items: flex-end;
    gap: calc(14px * var(--stall-space-density, 1));
    min-inline-size: 0;
    /* Room for what reaches below the line. */
    padding-block-end: 2px;
  }
  /* A second mark hangs over the upper edge: beside the first it would push what is said away. */
  .marks {
    display: flex;
    flex: none;
    flex-wrap: wrap-reverse;
    justify-content: flex-end;
    gap: calc(6px * var(--stall-space-density, 1));
    block-size: 48px;
    max-inline-size: 280px;
  }
  .label {
    flex: 0 1 auto;
    min-inline-size: 3em;
    overflow: hidden;
    text-overflow: ellipsis;
    font: var(--_font-weight-title) 31px/42px var(--_font-title);
    letter-spacing: var(--_font-tracking-title);
  }
  .now {
    flex: none;
    font: 700 46px/46px var(--_font-value);
    color: var(--_color-value);
  }
  .of {
    flex: none;
    font: 500 30px/42px var(--_font-value);
    color: var(--_color-text-quiet);
  }
  .lost {
    flex: none;
    margin-inline-start: auto;
    font-size: 28px;
    line-height: 42px;
    color: var(--_color-text-quiet);
  }
  .seal {
    flex: none;
    margin-inline: 4px auto;
    padding: 0 calc(12px * var(--stall-space-density, 1));
    font: 700 30px/42px var(--_font-song);
    color: var(--_color-text-flash);
    background: var(--_color-flash);
    border-radius: 6px;
  }
  .reached .lost {
    margin-inline-start: 0;
  }

  .culm {
    position: absolute;
    inset: auto 30px 17px;
    block-size: 16px;
    isolation: isolate;
    forced-color-adjust: none;
  }
  .track {
    position: absolute;
    inset: 0;
    overflow: hidden;
    background: var(--_color-line);
    border-radius: var(--_radius-meter);
  }
  /* The joints of a bamboo: ten parts. */
  .track::after {
    content: '';
    position: absolute;
    inset: 0;
    background: linear-gradient(90deg, transparent calc(100% - 3px), var(--_color-plate) 0) 0 0 / 10% 100%;
  }
  .fill,
  .ghost {
    position: absolute;
    inset: 0;
    border-radius: inherit;
    transform: translateX(calc((var(--_share) - 1) * 100%));
  }
  .fill {
    background: var(--_fill);
  }
  .ghost {
    border-radius: 0;
    background: repeating-linear-gradient(-45deg, var(--_color-text-quiet) 0 4px, transparent 4px 9px);
    transform: translateX(calc((var(--_peak) - 1) * 100%));
  }
  .notch {
    position: absolute;
    inset-block: -6px;
    inset-inline-start: calc(var(--_peak) * 100%);
    inline-size: 4px;
    margin-inline-start: -2px;
    background: var(--_color-text-quiet);
  }

  .goal.slim {
    inline-size: 478px;
    block-size: auto;
  }
  .slim .line {
    flex-direction: column-reverse;
    align-items: stretch;
    block-size: auto;
    padding: calc(16px * var(--stall-space-density, 1)) calc(28px * var(--stall-space-density, 1))
      calc(50px * var(--stall-space-density, 1));
  }
  .slim .marks,
  .column .marks {
    flex-wrap: wrap-reverse;
    block-size: auto;
    max-inline-size: none;
  }
  .slim .marks {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-end: 24px;
  }
  .slim .said {
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(12px * var(--stall-space-density, 1));
  }
  .slim .label {
    flex: 1 1 100%;
  }
  .slim .now {
    font-size: 42px;
  }
  .slim .seal {
    margin-inline: auto 0;
  }
  .slim .culm {
    inset: auto 28px 22px;
  }

  .goal.column {
    display: flex;
    flex-direction: column;
    inline-size: 216px;
    block-size: 620px;
  }
  .column .line {
    flex-direction: column;
    align-items: stretch;
    block-size: auto;
    padding: calc(22px * var(--stall-space-density, 1)) calc(16px * var(--stall-space-density, 1)) 0;
  }
  .column .marks {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-start: 0;
    flex-direction: column-reverse;
    align-items: flex-start;
  }
  .column .said {
    flex-direction: column;
    align-items: center;
    gap: 2px;
    text-align: center;
  }
  .column .label {
    display: -webkit-box;
    max-inline-size: 100%;
    max-block-size: 80px;
    font-size: 30px;
    line-height: 38px;
    white-space: normal;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .column .now {
    margin-block-start: 8px;
    font-size: 42px;
    white-space: normal;
  }
  .amount {
    white-space: nowrap;
  }
  .column .lost {
    margin: 0;
    line-height: 36px;
    white-space: normal;
  }
  .column .seal {
    margin: 6px 0 0;
  }
  .column .culm {
    position: relative;
    inset: auto;
    flex: 1;
    margin: 26px 78px 30px;
  }
  .column .track::after {
    background: linear-gradient(0deg, transparent calc(100% - 3px), var(--_color-plate) 0) 0 100% / 100% 10%;
  }
  .column .fill {
    transform: translateY(calc((1 - var(--_share)) * 100%));
  }
  .column .ghost {
    transform: translateY(calc((1 - var(--_peak)) * 100%));
  }
  .column .notch {
    inset: auto -8px calc(var(--_peak) * 100%);
    inline-size: auto;
    block-size: 4px;
    margin: 0 0 -2px;
  }
`;
