import type { Command } from '@stallcast/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followTeam, type TeamStep } from './follow-team.js';

const step = (id: string, by = '手机2'): TeamStep => ({
  command: { id, type: 'pause', productId: 'peach' } as Command,
  at: 1,
  by,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup(own: readonly string[] = []) {
  const log: TeamStep[] = [];
  const asked: (string | null)[] = [];
  const team = followTeam(
    (after) => {
      asked.push(after);
      return Promise.resolve(log.slice(log.findIndex(({ command }) => command.id === after) + 1));
    },
    (id) => own.includes(id),
  );
  const move = async (...steps: TeamStep[]) => {
    log.push(...steps);
    team.moved();
    await vi.advanceTimersByTimeAsync(500);
  };
  return { team, asked, move };
}

describe('followTeam', () => {
  it('tells what others do from now on, for a moment, and remembers what they did before', async () => {
    const { team, move } = setup();
    await move(step('a'));
    expect([team.$steps.get().length, team.$told.get()]).toEqual([1, null]);
    await move(step('b'));
    expect(team.$told.get()?.command.id).toBe('b');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([team.$steps.get().length, team.$told.get()]).toEqual([2, null]);
  });

  it('leaves this device’s own steps out', async () => {
    const { team, move } = setup(['mine']);
    await move();
    await move(step('mine'));
    expect([team.$steps.get(), team.$told.get()]).toEqual([[], null]);
  });

  it('asks once for what moves together, from where it knows', async () => {
    const { team, asked, move } = setup();
    for (let n = 0; n < 50; n++) team.moved();
    await move(step('a'));
    await move(step('b'));
    expect(asked).toEqual([null, 'a']);
  });

  it('has nothing running once it is closed', async () => {
    const { team, move } = setup();
    await move();
    await move(step('a'));
    team.moved();
    team.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
