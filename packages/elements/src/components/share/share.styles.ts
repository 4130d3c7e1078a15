import { css } from 'lit';

export default css`
  :host {
    inline-size: fit-content;
  }
  .alone.tag {
    inline-size: 336px;
  }
  .alone.slim {
    inline-size: max-content;
    min-inline-size: 468px;
    max-inline-size: 640px;
  }
  .share {
    position: relative;
    padding: calc(22px * var(--stall-space-density, 1)) calc(26px * var(--stall-space-density, 1));
  }
  .head {
    display: flex;
    align-items: center;
    gap: calc(16px * var(--stall-space-density, 1));
  }
  .percent {
    --_size: 66px;
    flex: none;
    color: var(--_color-value);
  }
  .percent.long {
    --_size: 46px;
  }
  .said {
    min-inline-size: 0;
    max-inline-size: 100%;
    font-size: 30px;
    line-height: 38px;
    font-weight: 700;
  }
  .said,
  .tag .said span {
    display: block;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .split {
    display: flex;
    gap: 5px;
    margin-block-start: 16px;
    forced-color-adjust: none;
  }
  .split i {
    flex: 1;
    block-size: 16px;
    overflow: hidden;
    background: var(--_color-line);
    border-radius: 2px;
  }
  .split b {
    display: block;
    block-size: 100%;
    background: var(--_color-accent);
  }
  .evidence {
    font-size: 28px;
    line-height: 38px;
    color: var(--_color-text-quiet);
  }
  .tag :lang(en) .head {
    flex-direction: column;
    align-items: flex-start;
    gap: calc(14px * var(--stall-space-density, 1));
  }
  .tag :lang(en) .percent.long {
    --_size: 66px;
  }
  .tag .evidence {
    margin-block-start: 16px;
    padding-block-start: calc(12px * var(--stall-space-density, 1));
    border-block-start: 2px solid var(--_color-line);
  }
  .tag .issuer {
    display: -webkit-box;
    max-block-size: 76px;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .as-of {
    display: block;
    white-space: nowrap;
  }

  .slim .share {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: calc(20px * var(--stall-space-density, 1));
    align-content: center;
    min-block-size: 104px;
    padding: calc(13px * var(--stall-space-density, 1)) calc(26px * var(--stall-space-density, 1))
      calc(14px * var(--stall-space-density, 1));
  }
  .slim .head {
    display: contents;
  }
  .slim .percent {
    --_size: 54px;
    grid-row: 1 / span 2;
    align-self: center;
  }
  .slim .percent.long {
    --_size: 42px;
  }
  .slim .said,
  .slim .issuer {
    display: block;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .slim .said {
    font-size: 29px;
  }
  .slim .evidence {
    position: relative;
    display: flex;
    min-inline-size: 0;
  }
  .slim .issuer {
    min-inline-size: 4.2em;
  }
  .slim .as-of {
    flex: none;
  }
  .slim .as-of::before {
    content: '·';
    margin-inline: 8px;
  }
`;
