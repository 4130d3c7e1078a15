import { registerScheme } from '@stallcast/protocol';
import { createFakeAdapter, exampleState } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore, type OpenedStore } from './open-store.js';

const SRC = 'kept-fake:orchard#KEY';
let fake: ReturnType<typeof createFakeAdapter>;
registerScheme('kept-fake', () => fake.adapter);
const local = vi.fn();
registerScheme('local', local);

let kept: Record<string, string>;
let page: EventTarget;
let shown: EventTarget & { hidden: boolean };
let opened: OpenedStore[];

beforeEach(() => {
  vi.useFakeTimers();
  fake = createFakeAdapter();
  kept = {};
  opened = [];
  page = new EventTarget();
  shown = Object.assign(new EventTarget(), { hidden: false });
  const methods: Record<string, unknown> = {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, text: string) => void (kept[name] = text),
    removeItem: (name: string) => void delete kept[name],
  };
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {},
      {
        get: (_, name: string) => methods[name],
        ownKeys: () => Object.keys(kept),
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    ),
  );
  vi.stubGlobal('document', shown);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => {
  for (const { close, store } of opened) {
    close();
    store.stop();
  }
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Opens a store, and starts it as a room does. */
function open(src = SRC): OpenedStore {
  const store = openStore(src, '')!;
  opened.push(store);
  store.store.start();
  return store;
}
const titles = ({ store }: OpenedStore) => store.$products.get().map(({ title }) => title);
const hide = () => {
  shown.hidden = true;
  shown.dispatchEvent(new Event('visibilitychange'));
};
const written = () => Object.keys(kept).length;
const [peach] = exampleState().products;
const rename = (title: string) => fake.change([{ kind: 'product', id: peach!.id, value: { ...peach!, title } }]);

describe('the store of a connection', () => {
  it('shows what was known at once, and says that it is no more than that until something comes', () => {
    const first = open();
    expect([titles(first), first.isKeptOnly()]).toEqual([[], false]);
    fake.snapshot();
    first.close();
    fake = createFakeAdapter();
    const again = open();
    expect([titles(again).includes(peach!.title), again.isKeptOnly()]).toEqual([true, true]);
    fake.snapshot();
    expect(again.isKeptOnly()).toBe(false);
  });

  it('is written three seconds after a change, once, and not at all while nothing changes', () => {
    open();
    fake.snapshot();
    vi.advanceTimersByTime(2_999);
    expect(written()).toBe(0);
    vi.advanceTimersByTime(1);
    expect(written()).toBe(1);
    const setItem = Object.values(kept)[0];
    rename('新桃');
    rename('新新桃');
    expect(Object.values(kept)[0]).toBe(setItem);
    vi.advanceTimersByTime(3_000);
    expect(Object.values(kept)[0]).toContain('新新桃');
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
  });

  it('is written at once when the page is hidden or goes, and when the connection is closed with something unwritten', () => {
    const { close } = open();
    fake.snapshot();
    shown.dispatchEvent(new Event('visibilitychange'));
    expect(written(), 'it is shown').toBe(0);
    hide();
    expect(written()).toBe(1);
    kept = {};
    page.dispatchEvent(new Event('pagehide'));
    expect(written()).toBe(1);
    kept = {};
    rename('新桃');
    close();
    expect(Object.values(kept)[0]).toContain('新桃');
    kept = {};
    hide();
    page.dispatchEvent(new Event('pagehide'));
    expect(written(), 'what is closed writes no more').toBe(0);
  });

  it('is forgotten where the connection says that it is not for this page, and not written again', () => {
    const { forget, close } = open();
    fake.snapshot();
    hide();
    rename('新桃');
    forget();
    expect(written()).toBe(0);
    vi.advanceTimersByTime(60_000);
    page.dispatchEvent(new Event('pagehide'));
    expect(written()).toBe(0);
    close();
    expect(written()).toBe(0);
  });

  it('forgets the old ones of other connections as it opens', () => {
    kept['stallcast.last.zzz'] = 'not a state';
    open();
    expect(written()).toBe(0);
  });

  it('is none for what is at hand without a line, and for what cannot be opened', () => {
    expect([openStore('local:orchard', ''), openStore('nothing:x', ''), openStore('', '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(local).not.toHaveBeenCalled();
  });
});
