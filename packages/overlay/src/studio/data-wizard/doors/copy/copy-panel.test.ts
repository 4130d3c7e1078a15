import type { StallState } from '@stallcast/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readTable } from '../../asking/ask-table.js';
import { answerAs, DEMO_STATE, EMPTY_STATE, STALL } from '../../relay.fixture.js';
import { defineDoors } from '../define-doors.js';

defineDoors();

const fetchIt = vi.spyOn(globalThis, 'fetch');
const [demo] = DEMO_STATE.products;
const { synthetic: _, ...plain } = demo!;
const PEACH = { ...plain, title: '水蜜桃', linkNo: 1 };
const stallWith = (...products: StallState['products']): StallState => ({ ...EMPTY_STATE, products });

function rowsOf(csv: string) {
  const answer = readTable(csv, 'https://shop.example/', 'CNY');
  return answer.ok ? answer.inspection.rows : [];
}

function open(csv: string) {
  const panel = document.createElement('studio-copy-panel');
  const address = { origin: 'http://127.0.0.1:7788', stall: STALL };
  Object.assign(panel, { rows: rowsOf(csv), address, deckKey: 'DECK', language: 'zh-CN' });
  document.body.replaceChildren(panel);
  const root = panel.shadowRoot!;
  const send = () => root.querySelector<HTMLButtonElement>('.send');
  return {
    panel,
    root,
    send,
    text: () => root.textContent.replace(/\s+/g, ' '),
    ticks: () => [...root.querySelectorAll<HTMLInputElement>('.list input')],
    press: async () => {
      await expect.poll(() => send()?.disabled).toBe(false);
      send()!.click();
    },
  };
}

interface Sent {
  id: string;
  type: string;
}
const sent = () =>
  fetchIt.mock.calls.flatMap(([url, init]) =>
    String(url).endsWith('/commands') ? [JSON.parse(String(init?.body)) as Sent] : [],
  );

/** Has the relay refuse, or leave unanswered, what `how` says of a command. */
function answeringCommands(how: (command: Sent) => Response | null | undefined): void {
  const usual = fetchIt.getMockImplementation()!;
  fetchIt.mockImplementation((input, init) => {
    if (!String(input).endsWith('/commands')) return usual(input, init);
    const answer = how(JSON.parse(String(init?.body)) as Sent);
    if (answer === null) return Promise.reject(new TypeError('down'));
    return answer ? Promise.resolve(answer) : usual(input, init);
  });
}

beforeEach(() => {
  fetchIt.mockReset();
  answerAs(fetchIt, { state: EMPTY_STATE });
});
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('<studio-copy-panel>', () => {
  it('leaves it to a person whether another name under the same number is the same product', async () => {
    answerAs(fetchIt, { state: stallWith(PEACH) });
    const { ticks, send, text } = open('商品,价格,链接号\n黄桃,39.9,1\n');
    await expect.poll(text).toContain('是同一件才勾');
    expect([ticks().map(({ checked }) => checked), send()?.disabled]).toEqual([[false], true]);
    ticks()[0]!.click();
    await expect.poll(() => send()?.disabled).toBe(false);
  });

  it('puts nothing in while two of them would have one link number', async () => {
    const { ticks, send, text } = open('商品,价格,链接号\n桃,39.9,1\n李,20,1\n');
    await expect.poll(text).toContain('1 号链接会有两件：桃、李');
    expect(send()?.disabled).toBe(true);
    ticks()[1]!.click();
    await expect.poll(() => send()?.disabled).toBe(false);
  });

  it('puts nothing in that differs from what was shown: the stall may have changed meanwhile', async () => {
    const { press, text } = open('商品,价格\n水蜜桃,39.9\n');
    await expect.poll(text).toContain('新商品 1 件');
    answerAs(fetchIt, { state: stallWith(PEACH) });
    await press();
    await expect.poll(text).toContain('摊位刚才有变动');
    expect(sent()).toEqual([]);
    expect(text()).toContain('有改动 1 件');
    await press();
    await expect.poll(text).toContain('放好了 1 件');
  });

  it('counts what is in the stall, and tells of what was refused', async () => {
    const message = { en: 'No.', 'zh-CN': '编号重复。' };
    let count = 0;
    answeringCommands(() =>
      (count += 1) === 1 ? new Response(JSON.stringify({ code: 'x', message }), { status: 409 }) : undefined,
    );
    const { press, text } = open('商品,价格\n桃,39.9\n李,20\n杏,10\n');
    await press();
    await expect.poll(text).toContain('放好了 2 件');
    expect(text()).toContain('“桃”没有放进去：编号重复。');
  });

  it.each([
    [true, '放好了 1 件', 1],
    [false, '放好了 1 件', 0],
  ])('ends the example where that is ticked (%s), which is no product', async (isTicked, said, ends) => {
    answerAs(fetchIt, { state: DEMO_STATE });
    const { root, press, text } = open('商品,价格\n黄桃,39.9\n');
    await expect.poll(() => root.querySelector('[name=end-example]')).not.toBeNull();
    if (!isTicked) root.querySelector<HTMLInputElement>('[name=end-example]')!.click();
    await press();
    await expect.poll(text).toContain(said);
    expect(sent().filter(({ type }) => type === 'start-session')).toHaveLength(ends);
  });

  it('goes on where a silent relay had stopped it, with the same commands', async () => {
    let isDown = true;
    answeringCommands(({ type }) => (isDown && type === 'put-offer' ? null : undefined));
    const { press, send, text } = open('商品,价格\n桃,39.9\n');
    await expect.poll(() => send()?.disabled).toBe(false);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    send()!.click();
    await vi.waitFor(() => {
      vi.advanceTimersByTime(2_000);
      expect(text()).toContain('停在这里了');
    });
    vi.useRealTimers();
    isDown = false;
    await press();
    await expect.poll(text).toContain('放好了 1 件');
    const ids = (wanted: string) => new Set(sent().flatMap(({ id, type }) => (type === wanted ? [id] : [])));
    expect([ids('put-product').size, ids('put-offer').size]).toEqual([1, 1]);
    expect(sent().filter(({ type }) => type === 'put-product')).toHaveLength(1);
  });

  it('begins anew with other rows, and says so where the key is refused', async () => {
    const { panel, press, send, text } = open('商品,价格\n桃,39.9\n');
    await press();
    await expect.poll(text).toContain('放好了 1 件');
    expect(send()).toBeNull();
    panel.rows = rowsOf('商品,价格\n李,20\n杏,10\n');
    await expect.poll(text).toContain('新商品 2 件');
    await expect.poll(() => send()?.disabled).toBe(false);
    fetchIt.mockImplementation(() => Promise.resolve(new Response('{}', { status: 401 })));
    const other = open('商品,价格\n桃,39.9\n');
    await expect.poll(other.text).toContain('钥匙');
  });
});
