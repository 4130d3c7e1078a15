import type { Column } from '@stallcast/adapters/table/inspect';
import type { Language } from '../../../../words/language.js';
import type { TableSummary } from './summarize.js';

/** Every string of the report on a table. */
export interface ReportWords {
  columns: Record<Column, string>;
  unused: string;
  /** One sentence after the other. */
  summary(summary: TableSummary, currency: string): readonly string[];
  columnsTitle: string;
  faultsTitle(n: number): string;
  more(n: number): string;
}

const ZH_CURRENCY: Readonly<Record<string, string>> = { CNY: '元', USD: '美元', EUR: '欧元', JPY: '日元' };
const listed = (lines: readonly number[], between: string): string =>
  lines.slice(0, 5).join(between) + (lines.length > 5 ? '…' : '');

const ZH_CN: ReportWords = {
  columns: {
    id: '编号',
    title: '商品名',
    price: '价格',
    stock: '库存',
    link: '链接号',
    spec: '规格',
    net: '净重',
    picture: '图片',
    featured: '讲解中',
    unit: '单位',
    limit: '限购',
    low: '低库存',
    'compare usual': '日常价',
    'compare market': '市场价',
    'compare list': '吊牌价',
    'compare lowest-30d': '30 天最低价',
  },
  unused: '不用',
  summary: (found, currency) => [
    `找到 ${found.products} 件商品${found.hasStockColumn ? `，${found.withStock} 件有库存` : '，没有库存这一列'}${
      found.hasPriceColumn ? `，价格按${ZH_CURRENCY[currency] ?? ` ${currency} `}算` : '，没有价格这一列'
    }。`,
    ...(found.unused.length > 0
      ? [
          `${found.unused
            .slice(0, 5)
            .map((name) => `“${name}”`)
            .join('、')}${found.unused.length > 5 ? '…' : ''}这${found.unused.length > 1 ? '些列' : '一列'}用不上。`,
        ]
      : []),
    ...(found.keptBack.length > 0 ? [`第 ${listed(found.keptBack, '、')} 行没有写价格：画面上显示“待开价”。`] : []),
    ...(found.rowsLeftOut > 0 ? [`有 ${found.rowsLeftOut} 行没有采用，原因在下面。`] : []),
  ],
  columnsTitle: '每一列当作什么',
  faultsTitle: (n) => `有 ${n} 处读不懂`,
  more: (n) => `还有 ${n} 处。`,
};

const EN: ReportWords = {
  columns: {
    id: 'id',
    title: 'name',
    price: 'price',
    stock: 'stock',
    link: 'link number',
    spec: 'spec',
    net: 'net weight',
    picture: 'picture',
    featured: 'featured',
    unit: 'unit',
    limit: 'limit',
    low: 'low stock',
    'compare usual': 'usual price',
    'compare market': 'market price',
    'compare list': 'list price',
    'compare lowest-30d': 'lowest of 30 days',
  },
  unused: 'not used',
  summary: (found, currency) => [
    `${found.products} ${found.products === 1 ? 'product' : 'products'}${found.hasStockColumn ? `, ${found.withStock} with stock` : ', no column for the stock'}${
      found.hasPriceColumn ? `, prices in ${currency}` : ', no column for the price'
    }.`,
    ...(found.unused.length > 0
      ? [
          `Not used: ${found.unused
            .slice(0, 5)
            .map((name) => `“${name}”`)
            .join(', ')}${found.unused.length > 5 ? '…' : ''}.`,
        ]
      : []),
    ...(found.keptBack.length > 0
      ? [`No price in row ${listed(found.keptBack, ', ')}: it is kept back on the picture.`]
      : []),
    ...(found.rowsLeftOut > 0
      ? [`${found.rowsLeftOut} ${found.rowsLeftOut === 1 ? 'row was' : 'rows were'} left out, for the reasons below.`]
      : []),
  ],
  columnsTitle: 'What each column means',
  faultsTitle: (n) => (n === 1 ? 'One place could not be read' : `${n} places could not be read`),
  more: (n) => `And ${n} more.`,
};

/** The report's words in one language. */
export function reportWords(language: Language): ReportWords {
  return language === 'en' ? EN : ZH_CN;
}
