import type { StallState } from '@stallcast/protocol';
import type { Sentence } from '../../../words/language.js';
import { readStall, type StallTrouble } from '../copying/read-stall.js';
import { isLetThrough } from './let-through.js';
import { parseRelayLink, type RelayLink } from './relay-link.js';

/** A stall at another relay, or one sentence on why there is none. */
export type RelayAnswer =
  { ok: true; link: RelayLink; state: StallState; isDeckKey: boolean } | { ok: false; trouble: Sentence };

/** Looks whether a link's relay is there, its key is right and its stall exists. Never rejects. */
export async function askRelay(
  typed: string,
  own: { origin: string; stall: string },
  base = location.href,
): Promise<RelayAnswer> {
  const link = parseRelayLink(typed);
  if (!link) return { ok: false, trouble: TROUBLES.noLink };
  if (link.origin === own.origin && link.stall === own.stall) return { ok: false, trouble: TROUBLES.own };
  if (link.key === '') return { ok: false, trouble: TROUBLES.noKey };
  if (!isLetThrough(link.origin, base)) return { ok: false, trouble: TROUBLES.http };
  if (!(await isRelay(link.origin))) {
    return { ok: false, trouble: (await answers(link.origin)) ? TROUBLES['not-a-relay'] : TROUBLES.down };
  }
  const stallUrl = `${link.origin}/stalls/${encodeURIComponent(link.stall)}`;
  const answer = await readStall(stallUrl, link.key, link.room || undefined);
  if (!answer.ok) return { ok: false, trouble: TROUBLES[answer.trouble] };
  return { ok: true, link, state: answer.state, isDeckKey: answer.state.alerts !== undefined };
}

/** An address at which nobody answers may keep silent for minutes. */
const PATIENCE_MS = 8_000;

async function isRelay(origin: string): Promise<boolean> {
  try {
    const body: unknown = await (await look(`${origin}/healthz`)).json();
    return typeof body === 'object' && body !== null && 'status' in body && body.status === 'ok';
  } catch {
    return false;
  }
}

/** Whether something is there at all, whatever it is. */
async function answers(origin: string): Promise<boolean> {
  try {
    await look(origin, { mode: 'no-cors' });
    return true;
  } catch {
    return false;
  }
}

function look(address: string, more: RequestInit = {}): Promise<Response> {
  return fetch(address, {
    ...more,
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

const TROUBLES: Record<StallTrouble | 'noLink' | 'noKey' | 'http' | 'own', Sentence> = {
  noLink: {
    'zh-CN': '要一条 Stallcast 的画面链接或控台链接，比如 https://…/overlay?stall=…#…：请在那台电脑上重新复制。',
    en: 'Expected a link of an overlay or a deck, such as https://…/overlay?stall=…#…, got something else: copy it again over there.',
  },
  own: {
    'zh-CN': '这就是这里的摊位，画面本来就跟着它：要的是另一台电脑上的链接。',
    en: 'Expected a link of another relay, this is your own stall, which the picture follows anyway.',
  },
  noKey: {
    'zh-CN': '链接不完整，少了 # 后面的钥匙：请在那台电脑的工作室里点“复制链接”，整条粘贴过来。',
    en: 'Expected a link with a key behind the #, got one without: press “Copy link” in the studio over there, and paste all of it.',
  },
  http: {
    'zh-CN':
      '那台电脑的地址是 http://，画面不读别的机器上没加密的地址：请用它的 https:// 地址，或者直接用它自己的画面链接。',
    en: 'Expected https://, got http:// on another machine, which the overlay does not read: use its https:// address, or that machine’s own overlay link.',
  },
  down: {
    'zh-CN': '连不上那台电脑：看看它的 Stallcast 开着吗、地址对吗、网络通吗，再试一次。',
    en: 'Expected a relay at this address, nothing answers: is it running there, is the address right, is the network up? Then try again.',
  },
  'not-a-relay': {
    'zh-CN': '地址通了，但那里不是 Stallcast：请重新复制链接。',
    en: 'Expected a relay, something else answers at this address: copy the link again.',
  },
  key: {
    'zh-CN': '钥匙不对，或者已经收回：请在那台电脑上重新复制链接。',
    en: 'Expected a key that is good there, this one is refused or was taken back: copy the link again over there.',
  },
  stall: {
    'zh-CN': '那里没有这个摊位或直播间：请在那台电脑上重新复制链接。',
    en: 'Expected a stall and room that are there, got others: copy the link again over there.',
  },
};
