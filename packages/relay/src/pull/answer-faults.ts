import type { IncomingMessage } from 'node:http';
import { ShopFault } from './shop-fault.js';

/** A shop may ask to be left alone no longer than this, ms. */
const MAX_RETRY_AFTER_MS = 10 * 60_000;

/** Why an answer is none; null for one that can be read. */
export function refusalOfAnswer(response: IncomingMessage, body: Buffer, base: URL): ShopFault | null {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400) return redirected(response.headers.location, base);
  if (status === 401 || status === 403) {
    return new ShopFault(
      `网店不认这些密钥（${status}）：请核对密钥，并确认它有读取订单和商品的权限`,
      `it refuses the keys (${status}): check them, and that they may read orders and products`,
    );
  }
  if (status === 404) {
    return new ShopFault(
      '这个网址下面没有网店的接口（404）：请核对网址；WooCommerce 的固定链接不能用“朴素”',
      'there is no shop interface at this address (404): check the address; WooCommerce needs permalinks other than "Plain"',
    );
  }
  const after = retryAfterOf(response);
  if (status === 429) {
    return new ShopFault('网店嫌问得太勤（429）：过一会儿再试', 'it is asked too often (429)', after);
  }
  if (status >= 500) {
    return new ShopFault(`网店自己出错了（${status}）：会再试`, `the shop itself is in trouble (${status})`, after);
  }
  if (status !== 200) {
    return new ShopFault(
      `网店拒绝了（${status}）：也许要更新网店（WooCommerce 5.8 以上）`,
      `it refuses the question (${status}): the shop may need an update (WooCommerce 5.8 or later)`,
      after,
    );
  }
  return looksLikeJson(body) ? null : noData();
}

/** Why the line failed. The error's own words stay out: they may repeat what was sent. */
export function refusalOfLine(error: unknown): ShopFault {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const inner = (error as { cause?: unknown } | null)?.cause;
  if (inner instanceof ShopFault) return inner;
  if (/^(ENOTFOUND|EAI_)/.test(code)) {
    return new ShopFault(
      '找不到这个网址：请核对网址和网络',
      'its name is not found: check the address and the network',
    );
  }
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return new ShopFault(
      '网店的证书不可信：请更新证书，或核对网址',
      'its certificate is not trusted: renew it, or check the address',
    );
  }
  if (/^Z_|^ERR_.*(BROTLI|BUFFER)/.test(code)) return noData();
  return new ShopFault(
    '连不上网店，或中途断线：请看看网络',
    'it cannot be reached, or the line was cut: check the network',
  );
}

/** A body that is no data, whole or in part. */
export function noData(): ShopFault {
  return new ShopFault(
    '网店回的不是完整的数据（可能是登录页、安全插件或断线）：请用浏览器打开这个网址看看',
    'its answer is no data, or cut short (perhaps a login page, a security plugin, or the line): open the address in a browser',
  );
}

function redirected(location: string | undefined, base: URL): ShopFault {
  const target = location === undefined ? undefined : originOf(location, base);
  return new ShopFault(
    `网店把我们转到了${target === undefined ? '别处' : ` ${target}`}，没有跟过去：请把网址改成浏览器里最后显示的那个`,
    `it sends us on${target === undefined ? '' : ` to ${target}`}, and keys are not carried there: give the address at which a browser ends up`,
  );
}

function originOf(location: string, base: URL): string | undefined {
  try {
    return new URL(location, base).origin;
  } catch {
    return undefined;
  }
}

function retryAfterOf({ headers }: IncomingMessage): number | undefined {
  const text = headers['retry-after']?.trim() ?? '';
  const seconds = /^\d{1,6}(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  const ms = Number.isNaN(seconds) ? Date.parse(text) - Date.parse(headers.date ?? '') : seconds * 1_000;
  return ms >= 0 ? Math.min(ms, MAX_RETRY_AFTER_MS) : undefined;
}

function looksLikeJson(body: Buffer): boolean {
  const start = /[^\s\uFEFF]/.exec(body.toString('utf8', 0, 64))?.[0];
  return start === '[' || start === '{';
}
