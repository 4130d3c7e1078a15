import type { Sentence } from '../../../words/language.js';

/** Whether the pages here may ask this address: https, or their own origin. It is what their content policy says. */
export function isLetThrough(url: string, base: string): boolean {
  const { protocol, origin } = new URL(url, base);
  return protocol === 'https:' || origin === new URL(base).origin;
}

/** What to say of an http address elsewhere. */
export function onlyHttps(base: string): Sentence {
  return new URL(base).protocol === 'https:' ? MIXED : PLAIN;
}

const PLAIN: Sentence = {
  'zh-CN':
    '要 https:// 开头的地址，这个是 http://：画面不读别的机器上没加密的地址。改成 https:// 试试，或者把表格复制粘贴到“自己填”。',
  en: 'Expected an address that begins with https://, got http://: the overlay reads nothing unencrypted from another machine. Try https://, or copy the table and paste it under “Type it in”.',
};
const MIXED: Sentence = {
  'zh-CN': '这个页面是 https，浏览器不让它读 http:// 的地址：改成 https:// 试试，或者把表格复制粘贴到“自己填”。',
  en: 'Expected https://, got http://: the browser does not let this https page read it. Try https://, or copy the table and paste it under “Type it in”.',
};
