import { css, html, nothing, type TemplateResult } from 'lit';
import type { ProductController } from '../controllers/product-controller.js';
import type { Words } from '../words/index.js';
import { ageMark, demoMark, toldFreshness } from './marks.js';

/** Whether a widget is a part of a card, which has the plate and the marks for it. */
export function isInCard(element: Element): boolean {
  return (element.getRootNode() as Partial<ShadowRoot>).host?.localName === 'stall-product-card';
}

/** What the marks of a widget tell. */
export type Marked = Pick<ProductController, 'line' | 'freshness' | 'isSynthetic'>;

/** A widget that stands by itself: the marks hang on a rail of their own above its plate. `fill` is painted on the board. */
export function standing(
  content: TemplateResult,
  look: string,
  words: Words,
  data: Marked | null,
  fill: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="alone ${look}">
    <div class="marks">
      ${data ? ageMark(words, toldFreshness(data.line, data.freshness)) : nothing}
      ${data?.isSynthetic ? demoMark(words) : nothing}
    </div>
    <div class="leaf">
      <div class="plate small"><div class="board" part="board">${fill}</div></div>
      ${content}
    </div>
  </div>`;
}

export const standingStyles = css`
  .alone {
    position: relative;
    padding-block-start: 44px;
    min-inline-size: 226px;
  }
  .marks {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    inset-block-end: calc(100% - 44px);
    display: flex;
    flex-wrap: wrap-reverse;
    justify-content: flex-end;
    gap: 6px;
  }
  .leaf {
    position: relative;
    isolation: isolate;
  }
`;
