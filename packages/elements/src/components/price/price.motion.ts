import { play } from '../../internal/motion.js';
import { rollFigure } from '../../internal/roll.js';
import type { PriceView } from './price.model.js';

/**
 * Plays that a price became another one. The new price is there already.
 *
 * Figures roll where the price has as many as before; else the whole price comes in.
 */
export function movePrice(element: Element, before: PriceView, view: PriceView): void {
  const now = view.price;
  const was = before.price;
  if (now?.text === was?.text) return;
  if (!now || !was || now.whole.length !== was.whole.length || now.cents.length !== was.cents.length) {
    play(element, [{ opacity: 0, transform: 'translateY(12px)' }, {}], 'change');
    return;
  }
  const [whole, cents] = element.querySelectorAll('.amount .figure');
  const isFalling = Number(now.whole + now.cents) < Number(was.whole + was.cents);
  if (whole) rollFigure(whole, was.whole, now.whole, isFalling);
  if (cents) rollFigure(cents, was.cents, now.cents, isFalling);
}
