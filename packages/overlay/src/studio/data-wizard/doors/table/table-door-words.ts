import type { Language } from '../../../../words/language.js';

/** Every string of the door for a table's address, and of following a source live. */
export interface TableDoorWords {
  lead: string;
  address: string;
  placeholder: string;
  ask: string;
  asking: string;
  choose: string;
  copy: string;
  copyHint: string;
  follow: string;
  followHint: string;
  every: string;
  seconds(n: number): string;
  doFollow: string;
  followed: string;
  notKept: string;
}

const ZH_CN: TableDoorWords = {
  lead: '粘贴表格的网址，这里马上去读一次，和画面读它的条件一样。',
  address: '表格的网址',
  placeholder: 'https://…',
  ask: '试一试',
  asking: '正在读…',
  choose: '读到了，怎么用？',
  copy: '抄进我的摊位',
  copyHint: '以后库存由控台数，订单会自己扣。表格再改，这里不会跟着变。',
  follow: '让画面一直跟着表格',
  followHint:
    '画面隔一会儿看一次表格。控台管不到这个画面：库存、价格、讲解哪一件，都在表格里改。拿到网址的人都能看到表格。',
  every: '多久看一次',
  seconds: (n) => `每 ${n} 秒`,
  doFollow: '让画面跟着它',
  followed: '好了，画面现在跟着它。上面的牌子和预览已经换好；OBS 里已经加过画面的，要用牌子重新加一次。',
  notKept: '这个浏览器不让保存：关掉页面后要重新选一次。',
};

const EN: TableDoorWords = {
  lead: 'Paste the table’s address: it is read at once, under the same conditions as the overlay reads it.',
  address: 'The table’s address',
  placeholder: 'https://…',
  ask: 'Try it',
  asking: 'Reading…',
  choose: 'It is read. How is it to be used?',
  copy: 'Copy it into my stall',
  copyHint: 'From then on the deck counts the stock, and orders take it. Later changes of the table do not come along.',
  follow: 'Let the picture follow the table',
  followHint:
    'The picture looks at the table again and again. The deck has no say over it: stock, prices and what is featured are changed in the table. Whoever has the address can read the table.',
  every: 'How often',
  seconds: (n) => `every ${n} s`,
  doFollow: 'Let the picture follow it',
  followed:
    'Done: the picture follows it. The tags and the preview are changed already; where OBS has the picture, add it again with a tag.',
  notKept: 'This browser keeps nothing: choose it again after the page was closed.',
};

/** The door's words in one language. */
export function tableDoorWords(language: Language): TableDoorWords {
  return language === 'en' ? EN : ZH_CN;
}
