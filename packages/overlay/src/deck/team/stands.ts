import { formatMoney, type Command, type Money } from '@stallcast/protocol';
import type { RoomStore } from '@stallcast/store';
import type { Language, Sentence } from '../../words/language.js';
import { amountOfGoal } from '../goal/derive-goal.js';
import { pickWords } from '../words/pick-words.js';
import { teamWords } from './team-words.js';

/** What a command that sets a value would overwrite: to be compared, with what it would be after, and in words. */
export interface Stands {
  mark: string;
  wanted: string;
  said: Sentence;
}

/** Says what stands where a command would write; null for one that adds to it, or shows something. */
export function standsAt(store: RoomStore, command: Command): Stands | null {
  const zh = teamWords['zh-CN'].now;
  const en = teamWords.en.now;
  switch (command.type) {
    case 'set-stock': {
      const { onHand = null, sellable = null } = store.$stock(command.productId).get() ?? {};
      if (onHand === null || sellable === null) return null;
      // It sets what can be sold now; what is in all goes up by what was sold, and moves with no order.
      const taken = onHand - sellable;
      return stands(onHand, command.onHand + taken, zh.sellable(sellable), en.sellable(sellable));
    }
    case 'open-price':
      return priceStands(store, command.productId, command.price);
    case 'hide-price':
      return priceStands(store, command.productId, null);
    case 'put-offer':
      return priceStands(store, command.offer.productId, command.offer.price);
    case 'set-goal': {
      const { goal: wanted } = command;
      const goal = store.$session.get()?.goals.find(({ id }) => id === wanted.id);
      if (!goal) return null;
      const tell = (language: Language) => amountOfGoal(goal, null, pickWords(language).show.goal).target;
      return stands(goal, wanted, zh.goal(tell('zh-CN')), en.goal(tell('en')));
    }
    case 'allocate': {
      const stock = store.$stock(command.productId).get();
      const quantity = stock?.quotas.find(({ room }) => room === command.room)?.quantity ?? 0;
      return stock ? stands(quantity, command.quantity, zh.quota(quantity), en.quota(quantity)) : null;
    }
    default:
      return null;
  }
}

function priceStands(store: RoomStore, productId: string, wanted: Money | null): Stands | null {
  const offer = store.$offer(productId).get();
  if (!offer) return null;
  const { price } = offer;
  const told = (words: { price: (price: string) => string; hidden: string }) =>
    price ? words.price(formatMoney(price)) : words.hidden;
  return stands(price?.minor ?? null, wanted?.minor ?? null, told(teamWords['zh-CN'].now), told(teamWords.en.now));
}

function stands(now: unknown, wanted: unknown, zh: string, en: string): Stands {
  return { mark: JSON.stringify(now), wanted: JSON.stringify(wanted), said: { 'zh-CN': zh, en } };
}
