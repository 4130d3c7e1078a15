import type { Language } from '../../../../words/language.js';
import type { ShopSource } from '../../../links/studio-links.js';
import type { SourceStatus, ToldPull } from './source-status.js';

/** Every string of the door for shops. */
export interface ShopWords {
  lead: string;
  /** What a shop's messages bring, and what they do not. */
  facts: Record<ShopSource, string>;
  sampled: string;
  /** How far a shop is, in a word or two. */
  chip(status: SourceStatus | null): string;
  /** The same in a sentence that says what to do. */
  status(status: SourceStatus, language: Language): string;
  unlisted(n: number): string;
  address: string;
  topics: Partial<Record<ShopSource, string>>;
  secret: string;
  copy: string;
  copied: string;
  local: string;
  trouble: Record<'down' | 'key' | 'older', string>;
  pulls: string;
  pull(pull: ToldPull, at: string, language: Language): string;
  noPulls: string;
  storefront: {
    title: string;
    lead: string;
    shop: string;
    token: string;
    tokenHint: string;
    ask: string;
    asking: string;
    found(n: number, withStock: number): string;
  };
}

const zhAge = (seconds: number): string =>
  seconds < 60
    ? `${seconds} 秒前`
    : seconds < 3_600
      ? `${Math.floor(seconds / 60)} 分钟前`
      : `${Math.floor(seconds / 3_600)} 小时前`;
const enAge = (seconds: number): string =>
  seconds < 60
    ? `${seconds} s ago`
    : seconds < 3_600
      ? `${Math.floor(seconds / 60)} min ago`
      : `${Math.floor(seconds / 3_600)} h ago`;
const ageOf = (time: string, at: string): number =>
  Math.max(0, Math.round((Date.parse(at) - Date.parse(time)) / 1_000));
/** What a shop says may end with a full stop of its own. */
const withoutStop = (text: string): string => text.replace(/[.。]$/, '');

const ZH_CN: ShopWords = {
  lead: '选一家，照着填。填好在店里下一单试试，收到没有，这里马上看得到。',
  facts: {
    doudian: '能：有人下单、付款、退款，画面马上知道。不能：抖店不说买的是哪一件，库存要在控台里减。',
    'weixin-shop':
      '能：下单、付款、取消。买的是哪一件，要另外设 STALLCAST_DETAIL_WEIXIN_SHOP_KEY 才知道；不设，库存在控台里减。',
    kuaishou: '能：有人下单、付款，画面马上知道。不能：快手不说买的是哪一件，库存要在控台里减。',
    'douyin-life': '能：门票、团购卖出和退款，带金额。不能：抖音来客不说是哪一种票，名额要在控台里减。',
    woocommerce: '能：整张订单和库存，自动扣。订单可能晚几分钟到，网店自己在排队。',
    shopify: '能：整张订单和库存，自动扣。每种通知在 Shopify 里各加一条。',
    stripe: '能：付款金额和省份。买的是哪一件，要另外设 STALLCAST_DETAIL_STRIPE_KEY 才知道。',
    standard: '能：您自己的系统可以发控台的每一个命令。',
  },
  sampled: '照平台公开的样例做的，还没接过真店：开播前一定先试一单。',
  chip: (status) => {
    switch (status?.kind) {
      case undefined:
        return '';
      case 'no-secret':
        return '没设密钥';
      case 'waiting':
        return '等第一条';
      case 'pinged':
        return '地址通了';
      case 'refused':
        return `${zhAge(status.seconds)}拒绝`;
      case 'received':
        return `${zhAge(status.seconds)}收到`;
    }
  },
  status: (status, language) => {
    switch (status.kind) {
      case 'no-secret':
        return '还没有设密钥：照第 2 步设好，重新启动 Stallcast。';
      case 'waiting':
        return '正在等第一条消息…去店里下一单试试。';
      case 'pinged':
        return `网店${zhAge(status.seconds)}来看过，地址是通的。正在等第一张订单…`;
      case 'refused':
        return `${zhAge(status.seconds)}来的一条没有收：${status.why[language]}`;
      case 'received':
        return `接上了：${zhAge(status.seconds)}收到，一共 ${status.taken} 条。`;
    }
  },
  unlisted: (n) => `有 ${n} 张订单不知道是哪件商品：在控台里点那件商品 →“名称、价格、店铺编号”，填上网店的商品编号。`,
  address: '把这个地址填到网店的 Webhook（消息推送）里：',
  topics: {
    woocommerce: '主题选“订单已创建”“订单已更新”；库存由网店管的，再加“产品已更新”。',
    shopify: '通知选 orders/create、orders/updated，格式 JSON；库存由网店管的，再加 inventory_levels/update。',
    'weixin-shop': '数据格式选 JSON，加密方式选“安全模式”。',
  },
  secret: '停下 Stallcast（Ctrl+C），带上密钥重新启动。密钥是：',
  copy: '复制',
  copied: '已复制',
  local:
    '网店在外网，送不到这台电脑（这个地址只有自己人连得上）。WooCommerce 和 Shopify 可以改成让 Stallcast 自己去取，见下面；别的要请懂网络的人开一条隧道，或者放到云服务器上。',
  trouble: {
    down: '连不上中继：看看终端里的 Stallcast 是否还开着，正在重试。',
    key: '钥匙不对：请重新打开终端里的“工作室”链接。',
    older: '这个中继是旧版，不会说网店接上没有：更新 Stallcast 就能看到。',
  },
  pulls: 'Stallcast 自己去取（不用隧道）',
  pull: ({ source, shop, everyMs, lastOkAt, fault }, at, language) =>
    fault
      ? `${source} · ${shop}：取不到，${withoutStop(fault.message[language])}。${lastOkAt ? `上一次取到是${zhAge(ageOf(lastOkAt, at))}。` : ''}会自己再试。`
      : lastOkAt
        ? `${source} · ${shop}：通了，每 ${everyMs / 1_000} 秒取一次，上一次${zhAge(ageOf(lastOkAt, at))}。`
        : `${source} · ${shop}：正在取第一次…`,
  noPulls:
    '还没有设。WooCommerce 设 STALLCAST_PULL_WOOCOMMERCE、…_KEY、…_SECRET，Shopify 设 STALLCAST_PULL_SHOPIFY、…_TOKEN，再启动；步骤在 docs/host 里。',
  storefront: {
    title: '只看 Shopify 的商品和库存',
    lead: '不接订单，只用店里公开的商品、价格和库存。',
    shop: '商店域名',
    token: '公开令牌（可以不填）',
    tokenHint: '不填就没有库存数字，只有“有货”“售罄”。后台令牌不要填。',
    ask: '试一试',
    asking: '正在连接…',
    found: (n, withStock) => `连上了：${n} 件商品，${withStock} 件有库存数字。`,
  },
};

const EN: ShopWords = {
  lead: 'Choose one and fill in what it says. Then place an order in the shop: whether it came is seen here at once.',
  facts: {
    doudian:
      'Tells at once that somebody ordered, paid or was refunded. Does not tell what was bought: take it off in the deck.',
    'weixin-shop':
      'Tells of orders, payments and cancellations. What was bought needs STALLCAST_DETAIL_WEIXIN_SHOP_KEY as well; without it, take it off in the deck.',
    kuaishou: 'Tells at once that somebody ordered or paid. Does not tell what was bought: take it off in the deck.',
    'douyin-life':
      'Tells of tickets sold and refunded, with the amount. Does not tell which: take the slot off in the deck.',
    woocommerce: 'Tells the whole order and the stock. An order may come minutes late, since the shop queues them.',
    shopify: 'Tells the whole order and the stock. Each topic is a webhook of its own in Shopify.',
    stripe: 'Tells the amount and the province. What was bought needs STALLCAST_DETAIL_STRIPE_KEY as well.',
    standard: 'Your own system may send every command of the deck.',
  },
  sampled: 'Built after the platform’s published samples, and never met a live shop: try one order before the show.',
  chip: (status) => {
    switch (status?.kind) {
      case undefined:
        return '';
      case 'no-secret':
        return 'no secret';
      case 'waiting':
        return 'waiting';
      case 'pinged':
        return 'reached';
      case 'refused':
        return `refused ${enAge(status.seconds)}`;
      case 'received':
        return `received ${enAge(status.seconds)}`;
    }
  },
  status: (status, language) => {
    switch (status.kind) {
      case 'no-secret':
        return 'Its secret is not set: do step 2, and start Stallcast again.';
      case 'waiting':
        return 'Waiting for the first message… Place an order in the shop.';
      case 'pinged':
        return `The shop looked at this address ${enAge(status.seconds)} and found it. Waiting for the first order…`;
      case 'refused':
        return `A message of ${enAge(status.seconds)} was refused: ${status.why[language]}`;
      case 'received':
        return `Connected: received ${enAge(status.seconds)}, ${status.taken} in all.`;
    }
  },
  unlisted: (n) =>
    `${n} ${n === 1 ? 'order is' : 'orders are'} for products that are not known here: press the product in the deck → “Name, price, shop number”, and fill in the shop’s product id.`,
  address: 'Enter this address as a webhook in the shop:',
  topics: {
    woocommerce: 'Topics: Order created, Order updated; where the shop counts the stock, Product updated as well.',
    shopify:
      'Topics: orders/create, orders/updated, as JSON; where the shop counts the stock, inventory_levels/update as well.',
    'weixin-shop': 'Choose JSON and the safe mode.',
  },
  secret: 'Stop Stallcast (Ctrl+C) and start it again with the secret, which is',
  copy: 'Copy',
  copied: 'Copied',
  local:
    'A shop on the internet does not reach this computer at this address. With WooCommerce and Shopify, Stallcast can fetch the orders itself, see below; other shops need a tunnel or a server in the cloud.',
  trouble: {
    down: 'The relay cannot be reached: is it still running in the terminal? Trying again.',
    key: 'The key was refused: open the studio link from the terminal again.',
    older: 'This relay is of an older version, which does not tell whether a shop is connected: update it.',
  },
  pulls: 'Let Stallcast fetch (no tunnel)',
  pull: ({ source, shop, everyMs, lastOkAt, fault }, at, language) =>
    fault
      ? `${source} · ${shop}: fetching fails, ${withoutStop(fault.message[language])}. ${lastOkAt ? `It last worked ${enAge(ageOf(lastOkAt, at))}. ` : ''}It tries again.`
      : lastOkAt
        ? `${source} · ${shop}: works, every ${everyMs / 1_000} s, last ${enAge(ageOf(lastOkAt, at))}.`
        : `${source} · ${shop}: fetching for the first time…`,
  noPulls:
    'Not set. For WooCommerce set STALLCAST_PULL_WOOCOMMERCE, …_KEY and …_SECRET, for Shopify STALLCAST_PULL_SHOPIFY and …_TOKEN, then start; docs/host has the steps.',
  storefront: {
    title: 'Shopify’s products and stock alone',
    lead: 'Without orders: what the shop shows to everyone, with prices and stock.',
    shop: 'The shop’s domain',
    token: 'Public token (may be left out)',
    tokenHint: 'Without it there is no stock figure, only in stock or sold out. Never an admin token.',
    ask: 'Try it',
    asking: 'Connecting…',
    found: (n, withStock) => `Connected: ${n} ${n === 1 ? 'product' : 'products'}, ${withStock} with a stock figure.`,
  },
};

/** The door's words in one language. */
export function shopWords(language: Language): ShopWords {
  return language === 'en' ? EN : ZH_CN;
}
