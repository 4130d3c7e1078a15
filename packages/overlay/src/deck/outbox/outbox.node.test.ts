import type { Command, Position } from '@stallcast/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnansweredError, type CommandAnswer } from '../command-sender/command-sender.js';
import { createMemorySteps } from './memory-steps.fixture.js';
import { createOutbox, KEPT } from './outbox.js';
import { createTestTabs } from './test-tabs.fixture.js';

const EPOCH = '01JZ0000000000000000000000';

/** Local storage for Node, as far as the outbox uses it. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage;
}

function setup() {
  const answers: (CommandAnswer | 'silence')[] = [];
  const got: Command[] = [];
  let offset = 0;
  const sender = {
    async send(command: Command): Promise<CommandAnswer> {
      got.push(command);
      const answer = answers.shift() ?? { ok: true, position: { epoch: EPOCH, offset: ++offset } };
      if (answer === 'silence') throw new UnansweredError('nothing');
      return answer;
    },
    close: () => {},
  };
  const steps = createMemorySteps();
  const tabs = createTestTabs();
  const open = (kept: Position | null = null) =>
    createOutbox({ stall: 'orchard', sender, steps, join: tabs.join, kept });
  return { answers, got, open, steps, tabs, types: () => got.map(({ type }) => type) };
}

const stages = (outbox: ReturnType<typeof createOutbox>) => outbox.$commands.get().map(({ stage }) => stage);

describe('createOutbox', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    vi.stubGlobal('localStorage', storage());
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('gives every command an id of its own, 26 characters long', async () => {
    const { open, got } = setup();
    const outbox = open();
    outbox.send('pause', { productId: 'peach' });
    outbox.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(0);
    expect(new Set(got.map(({ id }) => id)).size).toBe(2);
    for (const { id } of got) expect(id).toMatch(/^[0-9A-Z]{26}$/);
  });

  it('counts a command as done only once the stall was read up to it', async () => {
    const { open } = setup();
    const outbox = open();
    outbox.send('pause', { productId: 'peach' });
    expect(stages(outbox)).toEqual(['waiting']);
    await vi.advanceTimersByTimeAsync(0);
    expect(stages(outbox)).toEqual(['accepted']);
    outbox.reached({ epoch: EPOCH, offset: 1 });
    expect(stages(outbox)).toEqual(['done']);
  });

  it('counts it as done also when the change came in before the answer', async () => {
    const { open } = setup();
    const outbox = open();
    outbox.reached({ epoch: EPOCH, offset: 1 });
    outbox.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(0);
    expect(stages(outbox)).toEqual(['done']);
  });

  it('sends one after the other, in the order of the taps, and a panic before all that waits', async () => {
    const { open, types } = setup();
    const outbox = open();
    outbox.send('pause', { productId: 'peach' });
    outbox.send('resume', { productId: 'peach' });
    outbox.send('panic', { on: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(types()).toEqual(['pause', 'panic', 'resume']);
  });

  it('sends what got no answer again with the same id, and nothing else before it', async () => {
    const { open, answers, got } = setup();
    answers.push('silence', 'silence');
    const outbox = open();
    outbox.send('pause', { productId: 'peach' });
    outbox.send('resume', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(20_000);
    const [first, second, third, fourth] = got;
    expect([first?.type, second?.id, third?.id, fourth?.type]).toEqual(['pause', first?.id, first?.id, 'resume']);
    expect(stages(outbox)).toEqual(['accepted', 'accepted']);
  });

  it('keeps the sentence of a refusal and goes on with the next', async () => {
    const { open, answers, types } = setup();
    const message = { en: 'No.', 'zh-CN': '不行。' };
    answers.push({ ok: false, status: 409, message });
    const outbox = open();
    outbox.send('undo', { commandId: 'x' });
    outbox.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.$commands.get()[0]).toMatchObject({ stage: 'refused', message });
    expect(types()).toEqual(['undo', 'pause']);
  });

  it('sends after a reload what was waiting, with the id it had', async () => {
    const { open, answers, got } = setup();
    answers.push('silence');
    const before = open();
    before.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(0);
    before.close();

    const after = open();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(got.map(({ id }) => id)).toEqual([got[0]?.id, got[0]?.id]);
    expect(stages(after)).toEqual(['accepted']);
  });

  it('does not send after a reload what is minutes old, and says so', async () => {
    const { open, answers, got } = setup();
    answers.push('silence');
    const before = open();
    before.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(0);
    before.close();

    vi.setSystemTime(Date.now() + 180_000);
    const after = open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(got).toHaveLength(1);
    const [old] = after.$commands.get();
    expect(old).toMatchObject({ stage: 'refused', isHeld: true });

    // It may have been done unheard, and overwritten since: to be done now it takes another name.
    after.reached({ epoch: EPOCH, offset: 9 });
    after.sendAnyway(old!.command.id);
    await vi.advanceTimersByTimeAsync(0);
    expect(got[1]).toEqual({ id: expect.any(String), type: 'pause', productId: 'peach', seen: `${EPOCH}.9` });
    expect(got[1]?.id).not.toBe(old!.command.id);
    expect(stages(after)).toEqual(['done']);
  });

  it('keeps the id of an old step that would count twice, and says what is seen by now', async () => {
    const { open, answers, got } = setup();
    answers.push('silence');
    const before = open();
    before.send('adjust-stock', { productId: 'peach', delta: -1, reason: 'gift' });
    await vi.advanceTimersByTimeAsync(0);
    before.close();
    vi.setSystemTime(Date.now() + 180_000);
    const after = open();
    await vi.advanceTimersByTimeAsync(60_000);
    after.reached({ epoch: EPOCH, offset: 9 });
    after.sendAnyway(got[0]!.id);
    await vi.advanceTimersByTimeAsync(0);
    expect(got[1]).toEqual({ ...got[0], seen: `${EPOCH}.9` });
  });

  it('says with each step how far the stall was read, and which own steps are on top of that', async () => {
    const { open, got, answers } = setup();
    const outbox = open();
    outbox.send('announce', { text: 'blind' });
    await vi.advanceTimersByTimeAsync(0);
    outbox.reached({ epoch: EPOCH, offset: 1 });
    // No line: all three are pressed on top of what was read, and each knows of the ones before.
    answers.push('silence');
    const ids = ['a', 'b', 'c'].map((text) => outbox.send('announce', { text }));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(got.at(0)).not.toHaveProperty('seen');
    expect(got.slice(-3).map(({ seen, own }) => [seen, own])).toEqual([
      [`${EPOCH}.1`, undefined],
      [`${EPOCH}.1`, [ids[0]]],
      [`${EPOCH}.1`, [ids[0], ids[1]]],
    ]);
    outbox.reached({ epoch: EPOCH, offset: 3 });
    outbox.send('announce', { text: 'd' });
    await vi.advanceTimersByTimeAsync(0);
    expect([got.at(-1)?.seen, got.at(-1)?.own]).toEqual([`${EPOCH}.3`, [ids[2]]]);
  });

  it('says what an earlier visit had read, until the stall is read', async () => {
    const { open, got } = setup();
    const outbox = open({ epoch: EPOCH, offset: 5 });
    outbox.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(0);
    expect([got[0]?.seen, stages(outbox)]).toEqual([`${EPOCH}.5`, ['accepted']]);
  });

  it('holds a step that somebody else was faster than, through a reload, until a press does it all the same', async () => {
    const { open, answers, got } = setup();
    const message = { en: 'Li was faster.', 'zh-CN': '小李先改了。' };
    answers.push({ ok: false, status: 409, message, overtakenAt: `${EPOCH}.12` });
    const before = open();
    before.reached({ epoch: EPOCH, offset: 10 });
    before.send('announce', { text: 'mine' });
    await vi.advanceTimersByTimeAsync(10);
    expect(before.$commands.get()).toMatchObject([{ stage: 'refused', message, isHeld: true }]);
    before.close();

    const after = open();
    await vi.advanceTimersByTimeAsync(1_000);
    const [held] = after.$commands.get();
    expect(held).toMatchObject({ stage: 'refused', message, isHeld: true });
    expect(got).toHaveLength(1);
    // What the refusal told is what the operator decides on, also when more has been read since.
    after.reached({ epoch: EPOCH, offset: 20 });
    after.sendAnyway(held!.command.id);
    await vi.advanceTimersByTimeAsync(0);
    expect(got[1]).toEqual({ id: expect.any(String), type: 'announce', text: 'mine', seen: `${EPOCH}.12` });
    expect(got[1]?.id).not.toBe(held!.command.id);
    expect(stages(after)).toEqual(['done']);
  });

  it('takes back a command that is still waiting', async () => {
    const { open, answers, got } = setup();
    answers.push('silence');
    const outbox = open();
    const id = outbox.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(0);
    outbox.drop(id);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([got.length, stages(outbox)]).toEqual([1, []]);
  });

  it('has nothing running once all is answered', async () => {
    const { open, answers } = setup();
    answers.push('silence');
    open().send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says that a step is kept once it is, and not before', async () => {
    const { open, answers } = setup();
    answers.push('silence');
    const outbox = open();
    outbox.send('pause', { productId: 'peach' });
    expect(outbox.$commands.get()[0]?.isKept).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(outbox.$commands.get()[0]?.isKept).toBe(true);
  });

  it('says when nothing is kept, sends all the same, and says when it is kept again', async () => {
    const { open, steps, types } = setup();
    const outbox = open();
    await vi.advanceTimersByTimeAsync(1_000);
    steps.isFull = true;
    outbox.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(1);
    expect([outbox.$isKeeping.get(), outbox.$commands.get()[0]?.isKept, types()]).toEqual([
      false,
      undefined,
      ['pause'],
    ]);
    steps.isFull = false;
    outbox.send('resume', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(1);
    expect([outbox.$isKeeping.get(), outbox.$commands.get()[1]?.isKept]).toEqual([true, true]);
  });

  it('forgets nothing that waits, however many there are', async () => {
    const { open, answers, got } = setup();
    answers.push('silence');
    const outbox = open();
    for (let n = 0; n < KEPT * 2; n++) outbox.send('pause', { productId: 'peach' });
    expect(stages(outbox)).toHaveLength(KEPT * 2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(new Set(got.map(({ id }) => id)).size).toBe(KEPT * 2);
    outbox.reached({ epoch: EPOCH, offset: 1_000 });
    outbox.send('resume', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(10);
    expect(stages(outbox).length).toBeLessThanOrEqual(KEPT + 1);
  });

  it('takes over once what an earlier version kept in local storage', async () => {
    const sent = {
      command: { id: '0', type: 'pause', productId: 'peach' },
      at: 999_000,
      stage: 'waiting',
      unanswered: 3,
    };
    localStorage.setItem('stallcast.outbox.orchard', JSON.stringify([sent, 7, null]));
    const { open, got } = setup();
    const outbox = open();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([got.map(({ id }) => id), stages(outbox)]).toEqual([['0'], ['accepted']]);
    expect(localStorage.getItem('stallcast.outbox.orchard')).toBeNull();
  });

  it('starts empty where what was kept is no list of commands', async () => {
    for (const text of ['[{"command":{"id":1}},7,null]', '{']) {
      localStorage.setItem('stallcast.outbox.orchard', text);
      const outbox = setup().open();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(outbox.$commands.get()).toEqual([]);
    }
  });
});

describe('two pages of one browser', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    vi.stubGlobal('localStorage', storage());
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('see each other’s steps, and each sends its own alone', async () => {
    const { open, answers, got } = setup();
    const [one, two] = [open(), open()];
    answers.push('silence', 'silence', 'silence');
    one.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(10);
    expect(stages(two)).toEqual(['waiting']);
    two.retry();
    await vi.advanceTimersByTimeAsync(100);
    expect(got).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(got).toHaveLength(4);
    expect([stages(one), stages(two)]).toEqual([['accepted'], ['accepted']]);
  });

  it('take over what a page left that was killed', async () => {
    const { open, answers, got, tabs } = setup();
    const one = open();
    const two = open();
    await vi.advanceTimersByTimeAsync(1_000);
    answers.push('silence');
    one.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(10);
    tabs.kill(0);
    one.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(got.map(({ id }) => id)).toEqual([got[0]?.id, got[0]?.id]);
    expect(stages(two)).toEqual(['accepted']);
  });

  it('send nothing that another took over while they slept', async () => {
    const { open, answers, got, tabs } = setup();
    const one = open();
    const two = open();
    await vi.advanceTimersByTimeAsync(1_000);
    answers.push('silence', 'silence', 'silence', 'silence');
    one.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(10);
    tabs.kill(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(got).toHaveLength(5);
    expect([stages(one), stages(two)]).toEqual([['accepted'], ['accepted']]);
  });

  it('clear away and drop for each other', async () => {
    const { open, answers, got } = setup();
    const [one, two] = [open(), open()];
    answers.push({ ok: false, status: 409, message: { en: 'No.', 'zh-CN': '不行。' } }, 'silence');
    const refused = one.send('undo', { commandId: 'x' });
    const waiting = one.send('pause', { productId: 'peach' });
    await vi.advanceTimersByTimeAsync(10);
    two.drop(refused);
    two.drop(waiting);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([stages(one), stages(two), got.length]).toEqual([[], [], 2]);
  });
});
