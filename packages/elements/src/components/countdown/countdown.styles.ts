import { css } from 'lit';

/**
 * Running, the digits stand in a window of the plate's own colour; in the last ten seconds the whole tag is solid. Nothing
 * blinks.
 */
export default css`
  :host {
    inline-size: fit-content;
  }
  .label {
    font-weight: 700;
    white-space: nowrap;
  }
  small {
    font-size: 28px;
    font-weight: 500;
    letter-spacing: 0;
  }
  .clock {
    display: flex;
    align-items: center;
    color: var(--_color-value);
  }
  .last-ten .clock {
    color: var(--_color-text-flash);
  }

  .tag {
    display: flex;
    align-items: stretch;
    block-size: 56px;
    overflow: hidden;
    border-radius: var(--_radius-tab);
    background: var(--_color-flash);
    color: var(--_color-text-flash);
    font-size: 31px;
    line-height: 56px;
    letter-spacing: 0.04em;
    --_size: 34px;
  }
  .tag:lang(en) {
    letter-spacing: 0;
  }
  .tag .label {
    padding: 0 calc(14px * var(--stall-space-density, 1)) 0 calc(18px * var(--stall-space-density, 1));
  }
  .tag .clock {
    padding: 0 calc(20px * var(--stall-space-density, 1)) 0 calc(16px * var(--stall-space-density, 1));
    background: var(--_color-plate);
  }
  .tag.last-ten .clock {
    background: none;
  }
  .tag.band {
    block-size: 68px;
    border-radius: 0;
    line-height: 68px;
    --_size: 44px;
  }
  .tag.band .label {
    flex: 1;
    padding-inline: calc(26px * var(--stall-space-density, 1)) calc(14px * var(--stall-space-density, 1));
  }
  .band .clock {
    margin: 7px 12px 7px 0;
    border-radius: var(--_radius-small);
  }
  .tag.small {
    block-size: 46px;
    border-radius: var(--_radius-small);
    font-size: 28px;
    line-height: 46px;
    letter-spacing: 0;
  }
  .small .label {
    padding: 0 calc(10px * var(--stall-space-density, 1)) 0 calc(14px * var(--stall-space-density, 1));
  }
  .small .clock {
    padding: 0 calc(14px * var(--stall-space-density, 1)) 0 calc(12px * var(--stall-space-density, 1));
  }

  .slip {
    position: relative;
    display: flex;
    align-items: stretch;
    min-block-size: 104px;
  }
  .slip .label {
    display: flex;
    flex-direction: column;
    justify-content: center;
    inline-size: 196px;
    padding: calc(8px * var(--stall-space-density, 1)) calc(12px * var(--stall-space-density, 1))
      calc(8px * var(--stall-space-density, 1)) calc(26px * var(--stall-space-density, 1));
    overflow: hidden;
    color: var(--_color-text-flash);
    font-size: 34px;
    line-height: 42px;
  }
  .slip slot {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .slip small {
    line-height: 36px;
  }
  .slip .clock {
    padding: 0 calc(30px * var(--stall-space-density, 1)) 0 calc(26px * var(--stall-space-density, 1));
    --_size: 62px;
  }
  .fill {
    position: absolute;
    inset: 0 auto 0 0;
    inline-size: 196px;
    background: var(--_color-flash);
  }
  .last-ten .fill,
  .over .fill,
  .stock-gone .fill {
    inline-size: 100%;
  }
  .before .fill {
    background: var(--_color-plate-loud);
  }
  .before .label {
    color: var(--_color-text-loud);
  }
  .before .clock {
    color: var(--_color-text);
  }
  .over .fill,
  .stock-gone .fill {
    background: var(--_color-plate-quiet);
  }
  .over .label,
  .stock-gone .label {
    flex-direction: row;
    gap: calc(16px * var(--stall-space-density, 1));
    align-items: center;
    justify-content: flex-start;
    inline-size: auto;
    padding-inline-end: calc(30px * var(--stall-space-density, 1));
    color: var(--_color-text);
  }
`;
