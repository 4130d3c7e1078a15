import type { Language } from '../../words/language.js';
import type { UnsentStock } from './derive-unsent-stock.js';

const signed = (n: number): string => (n > 0 ? `+${n}` : `−${-n}`);

/** Says what is under way for a product's stock, beside the figure that does not know of it yet. */
export function unsentStockText({ setTo, delta, isAccepted }: UnsentStock, language: Language): string {
  const then = delta === 0 ? '' : ` ${signed(delta)}`;
  if (language === 'en') {
    if (setTo !== null) return `${isAccepted ? 'being set' : 'to be set'} to ${setTo}${then}`;
    return `${signed(delta)} ${isAccepted ? 'being confirmed' : 'not sent yet'}`;
  }
  if (setTo !== null) return `${isAccepted ? '正改成' : '待改成'} ${setTo}${then}`;
  return `${signed(delta)} ${isAccepted ? '等待确认' : '待送出'}`;
}
