import type { Freshness } from '@stallcast/store';
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { Words } from '../words/index.js';

/** The mark of synthetic data: 演示. */
export function demoMark(words: Words): TemplateResult {
  return html`<span class="mark demo">${words.demo}</span>`;
}

/**
 * The age to be told: that of the line where it is down, else that of the figure. A figure that its source has not
 * renewed is old; it does not mean that the line is down.
 */
export function toldFreshness(line: Freshness | undefined, figure: Freshness | undefined): Freshness | undefined {
  if (line?.level !== 'live' || !figure || figure.level === 'live') return line;
  return { ...figure, level: 'stale' };
}

/** The mark of data that has grown old, or whose line is down; nothing while it is live. */
export function ageMark(words: Words, freshness: Freshness | undefined): TemplateResult | typeof nothing {
  if (freshness?.level !== 'stale' && freshness?.level !== 'offline') return nothing;
  const isOffline = freshness.level === 'offline';
  return html`<span class="mark age ${isOffline ? 'offline' : ''}"
    ><svg viewBox="0 0 28 28" aria-hidden="true">
      ${
        isOffline
          ? svg`<path d="M3 14H10M18 14H25M10 8V20M18 8V20"/>`
          : svg`<circle cx="14" cy="14" r="11"/><path d="M14 7.5V14.5L18.6 17"/>`
      }</svg
    >${isOffline ? words.offlineFor(freshness.ageMs) : words.dataAge(freshness.ageMs)}</span
  >`;
}

/**
 * The looks of both marks. They are no theme's business: literals in place of tokens, no part names, and important,
 * so that nothing inherited (a text indent, a visibility) takes them off the screen. For the same reason the host is
 * neither clipped nor masked. Never put a mark inside a part, and put parts into an isolated box, so that none covers it.
 */
export const markStyles = css`
  :host {
    overflow: visible !important;
    clip-path: none !important;
    -webkit-mask: none !important;
    contain: none !important;
  }
  .mark {
    all: initial !important;
    position: relative !important;
    z-index: 2147483647 !important;
    forced-color-adjust: none !important;
    display: inline-flex !important;
    flex: none !important;
    align-items: center !important;
    gap: 10px !important;
    box-sizing: border-box !important;
    block-size: 44px !important;
    padding: 0 16px 0 12px !important;
    direction: ltr !important;
    font:
      500 28px/44px 'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif !important;
    white-space: nowrap !important;
    color: #f4f1ea !important;
    background: #3a3733 !important;
  }
  .mark.demo {
    padding: 0 14px 0 34px !important;
    font-weight: 700 !important;
    letter-spacing: 0.06em !important;
    color: #191300 !important;
    background:
      repeating-linear-gradient(-45deg, #191300 0 6px, #ffd93d 6px 14px) 0 0 / 24px 100% no-repeat,
      #ffd93d !important;
  }
  .mark.offline {
    color: #fff3ea !important;
    background: #7a1d14 !important;
  }
  .mark svg {
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    fill: none;
    stroke: #ffcf6b;
    stroke-width: 3;
    stroke-linecap: round;
  }
  .mark.offline svg {
    stroke: #ffb9a6;
  }
`;
