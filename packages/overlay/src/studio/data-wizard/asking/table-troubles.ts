import type { Sentence } from '../../../words/language.js';

/** What may be wrong with a table's address before anything of it was read. */
export const askTroubles = {
  noAddress: {
    'zh-CN': '要一个网址，比如 https://docs.google.com/spreadsheets/… 或 https://…/商品.csv：请从浏览器地址栏复制。',
    en: 'Expected an address such as https://docs.google.com/spreadsheets/… or https://…/stall.csv: copy it from the browser’s address bar.',
  },
  file: {
    'zh-CN': '这是电脑里的文件，网页读不到：请在“自己填，或从表格粘贴”里点“选表格文件”。',
    en: 'Expected an address on the internet, got a file on this computer: choose it under “Type it in” instead.',
  },
  offline: {
    'zh-CN': '这台电脑现在没有网络：连上网络，再试一次。',
    en: 'Expected a network, this computer has none: connect it and try again.',
  },
  unreachable: {
    'zh-CN': '连不上这个地址：看看网址有没有抄错、网络通不通，再试一次。',
    en: 'Expected an answer from this address, got none: check its spelling and the network, and try again.',
  },
  notLetIn: {
    'zh-CN': '地址通了，但对方不许别的网页读它（CORS）：请管表格的人打开“允许跨域”，或者把表格复制粘贴到“自己填”。',
    en: 'The address answers, but does not let other pages read it (CORS): have its owner allow that, or copy the table and paste it under “Type it in”.',
  },
  google: {
    'zh-CN': '这张 Google 表格还没有共享：点“共享”，改成“知道链接的任何人可查看”，再试一次。',
    en: 'Expected a sheet that is shared, this one is not: press “Share”, choose “Anyone with the link can view”, and try again.',
  },
  late: {
    'zh-CN': '等了 12 秒还没读完：网络太慢或表格太大，再试一次，或者把表格复制粘贴到“自己填”。',
    en: 'Expected the table within 12 seconds, it did not come: try again, or copy it and paste it under “Type it in”.',
  },
  empty: {
    'zh-CN': '表格是空的：第一行写“商品、价格、库存、链接号”，下面一行一件商品。',
    en: 'Expected a table, got an empty one: write “title, price, stock, link” into the first row, and a product into each below.',
  },
  noRows: {
    'zh-CN': '只有表头，没有商品：表头下面一行写一件商品。',
    en: 'Expected products below the header, got none: write one into each row.',
  },
} satisfies Record<string, Sentence>;

const DOCS: readonly (readonly [RegExp, zh: string, en: string])[] = [
  [/(?:^|\.)docs\.qq\.com$/, '腾讯文档', 'Tencent Docs'],
  [/(?:^|\.)(?:feishu\.cn|larksuite\.com)$/, '飞书', 'Feishu'],
  [/(?:^|\.)(?:kdocs\.cn|wps\.cn)$/, 'WPS 在线文档', 'WPS'],
  [/(?:^|\.)(?:dingtalk\.com)$/, '钉钉文档', 'DingTalk'],
  [/(?:^|\.)(?:shimo\.im)$/, '石墨文档', 'Shimo'],
  [/(?:^|\.)(?:1drv\.ms|onedrive\.live\.com|sharepoint\.com|office\.com)$/, 'Excel 在线版', 'Excel on the web'],
];

/** What to do with the page of an online document, which shows a table and gives none out; null for any other address. */
export function pageOfDocs(url: string): Sentence | null {
  const { hostname } = new URL(url);
  const [, zh, en] = DOCS.find(([host]) => host.test(hostname)) ?? [];
  if (zh === undefined || en === undefined) return null;
  return {
    'zh-CN': `这是${zh}的网页，只给人看，不给程序读：在里面全选、复制，再粘贴到“自己填，或从表格粘贴”。`,
    en: `Expected a table, got a page of ${en}, which is for people alone: select all of it there, copy, and paste it under “Type it in”.`,
  };
}
