import type { Inspection } from '@stallcast/protocol';

/** What papers say of a lot; the origin widget says it too. */
export const papers = {
  inspected: (result: Inspection['result']): string => (result === 'pass' ? '合格' : '抽检未合格'),
  certificates: {
    'compliance-pledge': '承诺达标合格证',
    'green-food': '绿色食品',
    organic: '有机产品',
    'geographical-indication': '地理标志',
    inspection: '检验报告',
  } as Readonly<Record<string, string>>,
};

/** The words of the details that a page opens, in Chinese: loaded with them. The other languages have the same keys. */
export const zhCN = {
  close: '关闭',
  price: '价格',
  now: '现价',
  flash: '限时价',
  flashUntil: (time: string) => `至 ${time}`,
  hidden: '待开价',
  compare: '划线价',
  evidence: '依据',
  unitPrice: '单价',
  limit: '限购',
  perBuyer: (count: number, unit: string) => `每人 ${count} ${unit}`,
  coupon: '优惠',
  content: '净含量',
  spec: '规格',
  promises: '承诺',
  badFruit: (hours: number, percent: number, cap: string) =>
    `签收后 ${hours} 小时内，坏果赔付 ${percent}%${cap ? `，最多 ${cap}` : ''}`,
  shipWithin: (hours: number) => `付款后 ${hours} 小时内发货`,
  cutOff: (time: string) => `当天 ${time} 前付款，当天发出`,
  returns: (days: number) => `${days} 天内可退换`,
  shipsBy: (date: string) => `${date}前发货`,
  shipping: '发货',
  fruit: '坏果',
  returning: '退换',
  provenance: '产地与检验',
  origin: '产地',
  farmer: '生产者',
  lot: '批次',
  harvested: '采收',
  certificate: (kind: string, isOver: boolean) => (isOver ? `${kind}（已过期）` : kind),
  validUntil: (date: string) => `有效期至 ${date}`,
  number: (no: string) => `编号 ${no}`,
  inspection: (date: string) => `${date}检验`,
  sampled: (count: number) => `抽检 ${count} 件`,
  separator: '，',
};

/** The words of the details in one language. */
export type DetailWords = typeof zhCN;
