import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Instances, type Introduction } from './instances.js';

const MINUTE_MS = 60_000;

let now: number;
let served: string | null;
let pages: Instances;
beforeEach(() => {
  now = Date.parse('2026-07-01T11:00:00.000Z');
  served = 'v1';
  pages = new Instances(
    () => now,
    () => served,
  );
});

function join(id: string, more: Partial<Introduction> = {}) {
  const line = { reload: vi.fn(), told: vi.fn() };
  pages.join({ id, kind: 'overlay', engine: '?', scene: '', version: 'v1', isShown: true, ...more }, line);
  return line;
}
const states = () => pages.list().map(({ id, isSilent }) => `${id} ${isSilent ? 'silent' : 'here'}`);

describe('the pages of a stall', () => {
  it('stand with overlays first, each where it came first, also after a reload', () => {
    join('deck-1', { kind: 'deck' });
    now += 1_000;
    join('overlay-1');
    now += 1_000;
    join('overlay-2');
    now += 1_000;
    join('overlay-1');
    expect(states()).toEqual(['overlay-1 here', 'overlay-2 here', 'deck-1 here']);
    expect(pages.list()[0]).toMatchObject({ since: '2026-07-01T11:00:01.000Z', lastSeen: '2026-07-01T11:00:03.000Z' });
  });

  it('are silent once they went without a word, and forgotten after a goodbye; a deck is a phone in a pocket', () => {
    const [said, unsaid, deck] = [join('overlay-1'), join('overlay-2'), join('deck-1', { kind: 'deck' })];
    pages.left('overlay-1', said, true);
    pages.left('overlay-2', unsaid, false);
    pages.left('deck-1', deck, false);
    expect(states()).toEqual(['overlay-2 silent']);
  });

  it('stay when the line that they had before ends late', () => {
    const before = join('overlay-1');
    const again = join('overlay-1');
    pages.left('overlay-1', before, true);
    expect(states()).toEqual(['overlay-1 here']);
    expect(pages.reload('overlay-1')).toBe(true);
    expect([before.reload.mock.calls.length, again.reload.mock.calls.length]).toEqual([0, 1]);
  });

  it('are remembered for ten minutes once they are silent, and as long as they are here', () => {
    join('overlay-1');
    pages.left('overlay-2', join('overlay-2'), false);
    now += 10 * MINUTE_MS;
    expect(states()).toEqual(['overlay-1 here', 'overlay-2 silent']);
    now += 1;
    expect(states()).toEqual(['overlay-1 here']);
  });

  it('are no more than a hundred once they are silent, however many come and go', () => {
    join('overlay-here');
    for (let n = 0; n < 150; n += 1) pages.left(`overlay-${n}`, join(`overlay-${n}`), false);
    expect(states()).toHaveLength(101);
    expect(states().slice(0, 2)).toEqual(['overlay-here here', 'overlay-50 silent']);
  });

  it('are forgotten on wish when they are silent, and never while they are here', () => {
    const line = join('overlay-1');
    expect([pages.forget('overlay-1'), pages.forget('nobody')]).toEqual([false, false]);
    pages.left('overlay-1', line, false);
    expect([pages.forget('overlay-1'), pages.list()]).toEqual([true, []]);
    expect(pages.reload('overlay-1')).toBe(false);
  });

  it('are out of date where another build is served, and where both are known alone', () => {
    join('overlay-1');
    join('overlay-2', { version: 'v0' });
    join('overlay-3', { version: '' });
    const old = () => pages.list().flatMap(({ id, isOutOfDate }) => (isOutOfDate ? [id] : []));
    expect(old()).toEqual(['overlay-2']);
    served = null;
    expect(old()).toEqual([]);
  });

  it('are told to those who are here at each change, and at nothing else', () => {
    const first = join('overlay-1');
    const second = join('overlay-2');
    expect([first.told.mock.calls.length, second.told.mock.calls.length]).toEqual([2, 1]);
    pages.heard('overlay-1');
    pages.shown('overlay-1', true);
    pages.shown('nobody', false);
    expect(first.told).toHaveBeenCalledTimes(2);
    pages.shown('overlay-1', false);
    expect(second.told.mock.lastCall?.[0]).toMatchObject([{ id: 'overlay-1', isShown: false }, { id: 'overlay-2' }]);
  });
});
