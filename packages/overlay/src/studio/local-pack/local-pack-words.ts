import type { Language } from '../../words/language.js';

/** Every string of the local pack's download. */
export interface LocalPackWords {
  title: string;
  text: string;
  /** Above what is in the pack. */
  holds: string;
  scene: Record<'portrait' | 'landscape', (what: string) => string>;
  own: string;
  starting: string;
  usual: string;
  goods(count: number): string;
  goodsHint: string;
  download: string;
  making: string;
  done: string;
  next: readonly [string, string, string];
  failed: string;
}

const ZH_CN: LocalPackWords = {
  title: '没有网络：下载本地包',
  text: '一个压缩包，不用服务器，不用上网：画面、控台和图解都在里面。数据存在那台电脑的 OBS 里，和这里是分开的两本账。',
  holds: '包里带着：',
  scene: { portrait: (what) => `竖屏：${what}`, landscape: (what) => `横屏：${what}` },
  own: '您排的画面',
  starting: '选好的样子',
  usual: '平常的画面',
  goods: (count) => `把 ${count} 个商品的名字、图片和价格也带上`,
  goodsHint: '不带库存：到那边要重新点数，没点过的不会显示数字。',
  download: '下载本地包',
  making: '正在打包…',
  done: '已经下载：stallcast-local-pack.zip。接下来：',
  next: ['拷到要开播的电脑上，右键 → 全部解压缩。', '打开里面的“读我-START-HERE.html”。', '照着图做五步，就能开播。'],
  failed: '没有下载成功。看看 Stallcast 还开着没有，再按一次。',
};

const EN: LocalPackWords = {
  title: 'Without a network: download the local pack',
  text: 'One zip, with no server and no internet: the picture, the deck and a picture guide. It keeps its data in the OBS of that computer, in a ledger of its own.',
  holds: 'It brings:',
  scene: { portrait: (what) => `Portrait: ${what}`, landscape: (what) => `Landscape: ${what}` },
  own: 'the picture you composed',
  starting: 'the look you chose',
  usual: 'the usual picture',
  goods: (count) => `Bring the name, picture and price of ${count === 1 ? '1 product' : `${count} products`} as well`,
  goodsHint: 'Without stock: count it again over there. What was not counted shows no number.',
  download: 'Download the local pack',
  making: 'Packing…',
  done: 'Downloaded: stallcast-local-pack.zip. Next:',
  next: [
    'Copy it to the computer that streams, and right-click → Extract All.',
    'Open “读我-START-HERE.html” in the new folder.',
    'Follow its five pictures, and you are on air.',
  ],
  failed: 'It was not downloaded. See whether Stallcast is still running, and press again.',
};

/** The words of the local pack's download in one language. */
export function localPackWords(language: Language): LocalPackWords {
  return language === 'en' ? EN : ZH_CN;
}
