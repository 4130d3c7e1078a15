import type { Language } from '../../words/language.js';
import type { ShopSource } from '../links/studio-links.js';

/** Every string of the studio's first page. */
export interface StudioWords {
  title: string;
  otherLanguage: string;
  heading: string;
  lead: string;
  preview: string;
  portrait: string;
  landscape: string;
  copy: string;
  copied: string;
  /** Opens the composer. */
  compose: string;
  composing: string;
  composeFailed: string;
  steps: {
    drag: { title: string; text: string; ticket: string; hint: string; already: string };
    deck: { title: string; text: string; open: string; copy: string; dock: string };
    shop: {
      shops: Record<ShopSource, string>;
      /** What the variable is set to, in the words of the shop's own pages. */
      secrets: Record<ShopSource, string>;
    };
  };
  gate: { title: string; text: string; command: string };
  trouble: { waiting: string; key: string; stall: string; down: string };
}

const ZH_CN: StudioWords = {
  title: '工作室',
  otherLanguage: 'English',
  heading: '三步，把摊位搬上直播',
  lead: '商品、价格、库存和订单，实时出现在直播画面上。',
  preview: '观众看到的画面（背景只是示意）',
  portrait: '竖屏 1080×1920',
  landscape: '横屏 1920×1080',
  copy: '复制链接',
  copied: '已复制',
  compose: '自己排画面',
  composing: '正在打开画布…',
  composeFailed: '画布没有打开：看看终端里的 Stallcast 是否还开着，再点一次。',
  steps: {
    drag: {
      title: '选画面，拖进 OBS',
      text: '按住牌子，拖到 OBS 窗口里松手，画面就加好了，背景是透明的。',
      ticket: '按住，拖进 OBS',
      hint: '手机直播用竖屏，电脑横屏直播用横屏。',
      already: '拖不动？在 OBS 里添加“浏览器”来源，粘贴链接，宽和高填上面的数字。',
    },
    deck: {
      title: '打开控台',
      text: '开播时在控台上选讲解哪个商品、改库存、紧急隐藏。',
      open: '在这里打开控台',
      copy: '复制控台链接',
      dock: '放进 OBS：停靠窗口 → 自定义浏览器停靠窗口，粘贴控台链接。链接里有钥匙，只给信得过的人。',
    },
    shop: {
      shops: {
        doudian: '抖店',
        'weixin-shop': '微信小店、视频号小店',
        kuaishou: '快手小店',
        'douyin-life': '抖音来客（门票、团购）',
        woocommerce: 'WooCommerce',
        shopify: 'Shopify',
        stripe: 'Stripe',
        standard: '自己的系统（Standard Webhooks）',
      },
      secrets: {
        doudian: '应用的 App ID、英文冒号、App Secret',
        'weixin-shop': '消息推送的 Token、英文冒号、EncodingAESKey',
        kuaishou: '订阅消息的密钥（MsgSecret）',
        'douyin-life': '应用的 Client Secret',
        woocommerce: 'Webhook 里填的密钥',
        shopify: '应用的 Client Secret',
        stripe: '这个端点的签名密钥（whsec_…）',
        standard: '自己定的密钥（whsec_…）',
      },
    },
  },
  gate: {
    title: '请从终端里的“工作室”链接打开',
    text: '启动 Stallcast 的终端里打印了三条链接。点“工作室”那一条：它带着钥匙，这个页面才知道是您的摊位。',
    command: '链接找不到了？运行这条命令再看一次：',
  },
  trouble: {
    waiting: '正在连接中继…',
    key: '钥匙不对：请重新打开终端里的“工作室”链接。',
    stall: '没有这个摊位：检查链接里的摊位名。',
    down: '连不上中继：看看终端里的 Stallcast 是否还开着，正在重试。',
  },
};

const EN: StudioWords = {
  title: 'Studio',
  otherLanguage: '中文',
  heading: 'Three steps to put the stall on air',
  lead: 'Products, prices, stock and orders, live in the picture.',
  preview: 'What viewers see (the orchard is only a backdrop)',
  portrait: 'Portrait 1080×1920',
  landscape: 'Landscape 1920×1080',
  copy: 'Copy link',
  copied: 'Copied',
  compose: 'Compose it yourself',
  composing: 'Opening the canvas…',
  composeFailed: 'The canvas did not open: is the relay still running in the terminal? Then press it again.',
  steps: {
    drag: {
      title: 'Choose a picture, drag it into OBS',
      text: 'Hold a tag, drag it onto the OBS window and let go: there it is, on a transparent ground.',
      ticket: 'Hold and drag into OBS',
      hint: 'Portrait for phone streams, landscape for wide ones.',
      already:
        'It will not drag? In OBS add a Browser source, paste the link, and set width and height to the figures above.',
    },
    deck: {
      title: 'Open the deck',
      text: 'During the show the deck chooses what is featured, changes stock, and hides everything at one press.',
      open: 'Open the deck here',
      copy: 'Copy the deck link',
      dock: 'Inside OBS: Docks → Custom Browser Docks, paste the deck link. It holds the key: give it only to people you trust.',
    },
    shop: {
      shops: {
        doudian: 'Doudian (Douyin shop)',
        'weixin-shop': 'WeChat shop',
        kuaishou: 'Kuaishou shop',
        'douyin-life': 'Douyin local life (tickets)',
        woocommerce: 'WooCommerce',
        shopify: 'Shopify',
        stripe: 'Stripe',
        standard: 'Your own system (Standard Webhooks)',
      },
      secrets: {
        doudian: 'the app’s App ID, a colon, its App Secret',
        'weixin-shop': 'the message push’s Token, a colon, its EncodingAESKey',
        kuaishou: 'the key of the subscribed messages (MsgSecret)',
        'douyin-life': 'the app’s Client Secret',
        woocommerce: 'the secret entered in the webhook',
        shopify: 'the app’s client secret',
        stripe: 'the endpoint’s signing secret (whsec_…)',
        standard: 'a secret of your own (whsec_…)',
      },
    },
  },
  gate: {
    title: 'Open the studio link from the terminal',
    text: 'The terminal that runs the relay printed three links. Open the one named studio: it carries the key by which this page knows that the stall is yours.',
    command: 'Lost the link? This command shows it again:',
  },
  trouble: {
    waiting: 'Connecting to the relay…',
    key: 'The key was refused: open the studio link from the terminal again.',
    stall: 'There is no such stall: check its name in the link.',
    down: 'The relay cannot be reached: is it still running in the terminal? Trying again.',
  },
};

/** The studio's words in one language. */
export function studioWords(language: Language): StudioWords {
  return language === 'en' ? EN : ZH_CN;
}
