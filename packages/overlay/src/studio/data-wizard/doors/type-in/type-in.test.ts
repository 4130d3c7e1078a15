import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerAs, EMPTY_STATE, STALL } from '../../relay.fixture.js';
import { defineDoors } from '../define-doors.js';

defineDoors();

const fetchIt = vi.spyOn(globalThis, 'fetch');
/** 商品,价格 / 桃,39 as the Excel of a Chinese Windows saves it. */
const GBK = [0xc9, 0xcc, 0xc6, 0xb7, 0x2c, 0xbc, 0xdb, 0xb8, 0xf1, 0x0a, 0xcc, 0xd2, 0x2c, 0x33, 0x39, 0x0a];

function open() {
  const door = document.createElement('studio-type-in');
  const address = { origin: 'http://127.0.0.1:7788', stall: STALL };
  Object.assign(door, { address, deckKey: 'DECK', currency: 'CNY', language: 'zh-CN' });
  document.body.replaceChildren(door);
  const root = door.shadowRoot!;
  const cells = () => [...root.querySelectorAll<HTMLInputElement>('td input')];
  return {
    door,
    root,
    cells,
    rows: () => root.querySelectorAll('tbody tr').length,
    text: () => root.textContent.replace(/\s+/g, ' '),
    report: () => root.querySelector('studio-table-report')?.shadowRoot?.querySelector('.summary')?.textContent ?? '',
    type: (at: number, text: string) => {
      const field = cells()[at]!;
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    paste: (at: number, text: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      cells()[at]!.dispatchEvent(event);
      return event.defaultPrevented;
    },
    choose: (name: string, ...parts: BlobPart[]) => {
      const input = root.querySelector<HTMLInputElement>('input[type=file]')!;
      const files = new DataTransfer();
      files.items.add(new File(parts, name));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
    },
  };
}

beforeEach(() => {
  fetchIt.mockReset();
  answerAs(fetchIt, { state: EMPTY_STATE });
});
afterEach(() => document.body.replaceChildren());

describe('<studio-type-in>', () => {
  it('always has an empty row to go on with', async () => {
    const { door, rows, cells, type } = open();
    await expect.poll(rows).toBe(5);
    type(0, '桃');
    await door.updateComplete;
    expect(rows()).toBe(5);
    type(cells().length - 4, '李');
    await door.updateComplete;
    expect(rows()).toBe(6);
  });

  it('lets a word that is pasted go where the cursor stands, and puts columns where they belong', async () => {
    const { door, rows, cells, paste } = open();
    await expect.poll(rows).toBe(5);
    expect(paste(1, ' 39.9\n')).toBe(false);
    expect(paste(1, '1,299\n\n20\n')).toBe(true);
    await door.updateComplete;
    expect(cells().map(({ value }) => value)).toEqual(
      Array.from({ length: 20 }, (_, at) => ({ 1: '1,299', 9: '20' })[at] ?? ''),
    );
  });

  it('says what is wrong with what was pasted, until something else comes', async () => {
    const { rows, text, paste, type } = open();
    await expect.poll(rows).toBe(5);
    paste(0, '桃\t"39\n李\t20');
    await expect.poll(text).toContain('引号没有闭合');
    type(0, '桃');
    await expect.poll(text).not.toContain('引号没有闭合');
  });

  it('reads a file as Excel saves it in China, and gives the fields back', async () => {
    const { rows, root, report, choose } = open();
    await expect.poll(rows).toBe(5);
    choose('商品.csv', new Uint8Array(GBK));
    await expect.poll(report).toContain('找到 1 件商品');
    expect(root.textContent).toContain('商品.csv');
    root.querySelector<HTMLButtonElement>('.row button')!.click();
    await expect.poll(rows).toBe(5);
    expect(report()).toBe('');
  });

  it.each<[string, string, BlobPart[], string]>([
    ['a workbook', '商品.xlsx', [new Uint8Array([0x50, 0x4b, 3, 4])], '这个文件读不了'],
    [
      'an old workbook',
      '商品.xls',
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0xff])],
      'CSV UTF-8',
    ],
    ['a file beyond 2 MiB', '商品.csv', ['x'.repeat(2_100_000)], '2 MiB'],
    ['an empty file', '商品.csv', [''], '表格是空的'],
  ])('says what to do with %s', async (_, name, parts, said) => {
    const { rows, text, choose } = open();
    await expect.poll(rows).toBe(5);
    choose(name, ...parts);
    await expect.poll(text).toContain(said);
  });
});
