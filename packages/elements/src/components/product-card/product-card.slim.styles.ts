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
  .slim .text {
    inset-inline-start: 184px;
    display: grid;
    grid-template: 46px 1fr / auto minmax(0, 1fr) auto;
    gap: 0 16px;
    padding: 8px 16px 10px 20px;
  }
  .slim .title {
    grid-column: 1 / 3;
    display: block;
    max-block-size: none;
    margin: 0;
    font-size: 34px;
    line-height: 46px;
    white-space: nowrap;
  }
  .slim .back {
    grid-area: 2 / 1;
    align-self: end;
  }
  .slim .price {
    block-size: auto;
    min-block-size: 0;
    margin: 0;
    line-height: 1;
  }
  .slim .hidden {
    margin: 0 0 0 16px;
  }
  .slim .facts {
    grid-area: 2 / 2;
    align-self: end;
    margin: 0;
  }
  .slim .rail {
    grid-area: 1 / 3 / 3 / 4;
    flex-direction: column-reverse;
    justify-content: space-between;
    align-items: flex-end;
    gap: 0;
    block-size: 100%;
    padding: 0;
  }
  .slim .tabs {
    flex: none;
    block-size: 46px;
    flex-wrap: wrap;
    justify-content: flex-end;
  }
  .slim .tab {
    block-size: 46px;
    padding: 0 14px;
    border-radius: var(--_radius-small);
    font-size: 28px;
    letter-spacing: 0;
    --_size: 34px;
  }
  .slim .stamp {
    inset: -14px 344px auto auto;
    transform: rotate(-7deg) scale(0.8);
  }
`;
