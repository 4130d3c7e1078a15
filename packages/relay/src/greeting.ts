import { renderUnicodeCompact } from 'uqr';
import { secretVariable } from './doors/hooks.js';
import { linksOf, webhookAddress, type Links } from './links.js';
import type { Keys } from './storage/keys.js';

/** What the greeting tells of. */
export interface Greeting {
  origin: string;
  stalls: readonly string[];
  keys: Keys;
  sources: readonly string[];
  /** Names of the sources whose secret is set. */
  secrets: readonly string[];
  /** Stalls that hold example goods. */
  synthetic: readonly string[];
  /** Present with `--lan`: origins under which a phone reaches the relay, the likeliest first. */
  lan?: readonly string[];
  /** With `lan`: the deck key that was made for the phone that scans. @default the relay's own */
  phoneKey?: string;
  folder: string;
  /** The shops that are asked, and for which stall. */
  pulling?: { stall: string; seconds: number; shops: readonly string[] };
}

/** Writes what a person needs once the relay runs: first the links, then where a shop's messages go. Chinese first. */
export function writeGreeting(greeting: Greeting): string {
  const { stalls, origin, keys } = greeting;
  return [
    '',
    'Stallcast 已启动 is running',
    ...stalls.flatMap((stall) => [
      '',
      `摊位 Stall: ${stall}${greeting.synthetic.includes(stall) ? '   示例数据，画面带“演示”标记 · example data, marked DEMO on air' : ''}`,
      ...writeLinks(linksOf(origin, stall, keys)),
    ]),
    '',
    ...(greeting.lan ? writeLan(greeting, greeting.lan) : []),
    ...stalls.flatMap((stall) => writeHooks(greeting, stall)),
    '',
    ...(greeting.pulling ? writePulling(greeting.pulling) : []),
    `数据 Data: ${greeting.folder}`,
    '链接里带着钥匙，请勿公开 · The links carry keys: keep them to yourself',
    'Ctrl+C 停止 to stop',
    '',
  ].join('\n');
}

/** Writes the addresses that take messages, and in one line how the others come to do so. */
function writeHooks({ origin, sources, secrets }: Greeting, stall: string): string[] {
  const open = sources.filter((source) => secrets.includes(source));
  const others = sources.filter((source) => !secrets.includes(source));
  return [
    `店铺消息 Webhooks: ${stall}`,
    ...open.map((source) => `  ${webhookAddress(origin, stall, source)}   已设密钥 secret is set`),
    ...(others.length > 0
      ? [
          `  ${webhookAddress(origin, stall, '')}<${others.join('|')}>`,
          `    设好密钥后可用 once its secret is set: ${namesOf(others.map(secretVariable)).join(' ')}`,
        ]
      : []),
  ];
}

/** Names that begin alike, the later ones short: `STALLCAST_SECRET_SHOPIFY …_STRIPE`. */
function namesOf(variables: readonly string[]): string[] {
  return variables.map((name, index) => (index === 0 ? name : name.replace('STALLCAST_SECRET', '…')));
}

/** Writes the three links of one stall. */
export function writeLinks({ overlay, deck, studio }: Links): string[] {
  return [
    '',
    '  画面 Overlay   OBS → 来源 Sources → 浏览器 Browser，填入链接 paste the link，1080×1920',
    `    ${overlay}`,
    '  控台 Deck      浏览器或 OBS 停靠窗口 in a browser or as an OBS dock',
    `    ${deck}`,
    '  工作室 Studio',
    `    ${studio}`,
  ];
}

function writePulling({ stall, seconds, shops }: NonNullable<Greeting['pulling']>): string[] {
  return [
    `主动取单 Pulling: ${stall}   每 ${seconds} 秒向网店取一次订单和库存 · orders and stock are asked for every ${seconds} s`,
    ...shops.map((shop) => `  ${shop}`),
    '',
  ];
}

function writeLan({ stalls, keys, phoneKey }: Greeting, origins: readonly string[]): string[] {
  const [origin, ...others] = origins;
  const [stall] = stalls;
  if (origin === undefined || stall === undefined) {
    return [
      '手机 Phone: 没有找到局域网地址，请先连上 Wi-Fi 再启动 · no local network address was found: join a Wi-Fi and start again',
      '',
    ];
  }
  const { deck } = linksOf(origin, stall, { ...keys, deck: phoneKey ?? keys.deck });
  return [
    `手机控台 Deck on a phone   同一 Wi-Fi 下扫码 scan on the same Wi-Fi: ${stall}`,
    `    ${deck}`,
    '',
    renderUnicodeCompact(deck, { border: 2 }),
    ...(others.length > 0 ? [`  扫不通时换这些地址 if it does not open, try: ${others.join('  ')}`] : []),
    '  局域网里的人都能连到这台电脑的这个端口 · anyone on this network can reach this port; the keys keep them out',
    '  手机丢了就收回它的钥匙 if a phone is lost, take its key back: stallcast keys',
    '',
  ];
}
