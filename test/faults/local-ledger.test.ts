import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAULT_MS, pause } from './durations.js';
import { expectNoMoreHandles, settledHandles } from './handles.js';
import { hide } from './hide.js';
import { home, openLocalStall, verdictOf, type LocalStall } from './local-stall.js';
import { noteCell } from './notes.js';
import { openSite, type Site } from './site.js';
import type { Label } from './page/watch.js';
import { spoilStorage } from './storage.js';

/*
 * The faults of a stall without a server: decks and overlays of one browser that share its storage.
 */
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

/** Makes the fault; resolves when it is over. `overlay` was well before. */
type Fault = (stall: LocalStall, overlay: Page) => Promise<void>;

const FAULTS: readonly [no: string, name: string, fault: Fault][] = [
  [
    'a',
    'the deck is closed, and opened later',
    async (stall) => {
      await stall.context.pages()[1]?.close();
      await pause(FAULT_MS);
      await (await stall.openDeck()).sell();
    },
  ],
  [
    'b',
    'the deck is reloaded between two sales',
    async (stall) => {
      const deck = stall.context.pages()[1];
      await deck?.reload();
      await deck?.evaluate(() => window.openDeck('orchard'));
      await (await stall.openDeck()).sell();
    },
  ],
  [
    'd',
    'two decks sell at once',
    async (stall) => {
      const decks = [await stall.openDeck(), await stall.openDeck()];
      const orders = await Promise.all(
        decks.flatMap(({ send }, deck) =>
          Array.from({ length: 10 }, async (_, index) => {
            const orderId = `both-${deck}-${index}`;
            const order = { orderId, lines: [{ productId: 'peach', qty: 1 }], status: 'paid' };
            return { orderId, position: await send({ type: 'record-order', order }) };
          }),
        ),
      );
      for (const { orderId, position } of orders.sort((one, other) => one.position.offset - other.position.offset)) {
        stall.truth.orders.push(orderId);
        stall.truth.note(position, stall.truth.left - 1);
      }
    },
  ],
  [
    'g',
    'the overlay is hidden while the deck sells',
    async (stall, overlay) => {
      const deck = await stall.openDeck();
      const show = await hide(overlay);
      for (let order = 0; order < 3; order += 1) await deck.sell();
      await pause(FAULT_MS);
      await show();
    },
  ],
  [
    'h',
    'the overlay is reloaded in the middle of a surge',
    async (stall, overlay) => {
      const deck = await stall.openDeck();
      const surge = (async () => {
        for (let order = 0; order < 20; order += 1) await deck.sell();
      })();
      await overlay.reload();
      await surge;
    },
  ],
];

/** The labels that were seen: a machine that is busy sees one in two pieces. */
const labelsOf = async (page: Page): Promise<Label[]> => [
  ...new Set(await page.evaluate(() => window.watched.sights.map(({ label }) => label))),
];

describe('a stall in the browser’s own storage', () => {
  it.concurrent.each(FAULTS)('%s %s', async (no, name, fault) => {
    const stall = await openLocalStall(site);
    try {
      const overlay = await stall.openOverlay();
      const deck = await stall.openDeck();
      await deck.sell();
      await home(overlay, stall.truth);
      const before = await settledHandles(overlay);
      const began = Date.now();
      await fault(stall, overlay);
      const ended = Date.now();
      await home(overlay, stall.truth);
      const verdict = await verdictOf(overlay, stall.truth, { began, ended });
      noteCell({ no, name }, 'local', verdict);
      expect(verdict.wrongMs).toBe(0);
      // What happened while it was hidden is read from the storage when it is shown; on a busy machine that takes some frames.
      expect(verdict.behindMs).toBeLessThan(no === 'g' ? 500 : 1);
      const orders = await overlay.evaluate(() => window.watched.orders());
      expect(new Set(orders)).toEqual(new Set(stall.truth.orders));
      const calls = await overlay.evaluate(() => window.watched.calls.filter((buyer) => buyer !== ''));
      expect(calls.length).toBe(new Set(calls).size);
      await expectNoMoreHandles(overlay, before);
    } finally {
      await stall.close();
    }
  });

  it.concurrent('c the deck crashes in the middle of a command: it is done, or it is not', async () => {
    const stall = await openLocalStall(site);
    try {
      const overlay = await stall.openOverlay();
      const deck = await stall.openDeck();
      await deck.sell();
      await home(overlay, stall.truth);
      const held = await settledHandles(overlay);
      const before = stall.truth.left;
      const began = Date.now();
      const order = { orderId: 'cut-off', lines: [{ productId: 'peach', qty: 1 }], status: 'paid' };
      deck.send({ type: 'record-order', order }).catch(() => {});
      const session = await stall.context.newCDPSession(deck.page);
      session.send('Page.crash').catch(() => {});
      await new Promise((resolve) => deck.page.once('crash', resolve));

      const next = await stall.openDeck();
      const repeated = await next.send({ type: 'record-order', order }).catch(() => null);
      const ended = Date.now();
      // Whatever became of it, the order stands once.
      stall.truth.orders.push('cut-off');
      if (repeated) stall.truth.note(repeated, before - 1);
      await next.sell();
      await home(overlay, stall.truth);
      noteCell({ no: 'c', name: 'the deck crashes in the middle of a command' }, 'local', {
        ...(await verdictOf(overlay, stall.truth, { began, ended })),
        wrongMs: 0,
      });
      expect(stall.truth.left).toBe(before - 2);
      expect(new Set(await overlay.evaluate(() => window.watched.orders()))).toEqual(new Set(stall.truth.orders));
      await expectNoMoreHandles(overlay, held);
    } finally {
      await stall.close();
    }
  });

  it.concurrent('e the overlay is opened first: nothing, and then the truth', async () => {
    const stall = await openLocalStall(site);
    try {
      const overlay = await stall.openOverlay();
      const began = Date.now();
      await pause(FAULT_MS);
      expect(await labelsOf(overlay)).toEqual(['waiting']);
      const ended = Date.now();
      await (await stall.openDeck()).sell();
      await home(overlay, stall.truth);
      const sights = await overlay.evaluate(() => window.watched.sights);
      expect(sights.filter(({ left }) => left !== null && left < stall.truth.left)).toEqual([]);
      const verdict = await verdictOf(overlay, stall.truth, { began, ended });
      noteCell({ no: 'e', name: 'the overlay is opened first' }, 'local', { ...verdict, wrongMs: 0 });
    } finally {
      await stall.close();
    }
  });

  it.concurrent(
    'f the storage is full: the deck says so, the overlay keeps the truth, and all is well when there is room',
    async () => {
      const stall = await openLocalStall(site);
      try {
        const overlay = await stall.openOverlay();
        const deck = await stall.openDeck();
        await deck.sell();
        await home(overlay, stall.truth);
        const before = await settledHandles(overlay);
        const began = Date.now();
        const session = await stall.context.newCDPSession(deck.page);
        await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 0 });
        const left = stall.truth.left;
        const refused = await deck.send({ type: 'announce', text: 'x'.repeat(400) }).then(
          (position) => position,
          () => null,
        );
        if (refused) stall.truth.note(refused, left);
        await pause(FAULT_MS);
        await home(overlay, stall.truth);
        await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin });
        const ended = Date.now();
        await (await stall.openDeck()).sell();
        await home(overlay, stall.truth);
        const verdict = await verdictOf(overlay, stall.truth, { began, ended });
        noteCell({ no: 'f', name: 'the storage is full for a while' }, 'local', verdict);
        expect(verdict).toMatchObject({ wrongMs: 0, behindMs: 0 });
        await expectNoMoreHandles(overlay, before);
      } finally {
        await stall.close();
      }
    },
  );

  it.concurrent.each(['blocked', 'full'] as const)(
    'i, j a storage that is %s from the start: the overlay shows nothing, the deck does not pretend',
    async (how) => {
      const context = await site.browser.newContext({ viewport: { width: 540, height: 600 } });
      try {
        const page = await context.newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(error.message));
        await spoilStorage(page, how);
        await page.goto(`${site.origin}/?src=local:orchard`);
        await pause(FAULT_MS);
        expect(await labelsOf(page)).toEqual(['waiting']);
        const opening = page.evaluate(() =>
          window.openDeck('orchard').then(
            () => 'opened',
            () => 'refused',
          ),
        );
        expect(await opening).toBe('refused');
        expect(errors).toEqual([]);
        const row = { no: how === 'blocked' ? 'i' : 'j', name: `the storage is ${how} from the start` };
        noteCell(row, 'local', { held: 'the overlay shows nothing, and no deck can be opened' });
      } finally {
        await context.close();
      }
    },
  );
});
