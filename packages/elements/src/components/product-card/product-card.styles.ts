import { css } from 'lit';
import slim from './product-card.slim.styles.js';
import tall from './product-card.tall.styles.js';

/**
 * The wide card, 1000 × 348.
 *
 *   rail   [讲解中][限时价 还剩 04:37]              [数据 12 秒前][演示]        56
 *   spine 78 · picture 200 · text · perforation · stub 212                     292
 */
const wide = css`
  :host {
    inline-size: fit-content;
  }
  .card {
    position: relative;
    inline-size: 1000px;
  }
  .rail {
    position: relative;
    z-index: 1;
    display: flex;
    align-items: flex-end;
    gap: calc(10px * var(--stall-space-density, 1));
    block-size: 56px;
    padding-inline: var(--_plate-corner) 48px;
  }
  .tabs {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    gap: calc(10px * var(--stall-space-density, 1));
    block-size: 56px;
    overflow: hidden;
  }
  .marks {
    flex: none;
    display: flex;
    gap: calc(8px * var(--stall-space-density, 1));
  }
  .tab {
    display: inline-flex;
    align-items: center;
    gap: calc(12px * var(--stall-space-density, 1));
    block-size: 56px;
    padding: 0 calc(22px * var(--stall-space-density, 1)) 0 calc(18px * var(--stall-space-density, 1));
    border-radius: var(--_radius-tab);
    background: var(--_color-plate-loud);
    color: var(--_color-text-loud);
    font-size: 31px;
    font-weight: 700;
    letter-spacing: 0.04em;
    white-space: nowrap;
    --_size: 32px;
  }
  .tab:lang(en) {
    letter-spacing: 0;
  }
  .tab.paused {
    background: var(--_color-text-quiet);
    color: var(--_color-plate);
  }
  small {
    font-size: 28px;
    font-weight: 500;
    letter-spacing: 0;
  }
  .bars {
    inline-size: 26px;
    block-size: 26px;
    fill: none;
    stroke: currentColor;
    stroke-width: 6;
  }
  .body {
    position: relative;
    isolation: isolate;
    block-size: 292px;
  }
  .board {
    -webkit-mask:
      linear-gradient(#000, #000) 0 0 / calc(100% - 223px) 100% no-repeat,
      linear-gradient(#000, #000) 100% 0 / 201px 100% no-repeat,
      radial-gradient(circle 6.5px at 50% 50%, transparent 6px, #000 6.6px) calc(100% - 200px) 2px / 24px 24px repeat-y;
  }
  .stub-fill {
    position: absolute;
    inset: 0 0 0 auto;
    inline-size: 212px;
    background: var(--_color-plate-quiet);
  }

  .spine {
    position: absolute;
    inset: 0 auto 0 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    inline-size: 78px;
    padding-block-start: calc(22px * var(--stall-space-density, 1));
    background: var(--_color-plate-loud);
    color: var(--_color-text-loud);
  }
  .no {
    --_size: 54px;
    display: flex;
    align-items: center;
    block-size: 54px;
    margin-block-end: 14px;
  }
  .no[data-length='2'] {
    --_size: 46px;
  }
  .no[data-length='3'] {
    --_size: 32px;
  }
  .link {
    font: 700 33px/38px var(--_font-title);
    writing-mode: vertical-rl;
    letter-spacing: 0.13em;
  }
  .emblem {
    flex: 1;
    align-self: stretch;
    max-block-size: 84px;
    margin-block-start: auto;
    background: var(--_plate-emblem) 50% 0 / var(--_plate-emblem-size);
  }

  .picture {
    position: absolute;
    inset: 0 auto 0 78px;
    inline-size: 200px;
    overflow: hidden;
    background: var(--stall-product-card-picture, var(--_color-plate-quiet));
  }
  .picture .back,
  .picture img,
  .basket {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .picture img {
    object-fit: cover;
    opacity: 0;
  }
  .picture .shown {
    opacity: 1;
  }
  .basket {
    padding: 16%;
    fill: none;
    stroke: var(--_color-line);
    stroke-width: 5;
    stroke-linejoin: round;
  }
  .spec {
    position: absolute;
    inset: auto auto 0 0;
    max-inline-size: 100%;
    padding: 0 calc(16px * var(--stall-space-density, 1)) 0 calc(12px * var(--stall-space-density, 1));
    overflow: hidden;
    border-start-end-radius: 16px;
    background: var(--_color-plate);
    font-size: 28px;
    line-height: 44px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .text {
    position: absolute;
    inset: 0 212px 0 278px;
    display: flex;
    flex-direction: column;
    padding: calc(22px * var(--stall-space-density, 1)) calc(14px * var(--stall-space-density, 1))
      calc(22px * var(--stall-space-density, 1)) calc(28px * var(--stall-space-density, 1));
  }
  .title {
    flex: none;
    /* Room for descenders, which the line box is too tight for. */
    margin-block-end: -6px;
    padding-block-end: calc(6px * var(--stall-space-density, 1));
    overflow: hidden;
    font: var(--_font-weight-title) 46px/54px var(--_font-title);
    letter-spacing: var(--_font-tracking-title);
    text-align: left;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .small {
    font-size: 40px;
  }
  .title.long {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    max-block-size: 100px;
    margin-block: -8px 0;
    padding: 0;
    font-size: 40px;
    line-height: 50px;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  stall-price {
    flex: 1;
    inline-size: auto;
  }
  stall-price::part(price) {
    color: var(--stall-product-card-price, var(--stall-price-value, var(--_color-value)));
  }

  .tear {
    position: absolute;
    inset: 0 0 0 auto;
    isolation: isolate;
    inline-size: 212px;
  }
  .stub,
  .stub > * {
    position: relative;
    inline-size: 100%;
    block-size: 100%;
  }

  .more {
    display: block;
    min-block-size: 60px;
    margin: 14px 24px 0 auto;
    padding: 0 calc(30px * var(--stall-space-density, 1));
    border: 3px solid var(--_color-line);
    border-radius: var(--_radius-small);
    background: var(--_color-plate);
    color: inherit;
    font: inherit;
    font-weight: 700;
    cursor: pointer;
  }
  .more:focus-visible {
    outline: 5px solid var(--_color-accent);
    outline-offset: 3px;
  }

  .dim .back {
    opacity: 0.42;
  }
  .dim .title {
    color: var(--_color-text-quiet);
  }
  .dim stall-price::part(unit-price),
  .dim stall-price::part(compare),
  .dim stall-promises {
    visibility: hidden;
  }
  .stamp {
    position: absolute;
    inset: 113px auto auto 340px;
    inline-size: 330px;
    block-size: 144px;
    border-radius: 22px;
    background: var(--_color-plate);
    color: var(--_color-stamp);
    transform: rotate(-11deg);
  }
  .stamp svg {
    display: block;
    overflow: visible;
    fill: none;
    stroke: currentColor;
  }
  .outer {
    stroke-width: 9;
  }
  .inner {
    stroke-width: 3;
  }
  .stamp text {
    font-family: var(--_font-song);
    font-weight: 700;
    text-anchor: middle;
    fill: currentColor;
    stroke: none;
  }
`;

export default [wide, tall, slim];
