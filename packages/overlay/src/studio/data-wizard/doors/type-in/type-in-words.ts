import type { Language } from '../../../../words/language.js';

/** Every string of the door at which products are typed in. */
export interface TypeInWords {
  lead: string;
  file: string;
  header: readonly string[];
  cell(column: string, row: number): string;
  caption: string;
  add: string;
  clear: string;
  /** A table that is too large for fields. */
  whole(name: string): string;
  pasted: string;
  instead: string;
  tooLarge: string;
  noFile: string;
}

const ZH_CN: TypeInWords = {
  lead: '一行一件。在 Excel、WPS、飞书里选好、复制，点一个格子粘贴，也行。',
  file: '选表格文件（CSV）',
  header: ['商品', '价格', '库存', '链接号'],
  cell: (column, row) => `第 ${row} 行 ${column}`,
  caption: '要放进摊位的商品',
  add: '再加一行',
  clear: '清空',
  whole: (name) => `读的是整张表：${name}`,
  pasted: '粘贴的内容',
  instead: '不用它，自己填',
  tooLarge: '文件超过 2 MiB，没有读：删掉今晚不卖的行，再选一次。',
  noFile: '这个文件读不了：在 Excel 或 WPS 里“另存为”CSV，再选一次。',
};

const EN: TypeInWords = {
  lead: 'One product a row. Or copy rows in Excel, WPS or Feishu, and paste them into a field.',
  file: 'Choose a table (CSV)',
  header: ['Name', 'Price', 'Stock', 'Link'],
  cell: (column, row) => `Row ${row}, ${column}`,
  caption: 'What goes into the stall',
  add: 'Add a row',
  clear: 'Clear',
  whole: (name) => `The table is read whole: ${name}`,
  pasted: 'what was pasted',
  instead: 'Type it in instead',
  tooLarge:
    'Expected a file of at most 2 MiB, got a larger one: delete the rows that are not sold tonight, and choose it again.',
  noFile: 'Expected a table as CSV, this file cannot be read: save it as CSV in Excel or WPS, and choose it again.',
};

/** The door's words in one language. */
export function typeInWords(language: Language): TypeInWords {
  return language === 'en' ? EN : ZH_CN;
}
