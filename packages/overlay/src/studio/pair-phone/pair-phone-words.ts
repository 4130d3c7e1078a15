import type { Language } from '../../words/language.js';

type Said<A extends readonly unknown[]> = (...args: A) => string;

/** Every string of the pairing of phones. */
export interface PairPhoneWords {
  title: string;
  text: string;
  pair: string;
  close: string;
  /** The names that phones get. */
  phone: Said<[n: number]>;
  /** The relay is closed to the local network: what to do, step by step. */
  closed: { title: string; steps: readonly string[]; copy: string; copied: string; waiting: string };
  noNetwork: string;
  down: string;
  /** After the code: it appears by itself. */
  scanning: string;
  joined: Said<[name: string]>;
  /** The key of the code was taken back, or given way to another, before a phone came. */
  gone: string;
  /** The page's own key was given to it. */
  mayNotGive: string;
  list: string;
  connected: string;
  used: Said<[age: string]>;
  neverUsed: string;
  thisOne: string;
  revoke: string;
  sure: Said<[name: string]>;
  yes: string;
  no: string;
  revoked: Said<[name: string]>;
  failed: string;
  age: { seconds: Said<[n: number]>; minutes: Said<[n: number]>; hours: Said<[n: number]> };
}

/** What is typed to open the relay to the local network. */
export const LAN_COMMAND = 'npm start -- --lan';

const ZH_CN: PairPhoneWords = {
  title: '手机当控台',
  text: '扫一次码，手机就能管库存、改价、讲解商品。每台手机一把钥匙，丢了可以单独收回。',
  pair: '配一台手机',
  close: '收起',
  phone: (n) => `手机 ${n}`,
  closed: {
    title: '现在只有这台电脑能用，手机还连不上。这样打开：',
    steps: [
      '回到运行 Stallcast 的终端窗口，按 Ctrl+C 停下。',
      '输入下面这一行，按回车：',
      '回到这里等着，二维码会自己出来。',
    ],
    copy: '复制命令',
    copied: '已复制',
    waiting: '正在等 Stallcast 重新启动…',
  },
  noNetwork: '这台电脑还没有连上网络：先连 Wi-Fi，再按 Ctrl+C 停下，重新启动。连好了二维码会自己出来。',
  down: '正在等 Stallcast 回来…',
  scanning: '扫好了，这里会告诉您。',
  joined: (name) => `“${name}”连上了。`,
  gone: '这个码已经作废，可能别处也在配手机：再点一次“配一台手机”。',
  mayNotGive:
    '这里用的是配对来的钥匙，不能再发给别的手机，也不能收回。请在运行 Stallcast 的电脑上，从终端里的“工作室”链接打开，再来配对。',
  list: '配过的手机',
  connected: '正连着',
  used: (age) => `${age}前用过`,
  neverUsed: '还没用过',
  thisOne: '就是这台',
  revoke: '收回',
  sure: (name) => `收回“${name}”的钥匙？那台手机马上就不能用了。`,
  yes: '确定收回',
  no: '不收',
  revoked: (name) => `“${name}”的钥匙已收回。`,
  failed: '没有办成：看看 Stallcast 还开着吗，再试一次。',
  age: { seconds: (n) => `${n} 秒`, minutes: (n) => `${n} 分钟`, hours: (n) => `${n} 小时` },
};

const EN: PairPhoneWords = {
  title: 'A phone as the deck',
  text: 'Scanned once, a phone sets stock and prices and chooses what is on air. Each has a key of its own, which can be taken back alone.',
  pair: 'Pair a phone',
  close: 'Close',
  phone: (n) => `Phone ${n}`,
  closed: {
    title: 'So far only this computer gets through, a phone does not. To open it:',
    steps: [
      'Go to the terminal window that runs Stallcast and press Ctrl+C to stop it.',
      'Type this line and press Enter:',
      'Come back here: the code appears by itself.',
    ],
    copy: 'Copy the command',
    copied: 'Copied',
    waiting: 'Waiting for Stallcast to start again…',
  },
  noNetwork:
    'This computer is in no network yet: join a Wi-Fi, stop with Ctrl+C and start again. The code then appears by itself.',
  down: 'Waiting for Stallcast to come back…',
  scanning: 'Once it is scanned, it says so here.',
  joined: (name) => `“${name}” is connected.`,
  gone: 'The code is no longer good, perhaps somebody else pairs a phone too: press “Pair a phone” once more.',
  mayNotGive:
    'This page has a paired key, which cannot give keys or take them back. Open the studio on the computer that runs Stallcast, by the link in its terminal.',
  list: 'Paired phones',
  connected: 'connected',
  used: (age) => `used ${age} ago`,
  neverUsed: 'not used yet',
  thisOne: 'this one',
  revoke: 'Take back',
  sure: (name) => `Take back the key of “${name}”? That phone stops at once.`,
  yes: 'Yes, take it back',
  no: 'Keep it',
  revoked: (name) => `The key of “${name}” was taken back.`,
  failed: 'It did not work: is Stallcast running? Try again.',
  age: { seconds: (n) => `${n} s`, minutes: (n) => `${n} min`, hours: (n) => `${n} h` },
};

/** The words of pairing in one language. */
export function pairPhoneWords(language: Language): PairPhoneWords {
  return language === 'en' ? EN : ZH_CN;
}
