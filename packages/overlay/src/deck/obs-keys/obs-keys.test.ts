import { describe, expect, it } from 'vitest';
import { openTestDeck } from '../test-deck.fixture.js';
import { KEY_EVENT } from './obs-keys.js';

let presses = 0;
/** As OBS's browser source passes on what its script sends: an event of the window with the parsed JSON. */
const press = (detail: unknown) => window.dispatchEvent(new CustomEvent(KEY_EVENT, { detail }));
const pressKey = (key: string, id = `obs-${++presses}`) => press({ id, key });

describe('the hotkeys of OBS, in a deck that is a source of it', () => {
  it('sell one of what is shown first, go to the next product, hide all and bring it back', async () => {
    const { desk, sent } = await openTestDeck();
    const [first] = desk.store.$featured.get();
    pressKey('sold-one');
    await expect.poll(() => sent).toMatchObject([{ type: 'adjust-stock', productId: first, delta: -1 }]);
    pressKey('next');
    await expect.poll(() => desk.store.$featured.get()).not.toContain(first);
    pressKey('panic');
    await expect.poll(() => desk.store.$panic.get()).toBe(true);
    pressKey('panic');
    await expect.poll(() => desk.store.$panic.get()).toBe(false);
    expect(sent.map(({ type }) => type)).toEqual(['adjust-stock', 'next-in-run', 'panic', 'panic']);
    desk.close();
  });

  it('count each press once, and nothing that is no press', async () => {
    const { desk, sent } = await openTestDeck();
    for (const id of ['twice', 'twice', 'thrice']) pressKey('sold-one', id);
    for (const detail of [null, 'panic', {}, { id: 1, key: 'panic' }, { id: 'a', key: 'toString' }, { key: 'panic' }]) {
      press(detail);
    }
    await expect.poll(() => sent.length).toBe(2);
    desk.close();
  });

  it('are not heard after the deck was closed', async () => {
    const { desk, sent } = await openTestDeck();
    desk.close();
    pressKey('panic');
    expect(sent).toEqual([]);
  });
});
