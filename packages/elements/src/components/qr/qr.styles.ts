import { css } from 'lit';

/** A plaque as it stands on a counter: a headline, the code on white, the name of the place. */
export default css`
  :host {
    inline-size: fit-content;
  }
  .plaque {
    position: relative;
    isolation: isolate;
    display: flex;
    flex-direction: column;
    align-items: center;
    inline-size: calc(var(--_side) + 56px);
    padding: calc(6px * var(--stall-space-density, 1)) calc(28px * var(--stall-space-density, 1))
      calc(20px * var(--stall-space-density, 1));
  }
  .caption {
    position: relative;
    display: -webkit-box;
    max-inline-size: 100%;
    max-block-size: 88px;
    margin-block: 12px 10px;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: 34px;
    font-weight: 700;
    line-height: 44px;
    text-align: center;
    overflow-wrap: anywhere;
  }
  /* Dark on light whatever the theme, and whatever colours are forced: many a phone reads no other. */
  .code {
    position: relative;
    flex: none;
    inline-size: var(--_side);
    block-size: var(--_side);
    background: #fff;
    fill: #000;
    shape-rendering: crispEdges;
    forced-color-adjust: none;
  }
  .host {
    position: relative;
    max-inline-size: 100%;
    margin-block-start: 10px;
    color: var(--_color-text);
    font: 500 28px/36px var(--_font-value);
    text-align: center;
    overflow-wrap: anywhere;
  }
`;
