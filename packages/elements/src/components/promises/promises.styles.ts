import { css } from 'lit';

export default css`
  :host {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .promises {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    white-space: nowrap;
  }
  .cut-off-near {
    font-weight: 700;
    color: var(--_color-warning);
  }
  .line .promises {
    block-size: 44px;
    overflow: hidden;
    line-height: 44px;
  }
  .line .promise + .promise::before {
    content: '';
    display: inline-block;
    inline-size: 6px;
    block-size: 6px;
    margin: 0 11px;
    border-radius: 50%;
    background: currentColor;
    vertical-align: 0.26em;
  }
  .alone.line .promises {
    block-size: auto;
    padding: calc(10px * var(--stall-space-density, 1)) calc(28px * var(--stall-space-density, 1));
    font-size: 32px;
  }

  .alone.slips > .leaf > .plate {
    display: none;
  }
  .slips .promises {
    gap: calc(14px * var(--stall-space-density, 1));
  }
  .slips .promise {
    position: relative;
    padding: 0 calc(26px * var(--stall-space-density, 1));
    font-size: 32px;
    font-weight: 500;
    line-height: 64px;
  }
  .slips .cut-off-near {
    font-weight: 700;
  }
  .slips .text {
    position: relative;
  }
`;
