import type { Alert } from '@stallcast/protocol';
import type { DeckWords } from '../words/deck-words.js';

/** Makes one sentence of an alert: what is wrong, and what to do. */
export function alertText(
  alert: Alert,
  { alerts, did }: DeckWords,
  titleOf: (productId: string) => string | null,
): string {
  const title = titleOf(alert.subject) ?? did.unknownProduct;
  const order = String(alert.detail['orderId'] ?? alert.subject).replace(/^[a-z0-9-]+:/, '');
  switch (alert.code) {
    case 'oversold':
      return alerts.oversold(title, Number(alert.detail['units'] ?? 0));
    case 'unlisted-product':
      return alerts.unlisted(order);
    case 'foreign-currency':
      return alerts.currency(order);
    case 'unusual-transition':
      return alerts.transition(order);
    case 'stock-from-wrong-side':
      return alerts.wrongSide(title);
    case 'late-order':
      return alerts.lateOrder(order);
    case 'message':
      return alerts.message(String(alert.detail['text'] ?? ''));
  }
}
