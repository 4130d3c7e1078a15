import { callOff, play, travel, whenOver } from '../../internal/motion.js';
import type { CardView } from './product-card.model.js';

const ALL: Keyframe = {};

/** Plays what became different between two views of a card, on the card as it now stands. */
export function moveCard(card: Element, before: CardView | null, view: CardView, oldStamp: Element | null): void {
  if (!before) {
    comeIn(card);
  } else if (before.productId !== view.productId) {
    play(card, [{ opacity: 0, transform: 'translateY(12px)' }, ALL], 'change');
  } else {
    if (!before.isSoldOut && view.isSoldOut) {
      play(card.querySelector('.stamp'), [{ opacity: 0, transform: 'rotate(-4deg) scale(1.35)' }, ALL], 'stamp');
    } else if (before.isSoldOut && !view.isSoldOut && oldStamp) {
      lift(card, oldStamp);
    }
    if (before.isDim !== view.isDim) {
      const from = { opacity: before.isDim ? 0.42 : 1 };
      for (const part of card.querySelectorAll('.back')) play(part, [from, ALL], 'change');
    }
  }
}

function comeIn(card: Element): void {
  play(card, [{ opacity: 0, transform: `translateY(${travel(card)}px)` }, ALL], 'in');
  const tabs = card.querySelector('.tabs');
  play(tabs, [{ opacity: 0, transform: 'translateY(12px)' }, ALL], 'in', { delay: 60, fill: 'backwards' });
}

/** The stamp leaves the page at once; its old node goes on for as long as it lifts. */
function lift(card: Element, stamp: Element): void {
  card.querySelector('.body')?.append(stamp);
  const away = [ALL, { opacity: 0, transform: 'rotate(-11deg) scale(1.12)' }];
  whenOver(play(stamp, away, 'bring-back', { fill: 'forwards' }), () => stamp.remove());
}

const leavingOf = (card: Element): Animation | undefined => card.getAnimations().find(({ id }) => id === 'out');

/** Keeps a card on the screen that comes back while it leaves. */
export function stay(card: Element): void {
  callOff(leavingOf(card));
}

/** Takes a card off the screen, and tells when it is gone. */
export function leave(card: Element, gone: () => void): void {
  if (leavingOf(card)) return;
  const out = [ALL, { opacity: 0, transform: 'translateY(8px)' }];
  whenOver(play(card, out, 'out', { fill: 'forwards' }), gone);
}
