import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineStudio } from '../define.js';
import { localPackWords } from './local-pack-words.js';

defineStudio();

const PRODUCT = { id: 'peach', title: '阳山水蜜桃', media: [] };

/** A relay that answers with the state of a stall, and with no pack. */
function relay(products: readonly object[]) {
  const asked = vi.fn((url: string | URL) => {
    const isState = String(url).endsWith('/state');
    return Promise.resolve(
      isState ? new Response(JSON.stringify({ state: { products, offers: [] } })) : new Response('', { status: 404 }),
    );
  });
  vi.stubGlobal('fetch', asked);
  return asked;
}

async function open(language: 'zh-CN' | 'en' = 'zh-CN', isOpen = true) {
  const element = document.createElement('studio-local-pack');
  Object.assign(element, {
    address: { origin: 'http://127.0.0.1:7788', stall: '果园' },
    viewKey: 'VIEW',
    choices: { portrait: { scene: '~p.abc' }, landscape: {} },
    language,
  });
  document.body.replaceChildren(element);
  await element.updateComplete;
  const root = element.shadowRoot!;
  root.querySelector('details')!.open = isOpen;
  return root;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('<studio-local-pack>', () => {
  it('asks nothing of the relay before it is opened', async () => {
    const asked = relay([]);
    const root = await open('zh-CN', false);
    await new Promise((resolve) => setTimeout(resolve));
    expect(root.querySelector('summary')?.textContent).toContain(localPackWords('zh-CN').title);
    expect(asked).not.toHaveBeenCalled();
  });

  it.each(['zh-CN', 'en'] as const)('says what the pack brings, and asks for the goods: %s', async (language) => {
    relay([PRODUCT]);
    const root = await open(language);
    const words = localPackWords(language);
    expect(root.textContent).toContain(words.own);
    expect(root.textContent).toContain(words.usual);
    await expect.poll(() => root.querySelector('label')?.textContent).toContain(words.goods(1));
    expect(root.querySelector('input')!.checked).toBe(false);
    expect((await axe.run(root.host as HTMLElement)).violations).toEqual([]);
  });

  it('does not ask for goods that are made up', async () => {
    const asked = relay([{ ...PRODUCT, synthetic: true }]);
    const root = await open();
    await expect.poll(() => asked.mock.calls.length).toBe(1);
    await asked.mock.results[0]?.value;
    expect(root.querySelector('input')).toBeNull();

    const details = root.querySelector('details')!;
    const closed = new Promise((resolve) => details.addEventListener('toggle', resolve, { once: true }));
    details.open = false;
    await closed;
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('says so where there is no pack to be had', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    relay([]);
    const root = await open();
    root.querySelector('button')!.click();
    await expect.poll(() => root.querySelector('[role=status]')?.textContent).toContain(localPackWords('zh-CN').failed);
  });
});
