import { localAdapter, openLocalLedger } from '@stallcast/adapters/local';
import { watchDays } from '@stallcast/ledger';
import { setUpExampleStall } from '@stallcast/ledger/example';
import { ledgerCommandSender } from './ledger-command-sender.js';
import { wearGround } from '../deck/look/ground.js';
import { showDeck } from '../deck/show-deck.js';
import { createLanguageAtom } from '../words/kept-language.js';
import type { Sentence } from '../words/language.js';
import { broughtGoods } from './packed/brought-goods.js';
import type { ReadPacked } from './packed/packed.js';

/** Runs the deck over a ledger in this browser's own storage. The overlay of the same browser hears of what it does. */
export async function startLocalDeck(packed: ReadPacked): Promise<void> {
  const query = new URLSearchParams(location.search);
  const stall = query.get('stall') || packed.stall || 'orchard';
  const $language = createLanguageAtom(query.get('lang'), packed.language);
  wearGround();
  try {
    const ledger = await openLocalLedger(stall);
    watchDays(ledger);
    showDeck({
      stall,
      room: query.get('room') ?? undefined,
      adapter: localAdapter(stall, { operator: true, ledger }),
      sender: ledgerCommandSender(ledger),
      $language,
      broughtGoods: broughtGoods(ledger, packed.goods),
      loadExample: () => setUpExampleStall(ledger, { pictureBase: './pictures' }),
    });
  } catch (error) {
    console.error('Stallcast: this browser keeps no data for the deck, so it cannot run here.', error);
    const message = document.createElement('p');
    message.textContent = NO_STORAGE[$language.get()];
    document.body.replaceChildren(message);
  }
}

const NO_STORAGE: Sentence = {
  en: 'This browser keeps no data here, so the deck cannot run: leave private browsing, or allow site data, and open it again.',
  'zh-CN': '浏览器不让这个页面保存数据，控台用不了：请退出无痕模式，或允许保存网站数据，再打开一次。',
};
