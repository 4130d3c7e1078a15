import { afterEach, expect, it } from 'vitest';
import { openTestDeck } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;
const lines = () =>
  [...test.part('deck-history').querySelectorAll('li')].map((line) => line.textContent!.replace(/\s+/g, ' ').trim());
const notice = () => test.part('deck-notice').textContent?.replace(/\s+/g, ' ') ?? '';

afterEach(() => test.stop());

it('says of each step behind a dead line that it waits for the network, and lets each be dropped', async () => {
  test = await openTestDeck();
  test.line.isDown = true;
  for (const delta of [-1, -2, -3]) {
    test.desk.send('adjust-stock', { productId: 'peach', delta, reason: 'sold-elsewhere' });
  }
  await expect.poll(() => lines().filter((line) => line.endsWith('等待网络 不发了'))).toHaveLength(3);
  expect(notice()).toContain('等待网络');
  expect(lines().join() + notice()).not.toContain('正在发送');

  const middle = [...test.part('deck-history').querySelectorAll('li')].find((line) => line.textContent!.includes('−2'));
  middle!.querySelector('button')!.click();
  await expect.poll(() => lines().length).toBe(2);
  test.line.isDown = false;
  test.desk.outbox.retry();
  await expect.poll(() => test.desk.store.$stock('peach').get()?.sellable).toBe(182);
  expect(lines().join() + notice()).not.toContain('等待网络');
});

it('says that it is sending while an answer is awaited for the first time', async () => {
  test = await openTestDeck();
  test.line.isHeld = true;
  test.desk.send('pause', { productId: 'peach' });
  await expect.poll(() => lines()[0]).toContain('正在发送');
  expect(notice()).toContain('正在发送');
  test.line.isHeld = false;
});
