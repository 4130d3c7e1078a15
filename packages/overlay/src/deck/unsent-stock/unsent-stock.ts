import { css, html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../words/language.js';
import type { SentCommand } from '../outbox/sent-command.js';
import { deriveUnsentStock } from './derive-unsent-stock.js';
import { unsentStockText } from './unsent-stock-words.js';

/** Draws what is under way for a product's stock; the figure beside it stays the ledger's. */
export function drawUnsentStock(
  commands: readonly SentCommand[],
  productId: string,
  language: Language,
): TemplateResult | typeof nothing {
  const unsent = deriveUnsentStock(commands, productId);
  return unsent ? html`<span class="unsent"> · <b>${unsentStockText(unsent, language)}</b></span>` : nothing;
}

/** The mark of `drawUnsentStock`. A step that gets through at once is over before it is seen: nothing jumps at each press. */
export const unsentStock = css`
  .unsent {
    font-weight: 700;
    white-space: normal;
    color: var(--deck-warning);
    animation: unsent-comes 1ms 400ms backwards;
  }

  /* It goes to a line of its own sooner than it is torn. */
  .unsent b {
    display: inline-block;
  }

  @keyframes unsent-comes {
    from {
      position: absolute;
      visibility: hidden;
    }
  }
`;
