import { css } from 'lit';

export default css`
  :host {
    inline-size: fit-content;
  }
  .alone.leaf {
    inline-size: 248px;
    min-inline-size: 0;
  }
  .alone.slim {
    inline-size: max-content;
    min-inline-size: 478px;
  }
  .presale {
    position: relative;
    text-align: center;
    white-space: nowrap;
  }
  .band {
    block-size: 60px;
    background: var(--_color-flash);
  }
  .head {
    display: flex;
    justify-content: center;
    gap: calc(14px * var(--stall-space-density, 1));
    block-size: 60px;
    font: 700 30px/60px var(--_font-text);
    letter-spacing: 0.04em;
    color: var(--_color-text-flash);
  }
  :lang(en) .head {
    letter-spacing: 0;
  }
  .day {
    display: flex;
    align-items: flex-end;
    justify-content: center;
    gap: calc(10px * var(--stall-space-density, 1));
    padding: calc(20px * var(--stall-space-density, 1)) 0 calc(14px * var(--stall-space-density, 1));
  }
  .drawn {
    --_size: 104px;
  }
  .after {
    font: 700 32px/36px var(--_font-text);
    white-space: pre-line;
    text-align: start;
  }
  .alone.leaf :lang(en) .day {
    flex-direction: column;
    align-items: center;
    gap: calc(10px * var(--stall-space-density, 1));
    padding-block: calc(12px * var(--stall-space-density, 1)) calc(10px * var(--stall-space-density, 1));
  }
  .month:empty,
  .before:empty,
  .after:empty {
    display: none;
  }
  .before {
    font-size: 30px;
    line-height: 36px;
  }
  .notes {
    padding: 0 calc(20px * var(--stall-space-density, 1)) calc(20px * var(--stall-space-density, 1));
  }
  .note {
    font-size: 28px;
    line-height: 38px;
    color: var(--_color-text-quiet);
  }
  .note.queued {
    color: var(--_color-text);
  }
  .meter {
    block-size: 12px;
    margin: 8px 0 6px;
    overflow: hidden;
    background: var(--_color-line);
    border-radius: var(--_radius-meter);
    forced-color-adjust: none;
  }
  .fill {
    block-size: 100%;
    background: var(--_color-accent);
    border-radius: inherit;
  }

  .slim .band {
    inline-size: 112px;
    block-size: 100%;
  }
  .slim .band:lang(en) {
    inline-size: 164px;
  }
  .slim .presale {
    display: grid;
    grid-template-columns: 112px auto minmax(0, 1fr);
    align-items: center;
    min-block-size: 120px;
  }
  .slim .presale:lang(en) {
    grid-template-columns: 164px auto minmax(0, 1fr);
  }
  .slim .head {
    flex-direction: column;
    align-items: center;
    gap: 0;
    block-size: auto;
    line-height: 40px;
  }
  .slim .day {
    align-items: flex-end;
    gap: calc(8px * var(--stall-space-density, 1));
    padding: 0 0 0 calc(20px * var(--stall-space-density, 1));
  }
  .slim .drawn {
    --_size: 66px;
  }
  .slim .after {
    font-size: 28px;
    line-height: 32px;
  }
  .slim .before {
    font: 700 28px/32px var(--_font-text);
  }
  .slim .notes {
    padding: calc(14px * var(--stall-space-density, 1)) calc(24px * var(--stall-space-density, 1))
      calc(14px * var(--stall-space-density, 1)) calc(18px * var(--stall-space-density, 1));
    text-align: end;
  }
  .slim .meter {
    margin: 3px 0;
  }
  .slim .note {
    line-height: 34px;
  }
`;
