import type { Language } from '../../../../words/language.js';

/** What was found at another relay. */
export interface FoundRelay {
  isExample: boolean;
  products: number;
  rooms: readonly string[];
}

/** Every string of the door for another relay. */
export interface RelayDoorWords {
  lead: string;
  link: string;
  ask: string;
  asking: string;
  found(found: FoundRelay): string;
  example: string;
  deckKey: string;
  room: string;
  anyRoom: string;
  followHint: string;
  doFollow: string;
}

const ZH_CN: RelayDoorWords = {
  lead: '在另一台电脑或服务器上也开着 Stallcast？把那边的画面链接粘贴过来，这里的画面就显示那边的商品和订单。',
  link: '那边的画面链接或控台链接',
  ask: '试一试',
  asking: '正在连接…',
  found: ({ isExample, products, rooms }) =>
    `连上了：${isExample ? '演示摊位' : '真的摊位'}，${products} 件商品，${rooms.length} 个直播间（${rooms.slice(0, 4).join('、')}${rooms.length > 4 ? '…' : ''}）。`,
  example: '那边现在是演示数据：画面上会带“演示”两个字。',
  deckKey: '这条链接带的是控台钥匙，谁拿到它都能改那边的摊位：最好粘贴画面链接。',
  room: '哪个直播间',
  anyRoom: '整个摊位',
  followHint: '商品、库存、讲解哪一件，都由那边的控台说了算；这里的控台管不到这个画面。',
  doFollow: '让画面跟着它',
};

const EN: RelayDoorWords = {
  lead: 'Does Stallcast run on another computer or a server? Paste its overlay link, and the picture here shows its products and orders.',
  link: 'Its overlay or deck link',
  ask: 'Try it',
  asking: 'Connecting…',
  found: ({ isExample, products, rooms }) =>
    `Connected: ${isExample ? 'an example stall' : 'a real stall'}, ${products} ${products === 1 ? 'product' : 'products'}, ${rooms.length} ${rooms.length === 1 ? 'room' : 'rooms'} (${rooms.slice(0, 4).join(', ')}${rooms.length > 4 ? '…' : ''}).`,
  example: 'It shows an example: the picture will bear DEMO.',
  deckKey: 'This link holds a deck key, by which anyone can run that stall: an overlay link is better.',
  room: 'Which room',
  anyRoom: 'The whole stall',
  followHint:
    'Its own deck decides on products, stock and what is featured; the deck here has no say over this picture.',
  doFollow: 'Let the picture follow it',
};

/** The door's words in one language. */
export function relayDoorWords(language: Language): RelayDoorWords {
  return language === 'en' ? EN : ZH_CN;
}
