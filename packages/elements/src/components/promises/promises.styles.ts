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
    padding: 10px 28px;
    font-size: 32px;
  }

  .alone.slips > .leaf > .plate {
    display: none;
  }
  .slips .promises {
    gap: 14px;
  }
  .slips .promise {
    position: relative;
    padding: 0 26px;
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
