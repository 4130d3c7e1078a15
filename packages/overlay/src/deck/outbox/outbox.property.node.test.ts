import type { Command } from '@stallcast/protocol';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnansweredError, type CommandAnswer } from '../command-sender/command-sender.js';
import { createMemorySteps } from './memory-steps.fixture.js';
import { createOutbox, type Outbox } from './outbox.js';
import { createTestTabs } from './test-tabs.fixture.js';

const EPOCH = '01JZ0000000000000000000000';

type Step =
  | { do: 'tap'; page: 0 | 1 }
  | { do: 'kill' | 'close' | 'open'; page: 0 | 1 }
  | { do: 'line'; is: 'up' | 'down' | 'losing answers' }
  | { do: 'storage'; isFull: boolean }
  | { do: 'wait'; ms: number };

const page = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('tap' as const), page }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('kill', 'close', 'open'), page }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('line' as const), is: fc.constantFrom('up', 'down', 'losing answers') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('storage' as const), isFull: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 1, 300, 6_000, 130_000) }),
  },
) as fc.Arbitrary<Step>; // The records' words widen to strings.

/** A relay as its door promises to be: it does each id once. Its line may be down, or lose what it answers. */
function createWorld() {
  const done: string[] = [];
  let line: 'up' | 'down' | 'losing answers' = 'up';
  const steps = createMemorySteps();
  const tabs = createTestTabs();
  /** Ids that some page was told are kept, and ids whose sender got the answer. */
  const promised = new Set<string>();
  const answered = new Set<string>();
  let sentAfterAnswer = 0;
  let joined = 0;

  function open() {
    const life = { index: joined++, isOver: false };
    const sender = {
      async send({ id }: Command): Promise<CommandAnswer> {
        // What a killed page does has no effect any more.
        if (life.isOver) return new Promise(() => {});
        if (answered.has(id)) sentAfterAnswer += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (line === 'down') throw new UnansweredError('down');
        if (!done.includes(id)) done.push(id);
        if (line === 'losing answers' || life.isOver) throw new UnansweredError('lost');
        answered.add(id);
        return { ok: true, position: { epoch: EPOCH, offset: done.indexOf(id) + 1 } };
      },
      close: () => {},
    };
    const ownSteps = Object.fromEntries(
      (['all', 'add', 'update', 'remove', 'take'] as const).map((name) => [
        name,
        // A killed page's transactions that have not begun never do.
        (...args: never[]) =>
          life.isOver ? new Promise(() => {}) : (steps[name] as (...all: never[]) => Promise<unknown>)(...args),
      ]),
    ) as unknown as typeof steps; // Of the same names.
    const outbox = createOutbox({ stall: 'orchard', sender, steps: ownSteps, join: tabs.join });
    outbox.$commands.listen((commands) => {
      if (life.isOver) return;
      for (const { isKept, command } of commands) if (isKept) promised.add(command.id);
    });
    return { outbox, life };
  }

  return {
    done,
    promised,
    steps,
    open,
    setLine: (is: typeof line) => (line = is),
    kill({ life, outbox }: ReturnType<typeof open>) {
      life.isOver = true;
      tabs.kill(life.index);
      outbox.close();
    },
    get sentAfterAnswer() {
      return sentAfterAnswer;
    },
  };
}

describe('the outbox, whatever happens', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    vi.stubGlobal('localStorage', undefined);
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('does each step once that it said is kept, or shows that it waits for a word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (history) => {
        const world = createWorld();
        const pages: (ReturnType<typeof world.open> | null)[] = [world.open(), null];
        for (const one of history) {
          if (one.do === 'wait') await vi.advanceTimersByTimeAsync(one.ms);
          else if (one.do === 'line') world.setLine(one.is);
          else if (one.do === 'storage') world.steps.isFull = one.isFull;
          else {
            const there = pages[one.page];
            if (one.do === 'open') pages[one.page] ??= world.open();
            else if (one.do === 'tap') there?.outbox.send('pause', { productId: 'peach' });
            else if (there && one.do === 'kill') {
              world.kill(there);
              pages[one.page] = null;
            } else if (there) {
              there.outbox.close();
              pages[one.page] = null;
            }
          }
        }
        world.setLine('up');
        world.steps.isFull = false;
        if (!pages[0] && !pages[1]) pages[0] = world.open();
        await vi.advanceTimersByTimeAsync(120_000);

        const waitsForWord = (outbox: Outbox) =>
          outbox.$commands.get().flatMap(({ isHeld, command }) => (isHeld ? [command.id] : []));
        const asked = new Set(pages.flatMap((there) => (there ? waitsForWord(there.outbox) : [])));
        expect(new Set(world.done).size).toBe(world.done.length);
        expect([...world.promised].filter((id) => !world.done.includes(id) && !asked.has(id))).toEqual([]);
        // What a page got an answer for no page sends again, unless the answer could not be kept.
        if (!history.some((one) => one.do === 'storage' || one.do === 'kill' || one.do === 'close')) {
          expect(world.sentAfterAnswer).toBe(0);
        }
        for (const there of pages) there?.outbox.close();
        vi.clearAllTimers();
      }),
      { numRuns: Number(process.env['STALLCAST_OUTBOX_RUNS'] ?? 300) },
    );
  });
});
