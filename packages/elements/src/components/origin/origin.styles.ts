import { css } from 'lit';

export default css`
  :host {
    inline-size: fit-content;
  }
  .alone.seal {
    inline-size: 250px;
  }
  .seal .plate {
    display: none;
  }
  svg.seal {
    display: block;
    inline-size: 250px;
    block-size: 250px;
    overflow: visible;
    filter: var(--_shadow-plate);
    transform: rotate(-7deg);
  }
  .paper {
    fill: var(--_color-plate);
  }
  .rim {
    fill: none;
    stroke: var(--_color-accent);
    stroke-width: 5;
  }
  .rim.thin {
    stroke-width: 2.5;
  }
  .plain .rim {
    stroke: var(--_color-line);
  }
  svg text {
    fill: var(--_color-text);
    font: 500 28px var(--_font-text);
  }
  svg .place {
    font-weight: 700;
    font-size: 29px;
    letter-spacing: 0.08em;
  }
  svg .no {
    font-family: var(--_font-value);
    letter-spacing: 0.04em;
  }
  svg .word {
    font: 700 42px var(--_font-song);
    letter-spacing: 0.04em;
  }
  svg .word.passed {
    fill: var(--_color-accent);
  }
  :lang(en) svg .word,
  svg .word:lang(en) {
    font-size: 34px;
    letter-spacing: 0;
  }

  .alone.slip {
    inline-size: 372px;
  }
  .alone.list {
    inline-size: 560px;
  }
  .slip .origin,
  .list .origin {
    position: relative;
    padding: calc(20px * var(--stall-space-density, 1)) calc(26px * var(--stall-space-density, 1))
      calc(22px * var(--stall-space-density, 1));
  }
  div.place {
    display: -webkit-box;
    max-block-size: 88px;
    overflow: hidden;
    overflow-wrap: anywhere;
    font: var(--_font-weight-title) 36px/44px var(--_font-title);
    letter-spacing: var(--_font-tracking-title);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(18px * var(--stall-space-density, 1));
    font-size: 28px;
    line-height: 38px;
    color: var(--_color-text-quiet);
  }
  .pair span {
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .result,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(10px * var(--stall-space-density, 1));
    font-size: 30px;
    line-height: 40px;
  }
  .result {
    margin-block-start: 12px;
    padding-block-start: calc(12px * var(--stall-space-density, 1));
    border-block-start: 2px solid var(--_color-line);
  }
  .result b,
  .row b {
    min-inline-size: 0;
    max-inline-size: calc(100% - 42px);
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .when {
    flex: none;
    margin-inline-start: auto;
    font-size: 28px;
    color: var(--_color-text-quiet);
    white-space: nowrap;
  }
  .sign {
    flex: none;
    inline-size: 32px;
    block-size: 32px;
    fill: none;
    stroke: var(--_color-accent);
    stroke-width: 5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .sign.fail {
    stroke: var(--_color-text-quiet);
  }
  .paper-line {
    overflow: hidden;
    font-size: 28px;
    line-height: 38px;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .lines {
    margin-block-start: 12px;
    padding: 0;
    list-style: none;
  }
  .lines li {
    padding-block: calc(10px * var(--stall-space-density, 1));
    border-block-start: 2px solid var(--_color-line);
  }
  .lines li:last-child {
    padding-block-end: 0;
  }
  .expired b {
    font-weight: 400;
    color: var(--_color-text-quiet);
    text-decoration: line-through;
    text-decoration-thickness: 2px;
  }
`;
