import { parseFrame } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiffer } from '../polled/differ.js';
import { decodeTable } from './decode-table.js';
import { readTable } from './read-table.js';

const OPTIONS = { url: 'https://shop.example/live/stall.csv', currency: 'CNY', feature: [] };
const read = (text: string, options = {}) => readTable(text, { ...OPTIONS, ...options }, null, false);
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

const CHINESE = `编号,链接号,商品,规格,价格,原价,库存,净重,单位,图片,讲解中
peach,1,阳山水蜜桃,5斤装,39.90,49.90,186,5斤,箱,pictures/peach.svg,是
pepper,2号,青花椒,鲜采,¥58,,8份,１斤,份,,
ginseng,8,长白山人参礼盒,,待开价,,有货,,盒,,
`;

describe('readTable', () => {
  it('reads a Chinese table whole', () => {
    const { reading, faults } = read(CHINESE);
    expect(faults).toEqual([]);
    expect(reading.products[0]).toEqual({
      id: 'peach',
      kind: 'goods',
      title: '阳山水蜜桃',
      linkNo: 1,
      media: [{ kind: 'image', url: 'https://shop.example/live/pictures/peach.svg' }],
      net: { value: 2_500, unit: 'g' },
      spec: '5斤装',
      saleUnit: 'box',
      promises: [],
      sources: [{ source: 'table', id: 'peach' }],
      stockFrom: 'table',
    });
    expect(reading.offers[0]).toEqual({
      id: 'peach',
      productId: 'peach',
      price: { minor: 3_990, currency: 'CNY', exponent: 2 },
      compareAt: { price: { minor: 4_990, currency: 'CNY', exponent: 2 }, basis: 'usual' },
    });
    expect(reading.offers[2]?.price).toBeNull();
    expect(reading.stocks.map(({ sellable, basis }) => [sellable, basis])).toEqual([
      [186, 'manual'],
      [8, 'manual'],
      [null, 'boolean'],
    ]);
    expect(reading.featured).toEqual(['peach']);
  });

  it('takes 单价 for the price, unless a column is called that', () => {
    expect(read('品名,单价(元),数量\n桃,39.9,5\n').reading.offers[0]?.price?.minor).toBe(3_990);
    expect(read('品名,单价,价格\n桃,7.98,39.9\n').reading.offers[0]?.price?.minor).toBe(3_990);
  });

  it.each([
    ['a comma in a figure', '商品,价格\n瓜,39,9\n', '第 2 行有 3 格，表头只有 2 格'],
    ['a formula that failed', '商品,价格\n#N/A,39\n', '第 2 行要填商品名，现在是“#N/A”'],
  ])('leaves out a row with %s, and says so', (_, text, said) => {
    const { reading, faults } = read(text);
    expect([reading.products, faults]).toEqual([[], [expect.stringContaining(said)]]);
  });

  it('lets empty cells stand behind the last column', () => {
    expect(read('商品,价格\n瓜,39,,\n').reading.products).toHaveLength(1);
  });

  it.each(['<head><title>Sign in</title>', '<!-- x --><html>', '\n<script>location="/login"</script>'])(
    'takes no page for a table: %j',
    (text) => {
      expect(() => read(text)).toThrow('打开的是网页');
    },
  );

  it.each([
    ['English columns', 'Title,Price,Stock,Link,Compare-at price\nPeach,39.9,3,1,49.9\n'],
    ['brackets behind a name', '商品名称（必填）,价格(元),库存（件）,链接号,原价(元)\nPeach,39.9,3,1,49.9\n'],
    ['tabs', 'title\tprice\tstock\tlink\twas\nPeach\t39.9\t3\t1\t49.9\n'],
    ['a heading above', '今晚直播商品表,,,,\n,,,,\n商品,价格,库存,链接号,原价\nPeach,39.9,3,1,49.9\n'],
    ['CRLF and quotes', '"商品","价格","库存","链接号","原价"\r\n"Peach","39.9","3","1","49.9"\r\n'],
    ['JSON objects', JSON.stringify([{ 商品: 'Peach', 价格: 39.9, 库存: 3, 链接号: 1, 原价: '49.9' }])],
    ['JSON in an object', JSON.stringify({ rows: [{ title: 'Peach', price: '39.90', stock: 3, link: 1, was: 49.9 }] })],
    [
      'JSON lists',
      JSON.stringify([
        ['title', 'price', 'stock', 'link', 'was'],
        ['Peach', 39.9, 3, 1, 49.9],
      ]),
    ],
    [
      'a Google answer',
      `/*O_o*/\ngoogle.visualization.Query.setResponse(${JSON.stringify({
        status: 'ok',
        table: {
          cols: ['商品', '价格', '库存', '链接号', '原价'].map((label) => ({ label })),
          rows: [{ c: [{ v: 'Peach' }, { v: 39.9, f: '¥39.90' }, { v: 3 }, { v: 1 }, { v: 49.9 }] }],
        },
      })});`,
    ],
    [
      'a Google answer whose header is a row',
      JSON.stringify({
        table: {
          cols: [{ label: '' }, { label: '' }, { label: '' }, { label: '' }, { label: '' }],
          rows: [
            { c: [{ v: '商品' }, { v: '价格' }, { v: '库存' }, { v: '链接号' }, { v: '原价' }] },
            { c: [{ v: 'Peach' }, { v: 39.9 }, { v: 3 }, { v: 1 }, { v: 49.9 }, null] },
          ],
        },
      }),
    ],
  ])('reads %s', (_, text) => {
    const { reading, faults } = read(text);
    expect(faults).toEqual([]);
    expect(reading.products).toMatchObject([{ title: 'Peach', linkNo: 1 }]);
    expect(reading.offers).toMatchObject([{ price: { minor: 3_990 }, compareAt: { price: { minor: 4_990 } } }]);
    expect(reading.stocks).toMatchObject([{ sellable: 3, basis: 'manual' }]);
    expect(reading.featured).toEqual(['Peach']);
  });

  it('names a row that makes no sense by its line, in both languages, and lets the others live', () => {
    const { reading, faults } = read('商品,价格,库存\n桃,39.9,5\n椒,很贵,8\n,10,1\n瓜,19.9,6\n');
    expect(reading.products.map(({ title }) => title)).toEqual(['桃', '瓜']);
    expect(faults).toEqual([
      '第 3 行要填价格，比如 39.90，现在是“很贵”：这一行没有采用。 / Line 3: expected a price such as 39.90, got “很贵”: the row was left out.',
      '第 4 行要填商品名，现在是空的：这一行没有采用。 / Line 4: expected a title, got nothing: the row was left out.',
    ]);
  });

  it('leaves a cell out where the row can do without, a stock that nobody can read among them', () => {
    const { reading, faults } = read('商品,价格,库存,净重,图片\n桃,39.9,l8,五斤,javascript:alert(1)\n');
    expect(reading).toMatchObject({ products: [{ title: '桃', media: [] }], offers: [{}], stocks: [] });
    expect(faults.map((fault) => fault.split('：')[0])).toHaveLength(3);
    expect(faults.every((fault) => fault.includes('Line 2') && fault.includes('the cell was left out'))).toBe(true);
  });

  it('tells two sorts of one product apart by their spec, and names a product that stands there twice', () => {
    const { reading, faults } = read('商品,规格,价格\n瓜,5斤,19.9\n瓜,10斤,36.8\n瓜,5斤,1\n');
    expect(reading.products.map(({ id }) => id)).toEqual(['瓜 5斤', '瓜 10斤']);
    expect(faults).toEqual([expect.stringContaining('Line 4: expected a product of its own, got the one of line 2')]);
  });

  it('shows what the column says, by its numbers, three at most', () => {
    const shown = (cells: string[]) =>
      read(`商品,价格,讲解中\n${cells.map((cell, i) => `p${i},1,${cell}`).join('\n')}\n`);
    expect(shown(['', '2', '1']).reading.featured).toEqual(['p2', 'p1']);
    expect(shown(['', '', '']).reading.featured).toEqual([]);
    const { reading, faults } = shown(['是', '是', '是', '是']);
    expect(reading.featured).toEqual(['p0', 'p1', 'p2']);
    expect(faults).toHaveLength(1);
  });

  it('shows what the address names where there is no column', () => {
    const text = '编号,商品,价格,链接号\na,A,1,7\nb,B,1,8\n';
    expect(read(text, { feature: ['8', 'a', 'x'] }).reading.featured).toEqual(['b', 'a']);
  });

  it('shows no compare-at price that is not higher', () => {
    const { reading } = read('商品,价格,市场价\n桃,39.9,39.9\n瓜,10,12\n');
    expect(reading.offers.map(({ compareAt }) => compareAt?.basis)).toEqual([undefined, 'market']);
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'refused-key'],
    ['no header', 'a,b\n1,2\n', 'bad-answer'],
    ['nothing', '', 'bad-answer'],
    ['half a JSON', '[{"title":"Peach","price":', 'bad-answer'],
    ['half a Google answer', 'google.visualization.Query.setResponse({"table":{"cols":[]', 'bad-answer'],
    ['an error of Google', 'google.visualization.Query.setResponse({"status":"error"});', 'bad-answer'],
    ['an open quote', '商品,价格\n"桃,39.9', 'bad-answer'],
  ])('uses nothing of %s', (_, text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });

  it('caps what it reads', () => {
    const { reading, faults } = read(`商品,价格\n${Array.from({ length: 5_002 }, (_, i) => `p${i},1`).join('\n')}\n`);
    expect(reading.products).toHaveLength(5_000);
    expect(faults).toEqual([expect.stringContaining('5000')]);
  });

  it('never uses half a table: what is shorter when it comes the same again, what has lost the end of a line never', () => {
    const whole = '商品,价格,库存\n桃,39.90,186\n椒,58.00,18\n';
    const isUsed = (text: string, isRepeated = false) => {
      try {
        readTable(text, OPTIONS, whole, isRepeated);
        return true;
      } catch {
        return false;
      }
    };
    for (let length = 0; length < whole.length; length += 1)
      expect([length, isUsed(whole.slice(0, length))]).toEqual([length, false]);
    // Changed on the way and cut as well: the end of the line is missing, which it had before.
    expect(isUsed('商品,价格,库存\n桃,35.00,180\n椒,58.00,1')).toBe(false);
    expect(isUsed('商品,价格,库存\n桃,35.00,180\n椒,58.00,1', true)).toBe(false);
    expect(isUsed('商品,价格,库存\n桃,35.00,180\n', true)).toBe(true);
    expect(isUsed('[{"商品":"桃","库存":180}]')).toBe(true);
    expect(isUsed('商品,价格,库存\n桃,39.90,185\n椒,58.00,18\n')).toBe(true);
  });

  it('makes of any cells what a page takes from a relay', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '39.9',
        '5斤',
        '是',
        '1',
        '186',
        '<img src=x onerror=alert(1)>',
        '__proto__',
        'https://a.example/x.png',
      ),
    );
    const rows = fc.array(fc.array(cell, { minLength: 11, maxLength: 11 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        const header = (CHINESE.split('\n')[0] ?? '').split(',');
        const { reading, faults } = read(JSON.stringify([header, ...table]));
        const difference = createDiffer({ stall: 'stall', epoch: 'E', room: 'main' }).take(reading, 0, 0);
        if (difference.type !== 'snapshot') throw new Error('Expected a snapshot.');
        const parsed = parseFrame(JSON.stringify({ v: 1, type: 'snapshot', ...difference.snapshot }));
        expect(parsed).toMatchObject({
          faults: [],
          frames: [{ state: JSON.parse(JSON.stringify(difference.snapshot.state)) }],
        });
        for (const fault of faults) expect(fault).toMatch(/^\S.{9,398}\.$/s);
      }),
    );
  });
});

describe('decodeTable', () => {
  it.each([
    ['UTF-8', bytes('商品,价格')],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], '商品,价格')],
    ['GBK, as Excel saves it', bytes([0xc9, 0xcc, 0xc6, 0xb7], ',', [0xbc, 0xdb, 0xb8, 0xf1])],
    ['UTF-16', bytes([0xff, 0xfe, 0x46, 0x55, 0xc1, 0x54, 0x2c, 0x00, 0xf7, 0x4e, 0x3c, 0x68])],
  ])('reads %s', (_, content) => {
    expect(decodeTable(content)).toBe('商品,价格');
  });

  it.each([
    ['text that was spoilt before', bytes('锟斤拷锟斤拷,1')],
    ['UTF-8 that was read as GBK', bytes(new TextDecoder('gbk').decode(bytes('商品,价格,库存')))],
    ['UTF-8 that was read as Latin', bytes('å•†å“\u0081,Ã¥')],
    ['bytes that are no text', bytes([0xff, 0xff, 0x80, 0x00, 0xff])],
  ])('names the fix for %s', (_, content) => {
    expect(() => decodeTable(content)).toThrow(/CSV UTF-8.*CSV UTF-8/s);
  });
});
