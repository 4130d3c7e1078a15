import { describe, expect, it } from 'vitest';
import { indexedDbSteps } from './indexeddb-steps.js';
import { createMemorySteps } from './memory-steps.fixture.js';
import type { SentCommand } from './sent-command.js';

const step = (id: string, stage: SentCommand['stage'] = 'waiting'): SentCommand => ({
  command: { id, type: 'pause', productId: 'peach' },
  at: 1,
  stage,
  unanswered: 0,
});

let stalls = 0;

describe.each([
  ['IndexedDB', () => indexedDbSteps(`steps-${Date.now()}-${++stalls}`)],
  ['memory', createMemorySteps],
])('steps in %s', (_, open) => {
  it('are kept in the order of their ids, each with its page', async () => {
    const steps = open();
    await steps.add(step('b'), 'one');
    await steps.add(step('a'), 'two');
    expect(await steps.all()).toEqual([
      { step: step('a'), owner: 'two' },
      { step: step('b'), owner: 'one' },
    ]);
  });

  it('stay as they are when they are added again', async () => {
    const steps = open();
    await steps.add(step('a'), 'one');
    await steps.update(step('a', 'done'), 'one');
    await steps.add(step('a'), 'two');
    expect(await steps.all()).toEqual([{ step: step('a', 'done'), owner: 'one' }]);
  });

  it('are changed by their own page alone, and not after they were removed', async () => {
    const steps = open();
    await steps.add(step('a'), 'one');
    expect(await steps.update(step('a', 'done'), 'two')).toBe(false);
    expect(await steps.update(step('a', 'accepted'), 'one')).toBe(true);
    await steps.remove(['a']);
    expect(await steps.update(step('a', 'done'), 'one')).toBe(false);
    expect(await steps.all()).toEqual([]);
  });

  it('of a page that is gone go to one of two that both ask', async () => {
    const steps = open();
    await steps.add(step('a'), 'gone');
    await steps.add(step('b'), 'alive');
    const isGone = (owner: string) => owner === 'gone';
    const [one, two] = await Promise.all([steps.take('one', isGone), steps.take('two', isGone)]);
    expect([...one, ...two]).toEqual([step('a')]);
  });
});

describe('steps in IndexedDB', () => {
  it('of other stalls, and what is no step, are left alone', async () => {
    const name = `steps-${Date.now()}`;
    await indexedDbSteps(`${name}-2`).add(step('z'), 'one');
    await indexedDbSteps(name).add({ ...step('a'), at: 'now' as unknown as number }, 'one');
    expect(await indexedDbSteps(name).all()).toEqual([]);
  });
});
