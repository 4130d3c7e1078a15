import type { Language } from '../../words/language.js';

/** The words of the looks that a host chooses from. */
export interface LooksWords {
  title: string;
  lead: string;
  usual: string;
  themes: string;
  /** The scene's own theme. */
  asMade: string;
  own: string;
  untitled: string;
  opening: string;
  failed: string;
  again: string;
  situations: Readonly<Record<'orchard' | 'workshop' | 'county' | 'rooms' | 'tickets', string>>;
}

const ZH_CN: LooksWords = {
  title: '先选一个样子',
  lead: '点一张图，画面马上就换，下面的牌子也跟着换。',
  usual: '只要商品卡',
  themes: '换颜色',
  asMade: '原配',
  own: '我的',
  untitled: '我的画面',
  opening: '正在准备样子…',
  failed: '样子没有打开：看看终端里的 Stallcast 是否还开着。',
  again: '再试一次',
  situations: {
    orchard: '果园开卖',
    workshop: '作坊预售',
    county: '全县目标',
    rooms: '几个直播间',
    tickets: '农场门票',
  },
};

const EN: LooksWords = {
  title: 'Choose a look',
  lead: 'Click a picture: it is shown at once, and the tags bring it.',
  usual: 'Card only',
  themes: 'Colours',
  asMade: 'As made',
  own: 'Mine',
  untitled: 'My scene',
  opening: 'Getting the looks ready…',
  failed: 'The looks could not be opened: is Stallcast still running in the terminal?',
  again: 'Try again',
  situations: { orchard: 'Orchard', workshop: 'Workshop', county: 'County', rooms: 'Rooms', tickets: 'Tickets' },
};

/** The words of the looks in one language. */
export function looksWords(language: Language): LooksWords {
  return language === 'en' ? EN : ZH_CN;
}
