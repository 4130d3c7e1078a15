import { put } from '@stallcast/testing';
import type { StallState } from '@stallcast/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { shelfStall, widget } from './shelf.states.js';
import type { ShelfElement } from './shelf.js';
import './define.js';

async function setup(
  stall: StallState | null = shelfStall(),
  attributes: Record<string, string> = {},
  language = 'zh-CN',
) {
  const stage = setStage('stall-shelf', { name: 'test', en: '', 'zh-CN': '', stall, attributes }, language);
  const root = await raise(stage);
  const rows = () => [...root.querySelectorAll<HTMLElement>('.row:not([hidden])')];
  const titles = () => rows().map((row) => row.querySelector('.title')?.textContent);
  const change = async (...puts: Parameters<typeof stage.fake.change>[0]) => {
    stage.fake.change(puts);
    await settled(stage.element);
  };
  return { ...stage, element: stage.element as ShelfElement, root, rows, titles, change };
}

describe('<stall-shelf>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows nothing before the first snapshot, then all at once', async () => {
    const { root, fake, element, titles } = await setup(null);
    expect(root.querySelector('.shelf')).toBeNull();
    fake.snapshot(shelfStall());
    await settled(element);
    expect(titles()).toEqual(['阳山水蜜桃 5斤装', '青花椒 鲜采 1斤', '沙地西瓜 约8斤', '农家玉米面条 4斤']);
    expect(root.getAnimations()).toEqual([]);
  });

  it('says how many more there are', async () => {
    const { root, element } = await setup();
    expect(root.querySelector('.tab.quiet')?.textContent).toBe('还有 2 款');
    element.rows = 6;
    await element.updateComplete;
    expect(root.querySelector('.tab.quiet')).toBeNull();
  });

  it('keeps its places when the show goes on, and fades in what is new in them', async () => {
    const { rows, titles, change } = await setup();
    const before = rows();
    await change(put('featured', ['watermelon']));
    expect(titles()[0]).toBe('沙地西瓜 约8斤');
    expect(rows()).toEqual(before);
    expect(rows().map((row) => row.getAnimations().length)).toEqual([1, 1, 1, 1]);
  });

  it('marks what is on and what comes next', async () => {
    const { rows, change } = await setup();
    const marks = () => rows().map((row) => row.querySelector('.now')?.textContent ?? '');
    expect(marks()).toEqual(['讲解中', '接下来', '', '']);
    await change(put('featured', ['noodles']));
    expect(marks()).toEqual(['', '讲解中', '接下来', '']);
  });

  it('follows what stands on it, and nothing of what does not', async () => {
    const { element, change } = await setup();
    const updates = vi.spyOn(element as unknown as { performUpdate(): void }, 'performUpdate');
    const [peach, , , , , ginseng] = shelfStall().stocks;
    await change(put('stock', { ...ginseng!, sold: 299, sellable: 1 }));
    expect(updates).not.toHaveBeenCalled();
    await change(put('stock', { ...peach!, sold: 299, sellable: 1 }));
    expect(updates).toHaveBeenCalledTimes(1);
  });

  it('lets what is sold out step back', async () => {
    const { rows, change } = await setup();
    await change(put('stock', { ...shelfStall().stocks[0]!, onHand: 300, sold: 300, sellable: 0 }));
    expect(rows()[0]?.classList.contains('dim')).toBe(true);
    expect(rows()[0]?.querySelector('.stock')?.textContent).toBe('已抢光');
  });

  it('says 待开价 for a price that is kept back, and no figure', async () => {
    const { rows } = await setup(shelfStall({ peach: { offer: { price: null } } }));
    expect(rows()[0]?.querySelector('.price')?.textContent.trim()).toBe('待开价');
    expect(rows()[0]?.querySelector('.price .figure')).toBeNull();
  });

  it.each([
    ['zh-CN', '1号链接 阳山水蜜桃 5斤装 讲解中 价格 ¥39.90 还有 186 件'],
    ['en', 'Link 1 Yangshan peaches ON NOW Price ¥39.90 186 left'],
  ])('reads in the order in which it is said, in %s', async (language, said) => {
    const { rows } = await setup(shelfStall(), {}, language);
    const texts: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Element && node.getAttribute('aria-hidden') === 'true') return;
      if (node instanceof Text && node.data.trim()) texts.push(node.data.trim());
      for (const child of node.childNodes) walk(child);
    };
    walk(rows()[0]!);
    expect(texts.join(' ')).toBe(said);
  });

  it('shows a basket for a picture that does not load, and tries again after the next snapshot', async () => {
    const broken = shelfStall({
      peach: { product: { media: [{ kind: 'image', url: 'data:image/png;base64,broken' }] } },
    });
    const { rows, fake } = await setup(broken);
    await expect.poll(() => rows()[0]?.querySelector('img')).toBeNull();
    expect(rows()[0]?.querySelector('.basket')).not.toBeNull();
    const height = rows()[0]?.offsetHeight;
    let tries = 0;
    const watch = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        tries += [...addedNodes].filter(({ nodeName }) => nodeName === 'IMG').length;
    });
    watch.observe(rows()[0]!, { childList: true, subtree: true });
    fake.snapshot(broken);
    await expect.poll(() => tries).toBe(1);
    watch.disconnect();
    expect(rows()[0]?.offsetHeight).toBe(height);
  });

  it('shows nothing in a room that does not sell, and nothing where nothing is sold', async () => {
    const stall = shelfStall();
    const rooms = stall.rooms.map((room) => ({ ...room, commerce: false }));
    expect((await setup({ ...stall, rooms })).root.querySelector('.shelf')).toBeNull();
    expect((await setup({ ...stall, products: [] })).root.querySelector('.shelf')).toBeNull();
  });

  it('bears the marks of synthetic and of old data, and calls old figures what they were', async () => {
    const { root, pass, element, rows } = await setup(shelfStall({}, ['peach'], true));
    expect([...root.querySelectorAll('.mark')].map((mark) => mark.textContent?.trim())).toEqual(['演示']);
    pass(12_000);
    await settled(element);
    expect(root.querySelectorAll('.mark')).toHaveLength(2);
    expect(rows()[0]?.querySelector('.stock')?.textContent).toBe('当时剩 186 件');
  });

  it.each(['list', 'strip', 'grid'])('cuts no figure in the look %s, whatever stands beside it', async (look) => {
    for (const { name, stall, attributes } of widget.states) {
      for (const language of ['zh-CN', 'en']) {
        const { rows, element, room } = await setup(stall, { ...attributes, look }, language);
        element.style.width = look === 'list' ? '640px' : '1000px';
        document.body.style.width = '1100px';
        for (const row of rows()) {
          const box = row.getBoundingClientRect();
          for (const part of row.querySelectorAll<HTMLElement>('.stock, .amount')) {
            const { right, top, bottom } = part.getBoundingClientRect();
            // What has no room stands below the edge, whole, and is not seen.
            const isSeen = top < part.closest('.foot')!.getBoundingClientRect().bottom - 4;
            if (!isSeen) continue;
            expect(right, `${name} ${language}: ${part.textContent}`).toBeLessThanOrEqual(box.right + 3);
            expect(bottom, `${name} ${language}: ${part.textContent}`).toBeLessThanOrEqual(box.bottom + 3);
          }
        }
        room.remove();
      }
    }
    document.body.removeAttribute('style');
  });
});
