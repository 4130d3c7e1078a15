import type { CompareBasis, SaleUnit, Share } from '@stallcast/protocol';

const UNITS: Readonly<Record<SaleUnit, string>> = {
  piece: '件',
  portion: '份',
  box: '箱',
  jar: '罐',
  bag: '包',
  ticket: '张',
};

const COMPARE: Readonly<Record<CompareBasis, string>> = {
  'lowest-30d': '30天最低',
  list: '标价',
  market: '市场价',
  usual: '日常价',
};

/** A span of time in its largest unit, rounded down. */
function span(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} 秒`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分钟`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} 小时`;
  return `${Math.floor(seconds / 86_400)} 天`;
}

/*
 * Every word that the widgets say, in Chinese: a part for each widget, so that a page carries those alone that it shows.
 * The other languages have the same parts with the same keys, or they do not compile.
 */

/** What several widgets say: marks, units, amounts of money, what an offer is. */
export const common = {
  language: 'zh-CN' as 'zh-CN' | 'en',
  demo: '演示',
  span,
  ago: (ms: number) => `${span(ms)}前`,
  dataAge: (ms: number) => `数据 ${span(ms)}前`,
  offlineFor: (ms: number) => `断线 ${span(ms)}`,
  linkNo: (no: number) => `${no}号链接`,
  featured: '讲解中',
  flashPrice: '限时价',
  presale: '预售',
  shipsBy: (date: string) => `${date}前发货`,
  paused: '暂停',
  priceHidden: '待开价',
  price: '价格',
  compare: (basis: CompareBasis) => COMPARE[basis],
  per: { jin: '斤', kg: '公斤', l: '升' } as Readonly<Record<'jin' | 'kg' | 'l', string>>,
  unit: (unit: SaleUnit) => UNITS[unit],
  reading: '正在读取',
  lowWord: '紧张',
  gone: '已抢光',
  /** How a count too long for its place is cut. */
  large: { per: 10_000, suffix: '万+' },
  goalLost: { refunded: '退款', cancelled: '取消', both: '退单' },
};

/** Product card, price, promises and countdown. */
export const card = {
  linkWord: '号链接',
  flashLeft: '还剩',
  soldOut: '已抢光',
  shipWithin: (hours: number) => `${hours}小时发货`,
  badFruit: (ratioBps: number) => (ratioBps >= 10_000 ? '坏果包赔' : `坏果赔${Math.floor(ratioBps / 100)}%`),
  returnWithin: (days: number) => `${days}天退换`,
  details: '产品详情',
  countdown: '倒计时',
  /** After what is counted. */
  counted: {
    none: '',
    before: '距开始',
    running: '还剩',
    'last-ten': '还剩',
    over: '已结束',
    'stock-gone': '已抢光',
  } as Readonly<Record<'none' | 'before' | 'running' | 'last-ten' | 'over' | 'stock-gone', string>>,
  cutOff: (time: string) => `${time}前拍，今天发`,
  cutOffNear: (minutes: number) => `${minutes}分钟内拍，今天发`,
  cutOffPast: '现在拍，明天发',
};

/** Stock counter. */
export const stock = {
  /** After a count of what is left, where that is the point: 仅剩 12 件, only 12 left. */
  leftUnit: (unit: SaleUnit) => UNITS[unit],
  stock: '库存',
  left: '还有',
  onlyLeft: '仅剩',
  lastOne: '最后',
  available: '可拍',
  manual: '主播报数',
  leftAgo: (ago: string) => `${ago}剩`,
  leftAt: (time: string) => `${time} 时剩`,
  inStockWord: '有货',
  noCount: '店铺未报数',
  awaitPayment: (count: number, unit: string) => [`${count} ${unit}待付款`, '可能放出'],
  sold: '已售',
  capacity: '每日产能',
  preorder: '可预订',
  queued: (count: number, unit: string) => `已订 ${count} ${unit}`,
  pausedCap: '暂停拍下',
  pausedSub: '等主播恢复',
  /** The strokes by which five are counted, in a box of 38 × 40. */
  tally: ['M4 5H34', 'M19 5V35', 'M19 19H31', 'M8 17V35', 'M2 35H36'],
};

/** Order ticker. */
export const ticker = {
  orderSeal: '单',
  orderSpine: '新订单',
  ordersLabel: '最新订单',
  justBought: '刚刚拍下',
  bought: '拍下',
  justNow: '刚刚',
  orderQty: (count: number, unit: SaleUnit) => `${count} ${UNITS[unit]}`,
  moreOrders: (_count: number) => '单',
  orderCancelled: '已取消',
  orderRefunded: '已退款',
  stockBack: { before: '库存', after: '' },
  /** Where an order comes from: the name of a region without its rank, and as the shop wrote it. */
  region: (short: string, _name: string) => short,
};

/** Announcement. */
export const announcement = {
  announcement: '公告',
  /** In the seal; empty where a picture stands for it. */
  announcementSeal: '公告',
};

/** Legal line. */
export const legal = {
  soldBy: '经营者',
  licence: (number: string) => `执照 ${number}`,
  licenceOnPage: '执照见店铺页',
  pageCounts: '价格库存以商品页为准',
};

/** QR code. */
export const qr = {
  scanForShop: '扫码看店铺',
  codeFor: (host: string) => `二维码，指向 ${host}`,
};

/** Shelf. */
export const shelf = {
  shelf: '今日货架',
  shelfMore: (count: number) => `还有 ${count} 款`,
  upNext: '接下来',
  shortStock: (kind: 'ample' | 'low' | 'last' | 'at-least' | 'manual' | 'old', count: string, unit: string) =>
    `${{ ample: '还有', low: '仅剩', last: '最后', 'at-least': '可拍', manual: '主播报', old: '当时剩' }[kind]} ${count} ${unit}`,
  inStock: '有货',
  stockLow: '库存紧张',
  allReserved: '拍完待付',
};

/** Sales chart. */
export const chart = {
  ordersTonight: '今晚订单',
  netTonight: '今晚净销售额',
  orderWord: (_count: number) => '单',
  orderCount: (count: number) => `${count} 单`,
  crateIs: (amount: string) => `一筐 = ${amount}`,
  noOrdersYet: '还没有订单',
  chartSummary: (span: string, orders: string, net: string) => `${span}，共 ${orders}，净额 ${net}。`,
  chartTable: '各时段销售',
};

/** Status and its doctor. */
export const status = {
  lineState: {
    none: '没有连接',
    waiting: '正在连接',
    live: '数据正常',
    stale: '数据旧了',
    offline: '断线',
  } as Readonly<Record<'none' | 'waiting' | 'live' | 'stale' | 'offline', string>>,
  allWell: '一切正常。还是看不到，就检查 OBS 里这个来源的大小和位置。',
  said: (message: string) => `（${message}）`,
  doctor: {
    'no-room-element': '组件不在直播间里：把它放进 <stall-room>。',
    'no-source': '还没有连接数据：给 <stall-room> 写上 src，例如 local:peaches。',
    'no-adapter': '不认识这个数据连接：检查 src 开头的名字，或引入缺少的适配器。',
    'refused-key': '密钥不对：从控台重新复制完整的链接，连同 # 后面的部分。',
    'not-found': '没有这个摊位：检查链接里摊位的名字。',
    unreachable: '连不上中继：检查它是否开着、地址和网络对不对。会一直重试。',
    fault: '数据连接出了问题，会一直重试。',
    waiting: '正在等第一份数据。一直这样就检查中继和网络。',
    'room-unknown': '没有这个直播间：检查 room 的名字，或在控台里添加。',
    'room-unnamed': '没有指明有效的直播间：用 room 写上其中一个的名字。',
    panic: '控台按了紧急收起，什么都不显示：在控台里解除。',
    'no-commerce': '这个直播间不卖货，卖货的组件都不显示。',
    'product-unknown': '没有这个商品：检查 product-id，或在控台里添加。',
    'nothing-featured': '没有正在讲解的商品：在控台里点一个。',
    'data-old': '数据旧了，显示的是最后知道的。检查网络和中继。',
  },
};

/** Amounts cut to a larger unit, the largest first. */
export const amounts = {
  compact: [
    { from: 100_000_000, per: 100_000_000, suffix: '亿' },
    { from: 100_000, per: 10_000, suffix: '万' },
  ] as readonly { from: number; per: number; suffix: string }[],
};

/** Goal. */
export const goal = {
  goal: '今晚目标',
  goalReached: '已达成',
  goalShare: (percent: number) => `完成 ${percent}%`,
  goalOrders: (text: string, _count: number) => `${text} 单`,
  goalUnits: (text: string, _count: number) => `${text} 件`,
  massUnit: { grams: 500, unit: ' 斤' },
};

/** Farmers’ share. */
export const share = {
  shareOf: (basis: Share['basis']): string => (basis === 'profit' ? '利润' : '销售额'),
  shareTo: (to: string) => `归${to}`,
  /** Between what is shared and to whom, on one line. */
  shareGap: '',
  asOf: (date: string) => `截至 ${date}`,
};

/** Origin. */
export const origin = {
  originWord: '产地',
  sampled: (count: number) => `抽样 ${count} 件`,
  harvested: (date: string) => `${date}采摘`,
  lot: (lot: string) => `批次 ${lot}`,
  papers: '检验与证书',
  validUntil: (date: string) => `至 ${date}`,
  expired: '已过期',
};

/** Presale. */
export const presale = {
  /** Around the day on a leaf: 7月 · 3 日前发货, ships by 3 July. */
  leafHead: (month: string) => month,
  leafBefore: '',
  leafAfter: (_month: string) => '日前\n发货',
  inQueue: (count: string, unit: string) => `已订 ${count} ${unit}`,
  madeADay: (count: string, unit: string) => `日产 ${count} ${unit}`,
};

/** Tickets. */
export const tickets = {
  visits: '农场预约',
  slotsLeft: '位可约',
  dayOpen: '可约',
  dayFull: '约满',
  allFull: '全部约满',
  moreDays: (count: number) => `还有 ${count} 天可看`,
};

/** Prompter. */
export const prompter = {
  notForAir: '只给主播看，不上播出画面',
  waiting: '等数据',
  nowShown: '正在讲',
  nothingShown: '现在没有讲解商品',
  upNextRow: '下一个',
  messages: '场控说',
  runningLow: '快没了',
  cancelledRows: '退单',
  minded: '留意',
  allWell: '没有要留意的事',
  moreRows: (count: number) => `还有 ${count} 条`,
  linkShort: (no: number) => `${no}号`,
  cancelReason: {
    'unpaid-timeout': '没付款',
    buyer: '买家取消',
    oversell: '卖超了',
    capacity: '做不过来',
    quality: '品质问题',
    weather: '天气',
    other: '其他',
  } as Readonly<Record<string, string>>,
  refundedRow: '已退款',
  alertOversold: (title: string, count: number) => `${title} 多卖了 ${count} 件：先别再推`,
  alertOrder: { unlisted: '有订单的商品不在货架上', currency: '有订单用了别的币种', unusual: '有订单状态异常' },
  alertWrongSide: (title: string) => `${title} 的库存由店铺管，改库存没有生效`,
};
