import { expect, it } from 'vitest';
import { openLedger } from './ledger.js';
import { createMemoryStorage } from './memory-storage.js';

const announce = (n: number) => ({ id: `c-${n}`, type: 'announce', text: `line ${n}` });

/** A ledger whose host says when a step begins, and how many steps its storage has taken. */
async function setup() {
  const storage = createMemoryStorage();
  const begins: (() => void)[] = [];
  let steps = 0;
  const ledger = await openLedger({
    stall: 'orchard',
    storage: {
      ...storage,
      step(known, ids, decide) {
        steps += 1;
        return storage.step(known, ids, decide);
      },
    },
    gather: (begin) => void begins.push(begin),
  });
  return { ledger, begin: () => begins.shift()?.(), taken: () => steps, opened: steps };
}

it('what arrives before a step begins is one step of the storage, in its order', async () => {
  const { ledger, begin, taken, opened } = await setup();
  const first = ledger.position.offset;
  const outcomes = Promise.all(Array.from({ length: 40 }, (_, n) => ledger.command(announce(n))));
  await Promise.resolve();
  expect(taken()).toBe(opened);
  begin();
  const offsets = (await outcomes).map((outcome) => outcome.ok && outcome.position.offset);
  expect(offsets).toEqual(Array.from({ length: 40 }, (_, n) => first + 1 + n));
  expect(taken()).toBe(opened + 1);

  const next = ledger.command(announce(40));
  begin();
  expect(await next).toMatchObject({ ok: true });
  expect(taken()).toBe(opened + 2);
});

it('closing waits for what was put off', async () => {
  const { ledger, begin } = await setup();
  const outcome = ledger.command(announce(1));
  const closed = ledger.close();
  begin();
  expect(await outcome).toMatchObject({ ok: true });
  await closed;
});
