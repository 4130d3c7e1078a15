import { css } from 'lit';

/**
 * A dark board as wide as its place, to be read from two steps away: what is said is as large as the window allows. It takes no
 * part in a theme's looks but its own three colours, since nobody sees it but the host.
 */
export default css`
  .prompter {
    --_ground: var(--stall-prompter-ground, #0f1413);
    --_ink: var(--stall-prompter-text, #ffffff);
    --_alert: var(--stall-prompter-alert, #ffd23f);
    --_large: clamp(40px, 5.2vw, 84px);
    --_middle: clamp(30px, 3.4vw, 54px);
    --_small: clamp(28px, 2vw, 32px);
    display: flex;
    flex-direction: column;
    gap: 20px;
    padding: 20px 28px 28px;
    color: var(--_ink);
    background: var(--_ground);
    overflow-wrap: anywhere;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .quiet,
  .none {
    color: var(--_ink);
    font-size: var(--_small);
    opacity: 0.74;
  }
  h2 {
    margin-block-end: 4px;
    font-size: var(--_small);
    font-weight: 500;
    line-height: 1.3;
  }
  .messages {
    padding: 16px 24px 20px;
    color: var(--_ground);
    background: var(--_alert);
  }
  .messages .quiet {
    color: var(--_ground);
    opacity: 1;
  }
  .message,
  .big {
    font-size: var(--_large);
    font-weight: 700;
    line-height: 1.25;
  }
  .message + .message {
    margin-block-start: 10px;
    padding-block-start: 10px;
    border-block-start: 3px solid;
  }
  .none {
    font-weight: 500;
  }
  .now,
  .next,
  .alerts,
  .low,
  .cancelled {
    padding-block-start: 14px;
    border-block-start: 3px solid;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 40px;
    align-items: baseline;
    justify-content: space-between;
    font-size: var(--_middle);
    font-weight: 500;
  }
  .row.big {
    font-size: var(--_large);
    font-weight: 700;
  }
  .title {
    display: -webkit-box;
    flex: 1 1 12em;
    min-inline-size: 0;
    overflow: hidden;
    line-height: 1.25;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
  }
  .no,
  .lead {
    margin-inline-end: 0.5em;
    white-space: nowrap;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
  }
  .price {
    white-space: nowrap;
  }
  .stock.quiet {
    font-size: inherit;
  }
  .stock.warning,
  .stock.gone,
  .low li,
  .alerts li {
    color: var(--_alert);
  }
  ul {
    padding: 0;
    list-style: none;
  }
  li {
    display: -webkit-box;
    overflow: hidden;
    font-size: var(--_middle);
    line-height: 1.35;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
  }
  @media (forced-colors: active) {
    .prompter {
      --_ground: Canvas;
      --_ink: CanvasText;
      --_alert: Highlight;
    }
    .messages {
      border: 4px solid;
    }
  }
`;
