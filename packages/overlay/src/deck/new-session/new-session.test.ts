import { afterEach, describe, expect, it } from 'vitest';
import { openTestDeck } from '../test-deck.fixture.js';

let test: Awaited<ReturnType<typeof openTestDeck>>;
const part = () => test.part('deck-new-session');

afterEach(() => test.stop());

describe('a new evening', () => {
  it('is not offered while the example runs, which has its own way out', async () => {
    test = await openTestDeck();
    await expect.poll(() => test.desk.store.$session.get()?.synthetic).toBe(true);
    expect(part().querySelector('section')).toBeNull();
  });

  it('begins once it was confirmed: its goal is gone, what was sold before no longer counts', async () => {
    test = await openTestDeck({ example: false });
    const session = () => test.desk.store.$session.get()!;
    await expect.poll(() => part().querySelector('section')).not.toBeNull();
    test.desk.send('set-goal', { goal: { id: 'goal', metric: 'orders', target: 9, scope: 'stall' } });
    await expect.poll(() => session().goals.length).toBe(1);
    const before = session().id;
    test.press(part(), '开始新的一场');
    await expect.poll(() => part().querySelector('dialog')?.open).toBe(true);
    expect(session().id).toBe(before);
    part().querySelector<HTMLElement>('.danger')!.click();
    await expect.poll(() => session().id).not.toBe(before);
    expect(session().goals).toEqual([]);
    expect(part().querySelector('dialog')?.open).toBe(false);
  });

  it('is urged where the session began on another day', async () => {
    test = await openTestDeck({ example: false });
    await expect.poll(() => part().querySelector('.quiet')?.textContent).toMatch(/这一场从/);
    test.desk.send('start-session', {
      session: { startsAt: new Date(test.desk.store.now() - 20 * 3_600_000).toISOString() },
    });
    await expect.poll(() => part().querySelector('.old')?.textContent).toMatch(/先开始新的一场/);
  });
});
