import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { keepSource, keptSource } from '../links/kept-source.js';
import { answerAs, DEMO_STATE, EMPTY_STATE, STALL } from './relay.fixture.js';
import { DataWizardElement } from './data-wizard.js';

if (!customElements.get(DataWizardElement.tagName)) customElements.define(DataWizardElement.tagName, DataWizardElement);

const CSV = '商品,价格,库存,备注,链接号\n水蜜桃,39.90,186,甜,1\n李子,三块,5,,2\n梨,,,,3\n';
const fetchIt = vi.spyOn(globalThis, 'fetch');

function open(language: 'zh-CN' | 'en' = 'zh-CN') {
  const wizard = document.createElement('studio-data-wizard');
  Object.assign(wizard, { address: { origin: 'http://127.0.0.1:7788', stall: STALL }, deckKey: 'DECK', language });
  document.body.replaceChildren(wizard);
  return wizard.shadowRoot!;
}

async function openDoor(root: ShadowRoot, door: string, tag: string): Promise<ShadowRoot> {
  await expect.poll(() => root.querySelector<HTMLButtonElement>(`[data-door=${door}]`)).not.toBeNull();
  root.querySelector<HTMLButtonElement>(`[data-door=${door}]`)!.click();
  const inside = () => root.querySelector('studio-wizard-sheet')?.shadowRoot?.querySelector(tag)?.shadowRoot ?? null;
  await expect.poll(() => inside()?.childElementCount ?? 0).toBeGreaterThan(0);
  return inside()!;
}

function paste(root: ShadowRoot, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  root.querySelector('td input')!.dispatchEvent(event);
}

async function ask(root: ShadowRoot, typed: string): Promise<void> {
  root.querySelector<HTMLInputElement>('form input')!.value = typed;
  root.querySelector<HTMLButtonElement>('form button')!.click();
  await expect.poll(() => root.querySelector('form button[disabled]')).toBeNull();
}

/** The texts of an element and of all that is inside it. */
function textOf(root: ParentNode | null): string {
  if (!root) return '';
  return [...root.children]
    .map((child) =>
      child.localName === 'style'
        ? ''
        : [...child.childNodes].map((node) => (node.nodeType === 3 ? node.textContent : '')).join('') +
          textOf(child.shadowRoot) +
          textOf(child),
    )
    .join(' ')
    .replace(/\s+/g, ' ');
}

const within = (root: ShadowRoot, ...tags: string[]): ShadowRoot | null =>
  tags.reduce<ShadowRoot | null>((at, tag) => at?.querySelector(tag)?.shadowRoot ?? null, root);

describe('<studio-data-wizard>', () => {
  beforeEach(() => {
    fetchIt.mockReset();
    answerAs(fetchIt, { state: EMPTY_STATE });
  });
  afterEach(async () => {
    document.body.replaceChildren();
    localStorage.clear();
    await page.viewport(414, 896);
  });

  it('asks nobody anything before a door is opened', async () => {
    const root = open();
    await expect.poll(() => root.querySelectorAll('[data-door]').length).toBe(4);
    expect(fetchIt).not.toHaveBeenCalled();
    expect(root.querySelector('studio-wizard-sheet')).toBeNull();
  });

  it('says what the picture follows, and leads back to the stall’s own', async () => {
    const root = open('en');
    keepSource(STALL, 'relay:https://far.example/stalls/peaches#SECRET-KEY');
    await expect.poll(() => root.querySelector('.now')?.textContent).toContain('far.example · peaches');
    expect(root.textContent).not.toContain('SECRET');
    root.querySelector<HTMLButtonElement>('.now button')!.click();
    expect(keptSource(STALL)).toBe('');
    await expect.poll(() => root.querySelector('.now')?.textContent).toContain('your own stall');
  });

  it('gives the focus back to the door’s key when the sheet goes down', async () => {
    const root = open();
    await openDoor(root, 'table', 'studio-table-door');
    within(root, 'studio-wizard-sheet')!.querySelector<HTMLButtonElement>('.close')!.click();
    await expect.poll(() => root.querySelector('studio-wizard-sheet')).toBeNull();
    expect(root.activeElement?.getAttribute('data-door')).toBe('table');
  });

  it('says of what was pasted which columns it used, what it could not read, and puts in what is ticked', async () => {
    const root = open();
    const door = await openDoor(root, 'type-in', 'studio-type-in');
    paste(door, CSV.replaceAll(',', '\t'));
    await expect.poll(() => textOf(within(door, 'studio-table-report'))).toContain('找到 2 件商品，1 件有库存');
    const report = textOf(within(door, 'studio-table-report'));
    for (const said of ['“备注”这一列用不上', '第 4 行没有写价格', '第 3 行要填价格', '现在是“三块”']) {
      expect(report).toContain(said);
    }
    const panel = () => within(door, 'studio-copy-panel');
    await expect.poll(() => panel()?.querySelectorAll('.list > li').length).toBe(2);
    panel()!.querySelectorAll<HTMLInputElement>('.list input')[1]!.click();
    await expect.poll(() => panel()?.querySelector('.send')?.textContent).toContain('1');
    panel()!.querySelector<HTMLButtonElement>('.send')!.click();
    await expect.poll(() => textOf(panel())).toContain('放好了 1 件');
    const sent = fetchIt.mock.calls.flatMap(([url, init]) =>
      String(url).endsWith('/commands') ? [JSON.parse(String(init?.body)) as Record<string, unknown>] : [],
    );
    expect(sent.map(({ type }) => type)).toEqual(['put-product', 'put-offer', 'set-stock']);
    expect(sent[0]).toMatchObject({ product: { title: '水蜜桃', linkNo: 1, stockFrom: 'ledger' } });
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
  });

  it('reads prices in the stall’s own currency', async () => {
    answerAs(fetchIt, { state: { ...EMPTY_STATE, session: { ...EMPTY_STATE.session!, currency: 'USD' } } });
    const door = await openDoor(open(), 'type-in', 'studio-type-in');
    paste(door, '商品\t价格\nPeach\t$5\n李子\t¥5\n');
    await expect.poll(() => textOf(within(door, 'studio-table-report'))).toContain('现在是“¥5”');
    expect(textOf(within(door, 'studio-table-report'))).toContain('找到 1 件商品');
  });

  it('ends the example first, unless that is not wished', async () => {
    answerAs(fetchIt, { state: DEMO_STATE });
    const door = await openDoor(open(), 'type-in', 'studio-type-in');
    paste(door, '商品\t价格\n水蜜桃\t39.9\n');
    const panel = () => within(door, 'studio-copy-panel');
    await expect.poll(() => panel()?.querySelector<HTMLInputElement>('[name=end-example]')?.checked).toBe(true);
    expect(panel()!.querySelector('.list > .new')).not.toBeNull();
    panel()!.querySelector<HTMLInputElement>('[name=end-example]')!.click();
    await expect.poll(() => panel()?.querySelector('.list > .changed')).not.toBeNull();
  });

  it('takes hostile texts and ten thousand rows for what they are', async () => {
    const door = await openDoor(open(), 'type-in', 'studio-type-in');
    const titles = ['<img src=x onerror=window.hurt=1>', '\u202Eevil', '"; drop', '桃'.repeat(120), '${7*7}', 'مرحبا'];
    paste(door, ['商品\t价格', ...titles.map((title) => `"${title.replaceAll('"', '""')}"\t1`)].join('\n'));
    await expect.poll(() => within(door, 'studio-copy-panel')?.querySelectorAll('.list > li').length).toBe(6);
    expect(within(door, 'studio-copy-panel')?.querySelector('img')).toBeNull();
    expect((window as { hurt?: number }).hurt).toBeUndefined();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    paste(door, `商品\t价格\n${Array.from({ length: 10_000 }, (_, index) => `桃${index}\t1`).join('\n')}`);
    await expect.poll(() => textOf(within(door, 'studio-table-report'))).toContain('超过 5000 行');
    await expect.poll(() => textOf(within(door, 'studio-copy-panel'))).toContain('一次最多放 500 件');
    expect(within(door, 'studio-copy-panel')!.querySelectorAll('.list > li').length).toBeLessThan(100);
  });

  it('lets the picture follow a table once it was read', async () => {
    answerAs(fetchIt, { state: EMPTY_STATE, table: CSV });
    const door = await openDoor(open(), 'table', 'studio-table-door');
    await ask(door, 'table.example/stall.csv');
    const ways = () => within(door, 'studio-two-ways');
    await expect.poll(() => ways()?.querySelector('input[value=follow]')).not.toBeNull();
    expect(within(ways()!, 'studio-copy-panel')).not.toBeNull();
    ways()!.querySelector<HTMLInputElement>('input[value=follow]')!.click();
    await expect.poll(() => ways()?.querySelector('button.primary')).not.toBeNull();
    ways()!.querySelector<HTMLButtonElement>('button.primary')!.click();
    expect(keptSource(STALL)).toBe('table:https://table.example/stall.csv#every=30');
    await expect.poll(() => textOf(ways())).toContain('画面现在跟着它');
  });

  it('tells how each shop’s door is doing, and goes on telling', async () => {
    const told = { source: 'woocommerce', isSecretSet: true, taken: 0, lastTakenAt: null, lastPingAt: null };
    const woo = { ...told, refused: 0, lastRefusal: null as unknown, unlisted: 0 };
    const fault = { since: '2026-07-01T11:00:00Z', message: { en: 'it is down', 'zh-CN': '网店坏了' } };
    const pull = { source: 'shopify', shop: 'shop.example', everyMs: 15_000, lastOkAt: null, fault };
    const at = '2026-07-01T11:00:12Z';
    answerAs(fetchIt, { state: EMPTY_STATE, sources: () => ({ at, sources: [woo], pulls: [pull] }) });
    const door = await openDoor(open(), 'shops', 'studio-shops-door');
    const row = () => textOf(door.querySelector('[data-source=woocommerce]'));
    await expect.poll(row).toContain('等第一条');
    expect(row()).toContain('http://127.0.0.1:7788/stalls/orchard/hooks/woocommerce');
    expect(row()).toContain('--secret-woocommerce');
    expect(door.querySelectorAll('[data-source]')).toHaveLength(8);
    expect(textOf(door)).toContain('取不到，网店坏了');
    const message = { en: 'Wrong.', 'zh-CN': '签名不对。' };
    Object.assign(woo, { refused: 1, lastRefusal: { at: '2026-07-01T11:00:00Z', code: 'wrong-signature', message } });
    await expect.poll(row).toContain('12 秒前来的一条没有收：签名不对。');
    Object.assign(woo, { taken: 1, lastTakenAt: '2026-07-01T11:00:10Z', unlisted: 1 });
    await expect.poll(row).toContain('接上了：2 秒前收到，一共 1 条');
    expect(row()).toContain('不知道是哪件商品');
  });

  it('tries another relay’s link, and says what stands there', async () => {
    answerAs(fetchIt, { state: DEMO_STATE });
    const door = await openDoor(open(), 'relay', 'studio-relay-door');
    await ask(door, 'https://far.example/overlay?stall=peaches#VIEW%26KEY');
    await expect.poll(() => textOf(door)).toContain('演示摊位，1 件商品，1 个直播间');
    [...door.querySelectorAll<HTMLButtonElement>('button.primary')].at(-1)!.click();
    expect(keptSource(STALL)).toBe('relay:https://far.example/stalls/peaches#VIEW%26KEY');
    const [, init] = fetchIt.mock.calls.find(([url]) => String(url).startsWith('https://far.example/stalls'))!;
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer VIEW&KEY');
  });

  it.each([
    ['zh-CN', 390],
    ['en', 1366],
  ] as const)('has nothing against accessibility in %s at %i px, whatever door is open', async (language, width) => {
    await page.viewport(width, 768);
    answerAs(fetchIt, { state: DEMO_STATE, table: CSV });
    const doors = ['type-in', 'table', 'shops', 'relay'] as const;
    const tags = ['studio-type-in', 'studio-table-door', 'studio-shops-door', 'studio-relay-door'];
    for (const [index, name] of doors.entries()) {
      const door = await openDoor(open(language), name, tags[index]!);
      if (name === 'type-in') {
        paste(door, CSV.replaceAll(',', '\t'));
        await expect.poll(() => within(door, 'studio-copy-panel')?.querySelector('.list > li')).not.toBeNull();
      }
      if (name === 'table') {
        await ask(door, 'https://table.example/stall.csv');
        await expect
          .poll(() => within(door, 'studio-two-ways', 'studio-copy-panel')?.querySelector('.list'))
          .not.toBeNull();
      }
      for (const details of door.querySelectorAll('details')) details.open = true;
      const { violations } = await axe.run(document.body, {
        rules: {
          region: { enabled: false },
          'page-has-heading-one': { enabled: false },
          'heading-order': { enabled: false },
        },
      });
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    }
  });
});
