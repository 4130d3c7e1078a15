import { css } from 'lit';

/**
 * The list, 640 wide:      number · picture · title and mark over price and stock             rows of 116
 * The grid, 1000 wide:     picture with its number, and the texts beside it, in two columns        rows of 190
 * The strip, 1000 wide:    picture with its number, then title, price and stock below each other
 */
export default css`
  :host {
    max-inline-size: 100%;
  }
  .shelf {
    inline-size: 1000px;
    max-inline-size: 100%;
  }
  .list {
    inline-size: 640px;
  }
  .rail {
    position: relative;
    z-index: 1;
    display: flex;
    flex-wrap: wrap-reverse;
    align-items: flex-end;
    gap: calc(6px * var(--stall-space-density, 1)) calc(10px * var(--stall-space-density, 1));
    min-block-size: 56px;
    padding-inline: var(--_plate-corner) 24px;
  }
  .tab {
    flex: none;
    block-size: 56px;
    padding: 0 calc(22px * var(--stall-space-density, 1)) 0 calc(20px * var(--stall-space-density, 1));
    border-radius: var(--_radius-tab);
    color: var(--_color-text-loud);
    background: var(--_color-plate-loud);
    font-size: 31px;
    font-weight: 700;
    line-height: 56px;
    white-space: nowrap;
  }
  .tab.quiet {
    color: var(--_color-text);
    background: var(--_color-plate-quiet);
    font-weight: 500;
  }
  .marks {
    display: flex;
    flex: none;
    gap: calc(8px * var(--stall-space-density, 1));
    margin-inline-start: auto;
  }

  .body {
    position: relative;
    isolation: isolate;
  }
  .body .board {
    border-start-start-radius: 0;
  }
  .rows {
    position: relative;
    margin: 0;
    padding: calc(8px * var(--stall-space-density, 1)) calc(20px * var(--stall-space-density, 1));
    list-style: none;
  }
  .grid .rows,
  .strip .rows {
    display: grid;
    gap: 0 calc(20px * var(--stall-space-density, 1));
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .strip .rows {
    grid-template-columns: none;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    padding-block: calc(20px * var(--stall-space-density, 1)) calc(14px * var(--stall-space-density, 1));
  }
  .row {
    position: relative;
    display: flex;
    align-items: center;
    min-inline-size: 0;
    block-size: 116px;
  }
  .row[hidden] {
    display: none;
  }
  .list .row + .row,
  .grid .row:nth-child(n + 3) {
    border-block-start: 2px solid var(--_color-line);
  }

  .no {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    inline-size: 56px;
    block-size: 96px;
    border-radius: 4px 0 0 4px;
    color: var(--_color-text-loud);
    background: var(--_color-plate-loud);
  }
  .drawn {
    --_size: 42px;
    display: block;
  }
  .drawn[data-length='3'] {
    --_size: 30px;
  }
  .drawn[data-length='4'] {
    --_size: 28px;
    transform: scaleX(0.75);
  }
  .picture {
    position: relative;
    flex: none;
    inline-size: 96px;
    block-size: 96px;
    overflow: hidden;
    background: var(--_color-plate-quiet);
  }
  .strip .row {
    flex-direction: column;
    align-items: stretch;
    block-size: auto;
  }
  .grid .row {
    block-size: 190px;
  }
  .strip .no,
  .grid .no {
    position: absolute;
    z-index: 1;
    inset: 0 auto auto 0;
    inline-size: auto;
    min-inline-size: 52px;
    block-size: 56px;
    padding-inline: calc(6px * var(--stall-space-density, 1));
    border-radius: 4px 0;
  }
  .grid .no {
    inset-block-start: 16px;
  }
  .grid .picture {
    inline-size: 158px;
    block-size: 158px;
  }
  .strip .picture {
    inline-size: 100%;
    block-size: 124px;
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
  }
  .basket {
    padding: 16%;
    fill: none;
    stroke: var(--_color-line);
    stroke-width: 5;
    stroke-linejoin: round;
  }

  .text {
    flex: 1;
    min-inline-size: 0;
    padding-inline-start: calc(18px * var(--stall-space-density, 1));
  }
  .strip .text {
    flex: none;
    padding: calc(6px * var(--stall-space-density, 1)) 0 0;
  }
  .head,
  .foot {
    display: flex;
    align-items: center;
    gap: calc(12px * var(--stall-space-density, 1));
    block-size: 48px;
  }
  .grid .head,
  .strip .head {
    align-items: flex-start;
    block-size: 40px;
  }
  .long .head {
    block-size: 76px;
  }
  .list .head {
    block-size: 48px;
  }
  .grid .foot,
  .strip .foot {
    flex-flow: column;
    gap: 0;
    align-items: flex-start;
    block-size: 86px;
  }
  .title {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    font: 700 31px/44px var(--_font-text);
    text-align: left;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .grid .title,
  .strip .title {
    display: -webkit-box;
    max-block-size: 36px;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    font-size: 28px;
    line-height: 36px;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .long.grid .title,
  .long.strip .title {
    max-block-size: 72px;
    -webkit-line-clamp: 2;
  }
  .list .title:lang(en) {
    font-size: 29px;
  }
  .now {
    flex: none;
    padding: 0 calc(12px * var(--stall-space-density, 1));
    border-radius: 4px;
    color: var(--_color-text-loud);
    background: var(--_color-plate-loud);
    font-size: 28px;
    font-weight: 700;
    line-height: 42px;
    text-align: center;
    white-space: nowrap;
  }
  .now.next {
    color: var(--_color-text);
    background: var(--_color-plate-quiet);
  }
  .strip .now,
  .grid .now {
    position: absolute;
    z-index: 1;
    inset: 82px 0 auto auto;
    border-radius: 4px 0 0;
  }
  .grid .now {
    inset: 132px auto auto 0;
    inline-size: 158px;
    padding: 0;
    border-radius: 0;
  }
  .price {
    display: flex;
    flex: none;
    gap: calc(10px * var(--stall-space-density, 1));
    align-items: center;
    block-size: 48px;
    color: var(--_color-value);
    white-space: nowrap;
  }
  .amount {
    display: flex;
  }
  .price.flash {
    padding: 0 calc(14px * var(--stall-space-density, 1)) 0 calc(10px * var(--stall-space-density, 1));
    border-radius: 4px;
    color: var(--_color-text-flash);
    background: var(--_color-flash);
  }
  .word {
    font-size: 28px;
    font-weight: 700;
  }
  .hidden {
    font-size: 32px;
    font-weight: 700;
  }
  /* Never cut: half a figure is another one. Where there is no room beside the price it is left out. */
  .list .foot {
    flex-wrap: wrap;
    overflow: hidden;
  }
  .stock {
    flex: none;
    margin-inline-start: auto;
    font-size: 28px;
    line-height: 38px;
    white-space: nowrap;
  }
  .list .stock {
    line-height: 48px;
  }
  .grid .stock,
  .strip .stock {
    margin: 0;
  }
  .stock.warning {
    color: var(--_color-warning);
    font-weight: 700;
  }
  .stock.quiet {
    color: var(--_color-text-quiet);
  }
  .stock.gone {
    color: var(--_color-stamp);
    font-weight: 700;
  }
  .dim .back {
    opacity: 0.42;
  }
  .dim .title,
  .dim .price {
    color: var(--_color-text-quiet);
  }
`;
