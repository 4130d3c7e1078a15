import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openTestDeck } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;

afterEach(async () => {
  await test.stop();
  await page.viewport(414, 896);
});

const part = () => test.part('deck-rooms');
const dialog = () => part().querySelector('dialog')!;
const titles = () => test.desk.store.$rooms.get().map(({ title }) => title);
const key = (words: string) =>
  [...part().querySelectorAll('button')].find(({ textContent }) => textContent.replaceAll(/\s+/g, '') === words)!;

async function type(name: string): Promise<void> {
  await expect.poll(() => dialog().open).toBe(true);
  const field = dialog().querySelector('input')!;
  field.value = name;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  dialog().querySelector('form')!.requestSubmit();
  await test.app.updateComplete;
}

async function openSecond(name = '二号直播间'): Promise<string> {
  test = await openTestDeck();
  await expect.poll(() => part().querySelector('.add')).not.toBeNull();
  key('＋再开一个直播间').click();
  await type(name);
  await expect.poll(titles).toEqual(['果园直播间', name]);
  return test.desk.store.$rooms.get()[1]!.id;
}

describe('the rooms of a stall', () => {
  it('are one at first, told by its name, and it cannot be closed', async () => {
    test = await openTestDeck();
    await expect.poll(() => part().textContent).toContain('现在只有一个直播间：果园直播间');
    expect(part().textContent).not.toContain('关掉');
  });

  it('become more by a name alone', async () => {
    const id = await openSecond();
    expect(id).toMatch(/^room-[a-z0-9]{6}$/);
    expect(test.commands()).toEqual([{ type: 'put-room', room: { id, title: '二号直播间', commerce: true } }]);
    expect(dialog().open).toBe(false);
    await expect.poll(() => test.part('deck-room-switch').textContent).toContain('二号直播间');
  });

  it('have a name each that nobody else has', async () => {
    await openSecond();
    key('＋再开一个直播间').click();
    await type('  ');
    await expect.poll(() => dialog().querySelector('.error')?.textContent).toContain('写一个名字');
    await type(' 果园直播间 ');
    await expect.poll(() => dialog().querySelector('.error')?.textContent).toContain('已经有一个');
    expect(test.commands().length).toBe(1);
    expect(dialog().open).toBe(true);
  });

  it('are renamed, keep what else they have, and a name that stays sends nothing', async () => {
    const id = await openSecond();
    test.desk.send('put-room', { room: { id, title: '二号直播间', commerce: false, panic: true } });
    await expect.poll(() => test.desk.store.$rooms.get()[1]?.panic).toBe(true);
    key('二号直播间：改名').click();
    await type('二号直播间');
    key('二号直播间：改名').click();
    await type('抖音小号');
    await expect.poll(titles).toEqual(['果园直播间', '抖音小号']);
    expect(test.desk.store.$rooms.get()[1]).toMatchObject({ id, commerce: false, panic: true });
    expect(test.commands().length).toBe(3);
  });

  it('are closed once it was confirmed, and are back with their part of the stock when that is undone', async () => {
    const id = await openSecond();
    test.desk.send('allocate', { productId: 'peach', room: id, quantity: 40 });
    const quotas = () =>
      test.desk.store
        .$stock('peach')
        .get()
        ?.quotas.map(({ quantity }) => quantity);
    await expect.poll(quotas).toEqual([40]);
    key('二号直播间：关掉').click();
    await expect.poll(() => dialog().textContent).toContain('关掉“二号直播间”？');
    expect(titles()).toHaveLength(2);
    dialog().querySelector<HTMLElement>('.danger')!.click();
    await expect.poll(titles).toEqual(['果园直播间']);
    expect(quotas()).toEqual([]);
    await expect.poll(() => test.part('deck-history').textContent).toContain('关掉直播间 二号直播间');
    const [undo] = [...test.desk.outbox.$commands.get()].filter(({ command }) => command.type === 'remove-room');
    test.desk.send('undo', { commandId: undo!.command.id });
    await expect.poll(titles).toEqual(['果园直播间', '二号直播间']);
    await expect.poll(quotas).toEqual([40]);
    await expect.poll(() => test.part('deck-history').textContent).toContain('分给 二号直播间 40');
  });

  it('are opened without a line too, and the step waits', async () => {
    test = await openTestDeck();
    await expect.poll(() => part().querySelector('.add')).not.toBeNull();
    test.line.isDown = true;
    key('＋再开一个直播间').click();
    await type('棚里');
    expect(titles()).toEqual(['果园直播间']);
    expect(test.desk.outbox.$commands.get().map(({ stage }) => stage)).toEqual(['waiting']);
    test.line.isDown = false;
    await expect.poll(titles, { timeout: 10_000 }).toEqual(['果园直播间', '棚里']);
  });

  it.each([390, 1366])('have nothing against them at %i px, sheet open or not', async (width) => {
    await page.viewport(width, 844);
    await openSecond();
    test.app.tab = 'show';
    await test.app.updateComplete;
    const find = async () =>
      (await axe.run(document.body, { rules: { region: { enabled: false } } })).violations.map(({ id }) => id);
    expect(await find()).toEqual([]);
    for (const name of ['＋再开一个直播间', '二号直播间：关掉']) {
      key(name).click();
      await expect.poll(() => dialog().open).toBe(true);
      expect(await find()).toEqual([]);
      dialog().close();
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
