import type { CompareBasis } from '@stallcast/protocol';

/** What a column of a table may say. */
export type Column =
  | 'id'
  | 'title'
  | 'price'
  | 'stock'
  | 'link'
  | 'spec'
  | 'net'
  | 'picture'
  | 'featured'
  | 'unit'
  | 'limit'
  | 'low'
  | `compare ${CompareBasis}`;

/** The names of each column, in lower case and without spaces. */
const NAMES: Readonly<Record<Column, string>> = {
  id: '编号 商品编号 货号 id sku code',
  title: '商品 名称 商品名称 商品名 品名 产品 产品名称 产品名 标题 title name product productname item',
  price: '价格 售价 现价 直播价 到手价 price saleprice',
  stock: '库存 剩余 余量 现货 数量 库存数量 stock left available quantity qty inventory',
  link: '链接号 链接 号链接 几号链接 序号 link linkno linknumber no no. #',
  spec: '规格 款式 spec specification variant option',
  net: '净重 净含量 重量 net netweight netcontent weight',
  picture: '图片 图 主图 图片链接 图片地址 picture pictureurl image imageurl img photo',
  featured: '讲解中 讲解 正在讲解 featured onair nowshowing',
  unit: '单位 unit saleunit',
  limit: '限购 每人限购 limit limitperbuyer',
  low: '低库存 库存预警 预警 lowat lowstock',
  'compare usual': '原价 日常价 平时价 划线价 compareat compareatprice usualprice was',
  'compare market': '市场价 市价 marketprice',
  'compare list': '吊牌价 建议零售价 零售价 指导价 listprice rrp msrp',
  'compare lowest-30d': '30天最低价 30日最低价 三十天最低价 lowest30d lowest30days',
};

const BY_NAME: ReadonlyMap<string, Column> = new Map(
  (Object.entries(NAMES) as [Column, string][]).flatMap(([column, names]) =>
    names.split(' ').map((name) => [name, column] as const),
  ),
);

/** What stands for the price where no column is called that: beside one it may be the price of a 斤. */
const ELSE_PRICE = '单价';

/** Where each column stands. */
export interface Columns {
  at: ReadonlyMap<Column, number>;
  /** How many columns the header has, nameless ones among them. */
  width: number;
  /** What stands in brackets behind the name of the net content: `斤` in `净重(斤)`. */
  netUnit: string;
}

/** Reads a header. Of two columns of one meaning the first counts; unknown ones are left alone. */
export function readHeader(cells: readonly string[]): Columns {
  const at = new Map<Column, number>();
  let netUnit = '';
  let elsePrice: number | null = null;
  cells.forEach((cell, index) => {
    const plain = cell
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_*:-]/g, '');
    const [, name = '', bracketed = ''] = /^([^([]*)(?:[([]([^)\]]*)[)\]])?$/.exec(plain) ?? [];
    if (name === ELSE_PRICE) elsePrice ??= index;
    const column = BY_NAME.get(name);
    if (column === undefined || at.has(column)) return;
    at.set(column, index);
    if (column === 'net') netUnit = bracketed;
  });
  if (elsePrice !== null && !at.has('price')) at.set('price', elsePrice);
  return { at, width: cells.length, netUnit };
}

/** Whether a header is one: it names the products and something about them. */
export function isHeader({ at }: Columns): boolean {
  return at.has('title') && at.size > 1;
}
