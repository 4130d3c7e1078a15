import { css, html, nothing } from 'lit';
import { DeskElement } from '../desk/desk-element.js';
import { scopeOf } from '../desk/feature-toggle.js';
import { titleIn } from '../desk/product-view.js';
import { controls } from '../look/controls.styles.js';
import { nextIcon } from '../look/icons.js';
import type { SentCommand } from '../outbox/sent-command.js';
import { deriveRun } from './derive-run.js';

/**
 * The key that features the next product of the run, and tells which that is.
 *
 * While one press is under way the next does nothing: a trembling thumb skips no product.
 *
 * @tag deck-next-key
 */
export class DeckNextKeyElement extends DeskElement {
  static readonly tagName = 'deck-next-key';
  static override readonly styles = [
    controls,
    css`
      button {
        display: flex;
        align-items: center;
        gap: 10px;
        inline-size: 100%;
        min-block-size: 60px;
        border-color: var(--deck-leaf);
        color: var(--deck-leaf-text);
        font-size: 17px;
        text-align: start;
      }

      button[aria-busy='true'] {
        background: var(--deck-leaf-quiet);
      }

      svg {
        flex: none;
      }

      span {
        flex: 1;
        min-inline-size: 0;
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render() {
    const { desk } = this;
    const { store } = desk;
    const { run: words } = this.words.show;
    const products = this.read(store.$products);
    if (products.length < 2) return nothing;
    const run = deriveRun({
      products,
      featured: this.read(store.$featured),
      stockOf: (id) => this.read(store.$stock(id)),
    });
    const next = run.find(({ isNext }) => isNext)?.product;
    const busy = isUnderWay(this.read(desk.outbox.$commands));
    return html`
      <button
        type="button"
        aria-busy=${busy}
        aria-disabled=${next === undefined}
        @click=${() => next && !busy && desk.send('next-in-run', scopeOf(desk))}
      >
        ${nextIcon}<span>${next ? words.nextIs(titleIn(next, desk.$language.get())) : words.nothing}</span>
      </button>
    `;
  }
}

function isUnderWay(commands: readonly SentCommand[]): boolean {
  return commands.some(
    ({ command, stage }) => command.type === 'next-in-run' && (stage === 'waiting' || stage === 'accepted'),
  );
}
