import { css } from 'lit';

/**
 * The slim card, 1000 × 124 or as wide as its host, 760 at least: two or three stand where one wide card stands.
 *
 *   spine 64 · picture 120 · title and marks over price and unit price · perforation · stub 212
 */
export default css`
  .card.slim {
    inline-size: 1000px;
    max-inline-size: 100%;
  }
  .slim .body {
    block-size: 124px;
  }
  .slim .board {
    border-radius: var(--_radius-small);
  }
  .slim .spine {
    justify-content: center;
    inline-size: 64px;
    padding: 0;
  }
  .slim .no {
    margin: 0;
  }
  .slim .link,
  .slim .emblem,
  .slim .spec,
  .slim .tab.featured {
    display: none;
  }
  .slim .picture {
    inset-inline-start: 64px;
    inline-size: 120px;
  }
  /* Two rows of one box: title and marks, then price, unit price and tabs. Only a flex box lets the title end where the
     marks begin and the price where the tabs do. */
  .slim .text {
    z-index: 1;
    inset-inline-start: 184px;
    flex-flow: row wrap;
    align-content: space-between;
    gap: 0 calc(16px * var(--stall-space-density, 1));
    padding: calc(8px * var(--stall-space-density, 1)) calc(16px * var(--stall-space-density, 1))
      calc(10px * var(--stall-space-density, 1)) calc(20px * var(--stall-space-density, 1));
  }
  .slim .text::before {
    content: '';
    order: 2;
    flex-basis: 100%;
  }
  .slim .title {
    flex: 1 1 0;
    display: block;
    max-block-size: none;
    margin: 0;
    padding: 0;
    font-size: 34px;
    line-height: 46px;
    white-space: nowrap;
  }
  .slim .rail {
    display: contents;
  }
  .slim .marks {
    order: 1;
  }
  .slim stall-price,
  .slim .tabs {
    order: 3;
  }
  .slim stall-price {
    min-inline-size: 0;
  }
  .slim .tabs {
    flex: none;
    align-self: end;
    block-size: 46px;
  }
  .slim .tab {
    block-size: 46px;
    padding: 0 calc(14px * var(--stall-space-density, 1));
    border-radius: var(--_radius-small);
    font-size: 28px;
    letter-spacing: 0;
    --_size: 34px;
  }
  .slim .stamp {
    z-index: 2;
    inset: -14px 232px auto auto;
    transform: rotate(-7deg) scale(0.8);
  }
`;
