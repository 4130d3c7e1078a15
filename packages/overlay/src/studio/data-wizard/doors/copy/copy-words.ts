import type { Language } from '../../../../words/language.js';
import type { StallTrouble } from '../../copying/read-stall.js';
import type { Doubt, Note, Standing } from '../../copying/compare-products.js';
import type { Field } from '../../copying/differences.js';

/** Every string of the list of what goes into the stall. */
export interface CopyWords {
  title: string;
  reading: string;
  stall: Record<StallTrouble, string>;
  again: string;
  endExample: string;
  endExampleHint: string;
  /** How many are of each standing. */
  count(figures: Record<Standing, number>): string;
  standing: Record<Standing, string>;
  fields: Record<Field, string>;
  nothing: string;
  notes: Record<Note, string>;
  doubt(doubt: Doubt): string;
  clash(linkNo: number, titles: readonly string[]): string;
  link(no: number): string;
  shownOf(shown: number, all: number): string;
  tooMany(most: number): string;
  send(n: number): string;
  nothingToSend: string;
  sending(done: number, of: number): string;
  stuck: string;
  goOn: string;
  moved: string;
  done(n: number): string;
  next: string;
  /** The picture follows something else, so that what was put in is not seen. */
  follows: string;
  refused(title: string, why: string): string;
}

const ZH_CN: CopyWords = {
  title: '和摊位现有的商品比一比',
  reading: '正在读取摊位里的商品…',
  stall: {
    down: '连不上中继：看看终端里的 Stallcast 是否还开着，再试一次。',
    key: '钥匙不对：请重新打开终端里的“工作室”链接。',
    stall: '没有这个摊位：检查链接里的摊位名。',
    'not-a-relay': '这里回答的不是 Stallcast：请重新打开终端里的“工作室”链接。',
  },
  again: '再试一次',
  endExample: '先结束演示，拿走演示商品',
  endExampleHint: '现在摊位里是演示商品。不勾，您的商品会和它们放在一起，画面一直带“演示”两个字。',
  count: ({ new: added, changed, same, unclear }) =>
    [
      added > 0 ? `新商品 ${added} 件` : '',
      changed > 0 ? `有改动 ${changed} 件` : '',
      same > 0 ? `一样 ${same} 件` : '',
      unclear > 0 ? `不清楚 ${unclear} 件` : '',
    ]
      .filter(Boolean)
      .join('，') + '。摊位里别的商品不动。',
  standing: { new: '新', changed: '有改动', same: '一样', unclear: '不清楚' },
  fields: {
    title: '商品名',
    linkNo: '链接号',
    spec: '规格',
    net: '净重',
    picture: '图片',
    unit: '单位',
    low: '低库存',
    price: '价格',
    compareAt: '原价',
    limit: '限购',
    stock: '库存',
    hold: '状态',
  },
  nothing: '（没有）',
  notes: {
    'price-kept-back': '没有价格：先不报价，在控台里开价。',
    'stock-elsewhere': '库存由网店管，不改。',
    'stock-without-number': '没写几件：到控台里报库存。',
    presale: '预售要在控台里设每天做多少。',
    renamed: '链接号一样，名字不一样：是同一件才勾。',
  },
  doubt: ({ code, other }) =>
    code === 'two-rows'
      ? `和“${other}”那一行指的是同一件商品：改名字或链接号。`
      : `摊位里有两件叫“${other}”：先在控台里改名。`,
  clash: (linkNo, titles) => `${linkNo} 号链接会有两件：${titles.slice(0, 3).join('、')}。改链接号，或者不勾其中一件。`,
  link: (no) => `${no}号`,
  shownOf: (shown, all) => `这里只列出前 ${shown} 件，一共 ${all} 件。`,
  tooMany: (most) => `一次最多放 ${most} 件，后面的没有放：删掉今晚不卖的行。`,
  send: (n) => `把 ${n} 件放进摊位`,
  nothingToSend: '没有要放的：都一样，或者没有勾。',
  sending: (done, of) => `正在放：${done} / ${of}`,
  stuck: '中继没有回答，停在这里了。已经放好的不会重复。',
  goOn: '接着放',
  moved: '摊位刚才有变动，和这里显示的不一样了：看一眼新的结果，再点一次。',
  done: (n) => `放好了 ${n} 件。`,
  next: '到控台里点“讲解”，它就上画面。',
  follows: '可是画面现在跟着别处，看不到这些：要看到，就改回自己的摊位。',
  refused: (title, why) => `“${title}”没有放进去：${why}`,
};

const EN: CopyWords = {
  title: 'Beside what the stall has',
  reading: 'Looking at the stall…',
  stall: {
    down: 'The relay cannot be reached: is it still running in the terminal? Then try again.',
    key: 'The key was refused: open the studio link from the terminal again.',
    stall: 'There is no such stall: check its name in the link.',
    'not-a-relay': 'What answers here is no relay: open the studio link from the terminal again.',
  },
  again: 'Try again',
  endExample: 'End the example first and take its products away',
  endExampleHint:
    'The stall has the example’s products. Left unticked, yours stand among them, and the picture bears DEMO.',
  count: ({ new: added, changed, same, unclear }) =>
    [
      added > 0 ? `${added} new` : '',
      changed > 0 ? `${changed} changed` : '',
      same > 0 ? `${same} the same` : '',
      unclear > 0 ? `${unclear} unclear` : '',
    ]
      .filter(Boolean)
      .join(', ') + '. Other products of the stall are left alone.',
  standing: { new: 'new', changed: 'changed', same: 'the same', unclear: 'unclear' },
  fields: {
    title: 'name',
    linkNo: 'link',
    spec: 'spec',
    net: 'net weight',
    picture: 'picture',
    unit: 'unit',
    low: 'low stock',
    price: 'price',
    compareAt: 'usual price',
    limit: 'limit',
    stock: 'stock',
    hold: 'state',
  },
  nothing: '(none)',
  notes: {
    'price-kept-back': 'No price: it is kept back until the deck tells it.',
    'stock-elsewhere': 'The shop counts its stock, which stays.',
    'stock-without-number': 'No number: count the stock in the deck.',
    presale: 'For a presale the deck asks how many are made a day.',
    renamed: 'The link number is the same, the name is not: tick it if it is the same product.',
  },
  doubt: ({ code, other }) =>
    code === 'two-rows'
      ? `It means the same product as the row “${other}”: change its name or link number.`
      : `The stall has two products called “${other}”: rename one in the deck first.`,
  clash: (linkNo, titles) =>
    `Two products would have the link number ${linkNo}: ${titles.slice(0, 3).join(', ')}. Change it, or untick one.`,
  link: (no) => `No. ${no}`,
  shownOf: (shown, all) => `Listed are the first ${shown} of ${all}.`,
  tooMany: (most) => `At most ${most} go in at once, the rest was left out: delete what is not sold tonight.`,
  send: (n) => `Put ${n} ${n === 1 ? 'product' : 'products'} into the stall`,
  nothingToSend: 'Nothing to put in: all are the same, or none is ticked.',
  sending: (done, of) => `Putting in: ${done} of ${of}`,
  stuck: 'The relay does not answer, it stopped here. What is in is not put in twice.',
  goOn: 'Go on',
  moved: 'The stall changed meanwhile and is not as shown: look at what is new, and press again.',
  done: (n) => `${n} ${n === 1 ? 'product is' : 'products are'} in.`,
  next: 'Press “Feature” in the deck, and it is on the picture.',
  follows: 'But the picture follows something else and does not show them: go back to your own stall to see them.',
  refused: (title, why) => `“${title}” was not taken: ${why}`,
};

/** The list's words in one language. */
export function copyWords(language: Language): CopyWords {
  return language === 'en' ? EN : ZH_CN;
}
