import { exampleCommands } from '@stallcast/ledger/example';
import type { ReplayLine } from './replay-line.js';

/** Where the drawings of the example's products are. */
export interface OrchardOptions {
  /** @default '/pictures' on a page that was served, './pictures' beside a local file */
  pictureBase?: string;
}

/**
 * The ready evening: a minute and a half at the orchard stall, made up and marked so.
 *
 * Orders trickle and surge; the pepper sells out; the cabbage's price is kept back and then told; two orders are cancelled and give
 * their boxes back; the noodles pause; bruised peaches are taken off the count.
 */
export function orchardEvening({ pictureBase = defaultPictureBase() }: OrchardOptions = {}): ReplayLine[] {
  const setUp = exampleCommands({ pictureBase }).map((command): ReplayLine => ({ at: 0, command }));
  const orders = ORDERS.flatMap((rows) => rows.split(';')).map(orderLine);
  return [...setUp, ...orders, ...MOMENTS].sort((a, b) => a.at - b.at);
}

/** When the evening is over, ms. */
export const ORCHARD_ENDS_MS = 92_000;

const MOMENTS: ReplayLine[] = [
  { at: 6_000, command: { type: 'announce', text: '今晚现摘现发，坏果包赔' } },
  { at: 15_500, command: { type: 'feature', productIds: ['pepper'] } },
  { at: 30_000, command: { type: 'feature', productIds: ['watermelon', 'noodles'] } },
  { at: 33_000, command: { type: 'hide-price', productId: 'cabbage' } },
  { at: 36_000, command: { type: 'feature', productIds: ['cabbage', 'peach'] } },
  {
    at: 41_000,
    command: { type: 'open-price', productId: 'cabbage', price: { minor: 1_990, currency: 'CNY', exponent: 2 } },
  },
  { at: 52_000, command: { type: 'cancel-order', orderId: 'evening-20', reason: 'buyer' } },
  { at: 54_000, command: { type: 'cancel-order', orderId: 'evening-50', reason: 'buyer' } },
  { at: 56_000, command: { type: 'pause', productId: 'noodles' } },
  { at: 60_000, command: { type: 'adjust-stock', productId: 'peach', delta: -6, reason: 'damaged' } },
  { at: 62_000, command: { type: 'resume', productId: 'noodles' } },
  { at: 66_500, command: { type: 'feature', productIds: ['peach', 'watermelon', 'ginseng'] } },
  { at: 80_000, command: { type: 'clear-announcement' } },
  { at: 82_000, command: { type: 'sold-out', productId: 'cabbage' } },
  { at: 84_000, command: { type: 'feature', productIds: ['peach'] } },
];

const FEN: Readonly<Record<string, number>> = {
  peach: 3_990,
  pepper: 5_800,
  watermelon: 1_990,
  noodles: 2_680,
  cabbage: 1_990,
  ginseng: 29_800,
};

function orderLine(row: string, index: number): ReplayLine {
  const [at = '', productId = '', pieces = '', mask = '', province = ''] = row.split(' ');
  const qty = Number(pieces);
  const amount = { minor: (FEN[productId] ?? 0) * qty, currency: 'CNY', exponent: 2 as const };
  return {
    at: Number(at),
    command: {
      type: 'record-order',
      order: {
        orderId: `evening-${index + 1}`,
        status: 'paid',
        lines: [{ productId, qty, amount }],
        total: amount,
        buyer: { mask },
        region: { level: 'province', name: province },
      },
    },
  };
}

function defaultPictureBase(): string {
  const { protocol = 'http:', host = '' } = globalThis.location ?? {};
  // OBS serves a local file from this host.
  return protocol === 'file:' || host === 'absolute' ? './pictures' : '/pictures';
}

/** When (ms), what, how many pieces, by whom (masked), from where. */
const ORDERS = [
  '1500 peach 1 王** 上海;2843 noodles 2 吴* 江苏;5096 watermelon 1 吴* 上海;6465 watermelon 1 罗* 四川;8593 peach 1 赵* 吉林',
  '10644 peach 2 孙** 吉林;13041 peach 2 阿** 上海;14524 peach 1 刘** 新疆;17000 pepper 1 王** 河南;18900 pepper 2 赵* 江苏',
  '19800 peach 1 朴* 吉林;21000 pepper 1 罗* 吉林;22800 pepper 1 林** 浙江;23600 peach 1 黄* 河南;24500 pepper 1 张** 吉林',
  '26200 pepper 1 宋** 吉林;27300 peach 1 赵* 安徽;28400 pepper 1 吴* 上海;30500 noodles 1 李* 新疆;32088 noodles 1 陈* 湖北',
  '33921 watermelon 1 吴* 山东;35388 noodles 1 宋** 四川;37195 watermelon 1 刘** 浙江;39784 noodles 1 王** 广东',
  '42000 peach 1 林** 山东;42086 peach 1 周** 山东;42214 peach 1 罗* 吉林;42347 cabbage 1 何* 浙江;42428 peach 2 阿** 福建',
  '42526 peach 1 何* 新疆;42636 peach 1 罗* 上海;42784 cabbage 1 刘** 湖北;42870 cabbage 1 杨* 江苏;43015 cabbage 1 罗* 吉林',
  '43131 peach 1 欧** 安徽;43255 peach 2 周** 福建;43391 cabbage 1 赵* 福建;43485 peach 2 张** 江苏;43633 peach 1 吴* 广东',
  '43714 cabbage 1 李* 上海;43778 cabbage 1 朴* 广东;43841 cabbage 2 吴* 浙江;43982 cabbage 1 陈* 吉林;44072 cabbage 1 杨* 安徽',
  '44139 cabbage 1 王** 湖北;44273 cabbage 1 郑** 江苏;44385 cabbage 1 陈* 福建;44476 cabbage 1 陈* 江苏',
  '44611 cabbage 1 罗* 山东;44754 peach 1 罗* 福建;44834 peach 1 张** 四川;44909 cabbage 1 周** 河南;45016 peach 1 黄* 浙江',
  '45162 peach 1 周** 吉林;45265 peach 2 黄* 浙江;45395 cabbage 2 李* 吉林;45491 cabbage 1 罗* 山东;45560 cabbage 1 赵* 上海',
  '45637 peach 2 李* 福建;45787 peach 1 李* 上海;45847 cabbage 1 王** 广东;45967 cabbage 1 吴* 江苏;46049 peach 2 朴* 安徽',
  '46158 cabbage 1 周** 安徽;46262 peach 1 朴* 浙江;46337 cabbage 1 阿** 安徽;46434 cabbage 2 朴* 新疆;46505 peach 1 吴* 上海',
  '46645 peach 1 欧** 上海;46723 cabbage 1 阿** 新疆;46815 cabbage 2 黄* 吉林;46911 peach 1 刘** 上海;46988 cabbage 2 赵* 安徽',
  '47063 peach 1 林** 江苏;47198 cabbage 1 朴* 新疆;47325 peach 2 梁** 福建;47463 cabbage 1 郑** 浙江;47608 cabbage 1 王** 江苏',
  '47687 peach 1 何* 福建;47791 cabbage 1 吴* 广东;47889 cabbage 1 朴* 江苏;49500 peach 1 吴* 河南;51536 watermelon 1 罗* 安徽',
  '53752 watermelon 1 李* 广东;55980 watermelon 1 孙** 四川;58307 watermelon 1 宋** 河南;60576 peach 1 刘** 江苏',
  '62559 watermelon 1 林** 河南;64472 cabbage 1 陈* 河南;65857 cabbage 1 陈* 浙江;67000 watermelon 1 陈* 湖北',
  '67978 watermelon 1 吴* 安徽;68581 peach 1 吴* 新疆;69680 ginseng 2 朴* 新疆;70327 peach 1 李* 广东;70955 noodles 1 周** 浙江',
  '71953 noodles 2 欧** 广东;72886 ginseng 2 周** 福建;73632 peach 1 朴* 江苏;74430 peach 2 郑** 河南;74955 peach 2 黄* 河南',
  '75917 noodles 1 宋** 广东;76651 watermelon 1 阿** 福建;77732 peach 1 杨* 湖北;78597 ginseng 2 孙** 广东',
  '80000 noodles 1 郑** 山东;81978 peach 1 梁** 上海;83360 peach 1 梁** 四川;85159 watermelon 1 梁** 新疆',
  '87496 watermelon 2 林** 河南',
];
