import type { Language } from '../../words/language.js';

type Said<A extends readonly unknown[]> = (...args: A) => string;

interface RoomsWords {
  title: string;
  /** One room alone. */
  only: Said<[room: string]>;
  /** What several rooms share, and what each has of its own. */
  several: string;
  add: string;
  addTitle: string;
  addHint: string;
  addDone: string;
  name: string;
  nameHint: string;
  rename: string;
  renameTitle: string;
  save: string;
  remove: string;
  removeTitle: Said<[room: string]>;
  removeHint: string;
  stay: string;
  /** Before a key's own words, for those who hear the page. */
  about: Said<[room: string]>;
  empty: string;
  taken: string;
  /** In place of a room that is no more. */
  gone: string;
  goneLink: string;
}

/** What the deck says of opening, naming and closing rooms. */
export const roomsWords: Readonly<Record<Language, RoomsWords>> = {
  'zh-CN': {
    title: '直播间',
    only: (room) => `现在只有一个直播间：${room}。`,
    several: '几个直播间一起卖这些货。每间可以单独讲解、改价、公告，也可以在商品里给它分库存。',
    add: '再开一个直播间',
    addTitle: '再开一个直播间',
    addHint: '另一个手机或电脑也来播同一批货时用。商品和库存是同一份，不用再录一遍。',
    addDone: '开好后，到工作室第一步选这个直播间，拿它自己的画面链接。',
    name: '名字',
    nameHint: '例如“二号直播间”“抖音小号”。观众看不到，只给自己人认。',
    rename: '改名',
    renameTitle: '给直播间改名',
    save: '保存',
    remove: '关掉',
    removeTitle: (room) => `关掉“${room}”？`,
    removeHint:
      '分给它的库存还给大家一起卖，它自己的讲解、价格和公告没有了。订单还算在摊位的合计里。OBS 里它的画面请自己删掉。关错了，可以在“记录”里撤销。',
    stay: '先不关',
    about: (room) => `${room}：`,
    empty: '写一个名字，例如“二号直播间”。',
    taken: '已经有一个直播间叫这个名字，换一个才分得清。',
    gone: '这个直播间已经关掉了。',
    goneLink: '回到整个摊位',
  },
  en: {
    title: 'Rooms',
    only: (room) => `There is one room: ${room}.`,
    several:
      'The rooms sell these goods together. Each can feature, price and announce on its own, and a product’s stock can be given out to rooms.',
    add: 'Open another room',
    addTitle: 'Open another room',
    addHint:
      'For another phone or computer that streams the same goods. Products and stock are shared; nothing is typed twice.',
    addDone: 'Then choose it in the studio’s first step, and take the link of its own picture.',
    name: 'Name',
    nameHint: 'Such as “Second room”. Viewers do not see it; it is for your own people.',
    rename: 'Rename',
    renameTitle: 'Rename the room',
    save: 'Save',
    remove: 'Close',
    removeTitle: (room) => `Close “${room}”?`,
    removeHint:
      'What was given to it goes back to all rooms; what it featured, priced and announced on its own is gone. Its orders still count for the stall. Take its picture out of OBS yourself. It can be undone in the history.',
    stay: 'Keep it',
    about: (room) => `${room}: `,
    empty: 'Give it a name, such as “Second room”.',
    taken: 'Another room has this name already: choose one that tells them apart.',
    gone: 'This room was closed.',
    goneLink: 'Back to the whole stall',
  },
};
