import { css } from 'lit';

/** A small tag with a lantern, 68 high; the doctor's answers stand below, at most 900 wide. */
export default css`
  :host {
    inline-size: fit-content;
    max-inline-size: 100%;
  }
  .status {
    position: relative;
    isolation: isolate;
    max-inline-size: 900px;
    padding: 8px 20px;
  }
  .line {
    position: relative;
    display: flex;
    gap: 12px;
    align-items: center;
    min-block-size: 52px;
    font-size: 30px;
    font-weight: 700;
    white-space: nowrap;
  }
  .lamp {
    flex: none;
    inline-size: 32px;
    block-size: 36px;
    fill: none;
    stroke: var(--_color-text-quiet);
    stroke-width: 4;
    stroke-linecap: round;
  }
  .lamp .lit {
    fill: var(--_color-accent);
    stroke: var(--_color-accent);
  }
  .marks {
    display: flex;
    gap: 8px;
    margin-inline-start: auto;
  }
  .marks:empty {
    display: none;
  }
  .answers {
    position: relative;
    margin: 4px 0 8px;
    padding: 8px 0 0;
    border-block-start: 2px solid var(--_color-line);
    list-style: none;
  }
  li {
    padding-block: 4px;
    font-size: 30px;
    line-height: 42px;
    overflow-wrap: anywhere;
  }
`;
