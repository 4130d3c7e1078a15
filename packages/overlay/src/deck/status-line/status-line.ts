import { css, html, nothing } from 'lit';
import { DeskElement } from '../desk/desk-element.js';
import { controls } from '../look/controls.styles.js';
import type { DeckWords } from '../words/deck-words.js';
import { isHeldUp } from '../outbox/is-held-up.js';
import { ageText } from './age-text.js';
import { keptWords } from './kept-words.js';

/**
 * Tells whether what the deck shows is true right now: the line, its age, and how many steps wait for it.
 *
 * @tag deck-status-line
 */
export class DeckStatusLineElement extends DeskElement {
  static readonly tagName = 'deck-status-line';
  static override readonly styles = [
    controls,
    css`
      /* Its parts lie in the header's own rows: the line beside the stall, a fault below everything. */
      :host {
        display: contents;
      }

      .unsent,
      .fault {
        font-size: 15px;
      }

      .unsent {
        padding-inline-end: 12px;
      }

      .line {
        flex: 1 1 auto;
        display: inline-flex;
        align-items: center;
        gap: 8px;
        font-weight: 700;
        white-space: nowrap;
      }

      .line::before {
        content: '';
        flex: none;
        inline-size: 12px;
        block-size: 12px;
        border: 3px solid currentColor;
        border-radius: 50%;
      }

      .live {
        color: var(--deck-leaf-text);
      }

      .live::before {
        background: currentColor;
      }

      .stale {
        color: var(--deck-warning);
      }

      .offline {
        color: var(--deck-peach-text);
      }

      @media (max-width: 340px) {
        .line {
          gap: 4px;
          font-size: 14px;
        }
      }

      .fault {
        order: 9;
        flex: 1 1 100%;
        padding: 2px 12px 8px 0;
        color: var(--deck-peach-text);
      }
    `,
  ];

  protected override render() {
    const { words, desk } = this;
    const { level, ageMs } = this.read(desk.store.$freshness);
    const fault = this.read(desk.store.$fault);
    const waiting = this.read(desk.outbox.$commands).filter(({ stage }) => stage === 'waiting');
    const unsent = isHeldUp(waiting) ? waiting : [];

    const kept = keptWords[desk.$language.get()];
    const isKept = unsent.every((step) => step.isKept);

    return html`
      <span class="line ${level}" role="status">${lineText(level, ageMs, words)}</span>
      ${unsent.length > 0 ? html`<span class="unsent quiet">${words.line.unsent(unsent.length)} · ${isKept ? kept.kept : kept.notKept}</span>` : nothing}
      ${this.read(desk.outbox.$isKeeping) ? nothing : html`<p class="fault" role="alert">${kept.noStorage}</p>`}
      ${fault && level !== 'live' ? html`<p class="fault">${faultText(fault.code, words)}</p>` : nothing}
    `;
  }
}

function lineText(level: 'waiting' | 'live' | 'stale' | 'offline', ageMs: number, words: DeckWords): string {
  const { line } = words;
  if (level === 'waiting' || level === 'live') return line[level];
  return line[level](ageText(ageMs, words));
}

function faultText(code: string, { faults }: DeckWords): string {
  return code === 'unreachable' || code === 'refused-key' || code === 'not-found' ? faults[code] : faults.other;
}
