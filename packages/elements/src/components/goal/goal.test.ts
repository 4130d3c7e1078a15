import type { Goal, Room, Totals } from '@stallcast/protocol';
import { put } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { goalStall, totalsOf } from './goal.states.js';
import './define.js';

async function setup(
  totals: Totals | null,
  { look = 'bar', ...attributes }: Record<string, string> = {},
  goal: Partial<Goal> = {},
  more: { goals?: Goal[]; room?: Partial<Room>; northTotals?: Totals } = {},
) {
  const stall = goalStall(goal, totals);
  if (stall.session && more.goals) stall.session.goals = more.goals;
  const rooms = stall.rooms.map((room) => ({ ...room, ...more.room }));
  const scoped = { ...stall.totals, rooms: more.northTotals ? { main: more.northTotals } : {} };
  const state = { name: 'test', en: '', 'zh-CN': '', stall: { ...stall, rooms, totals: scoped } };
  const stage = setStage('stall-goal', { ...state, attributes: { look, ...attributes } }, 'zh-CN');
  const root = await raise(stage);
  const come = async (next: Totals, scope = 'stall') => {
    stage.fake.change([put('totals', next, scope)]);
    await settled(stage.element);
  };
  const text = (selector: string) => root.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();
  const edge = (selector: string) => root.querySelector(selector)?.getBoundingClientRect();
  return { ...stage, root, come, text, edge };
}

describe('<stall-goal>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows nothing before there are totals', async () => {
    const { root, come, text } = await setup(null);
    expect(root.querySelector('.goal')).toBeNull();
    await come(totalsOf(684_230));
    expect(text('.now')).toBe('¥6,842');
  });

  it('reads in the order in which it is said', async () => {
    const { text } = await setup(totalsOf(702_000, 17_800));
    expect(text('.said')).toBe('今晚目标 ¥6,842 / ¥10,000 退款 −¥178 完成 68%');
  });

  it.each(['bar', 'slim', 'column'])('fills its meter as far as it has come: %s', async (look) => {
    const { edge } = await setup(totalsOf(500_000, 0), { look });
    const [track, fill] = [edge('.track'), edge('.fill')];
    if (!track || !fill) throw new Error('Expected a meter.');
    const part = look === 'column' ? (track.bottom - fill.top) / track.height : (fill.right - track.left) / track.width;
    expect(part).toBeCloseTo(0.5, 2);
  });

  it('falls back: the fill slides down, a ghost and a notch keep what was there', async () => {
    const { root, come, edge, text } = await setup(totalsOf(800_000));
    await come(totalsOf(800_000, 200_000));
    const keyframes = root
      .querySelector('.fill')
      ?.getAnimations()
      .flatMap(({ effect }) => (effect as KeyframeEffect).getKeyframes());
    expect(keyframes?.map(({ transform }) => transform)).toEqual(['translateX(-20%)', 'translateX(-40%)']);
    for (const animation of root.getAnimations()) animation.finish();
    const track = edge('.track');
    expect(((edge('.fill')?.right ?? 0) - (track?.left ?? 0)) / (track?.width ?? 1)).toBeCloseTo(0.6, 2);
    expect(((edge('.ghost')?.right ?? 0) - (track?.left ?? 0)) / (track?.width ?? 1)).toBeCloseTo(0.8, 2);
    expect(((edge('.notch')?.left ?? 0) + 2 - (track?.left ?? 0)) / (track?.width ?? 1)).toBeCloseTo(0.8, 2);
    expect(text('.lost')).toBe('退款 −¥2,000');
  });

  it('shows the same after a reload', async () => {
    const lived = await setup(totalsOf(800_000));
    await lived.come(totalsOf(800_000, 200_000));
    const reloaded = await setup(totalsOf(800_000, 200_000));
    expect(reloaded.root.querySelector('.goal')?.outerHTML).toBe(lived.root.querySelector('.goal')?.outerHTML);
    expect(reloaded.root.getAnimations()).toEqual([]);
  });

  it('sets its seal once, when the goal is reached, and takes it away when it falls', async () => {
    const { root, come } = await setup(totalsOf(990_000));
    expect(root.querySelector('.seal')).toBeNull();
    await come(totalsOf(1_000_000));
    expect(root.querySelector('.seal')?.getAnimations()).toHaveLength(1);
    for (const animation of root.getAnimations()) animation.finish();
    await come(totalsOf(1_010_000));
    expect(root.querySelector('.seal')?.getAnimations()).toEqual([]);
    await come(totalsOf(1_010_000, 20_000));
    expect(root.querySelector('.seal')).toBeNull();
  });

  it('follows a room’s own goal by the room’s totals, and the stall’s by the stall’s', async () => {
    const goals: Goal[] = [
      { id: 'all', metric: 'net-amount', target: 1_000_000, scope: 'stall' },
      { id: 'own', metric: 'net-amount', target: 1_000_000, scope: 'main' },
    ];
    const totals = { goals, northTotals: totalsOf(120_000) };
    expect((await setup(totalsOf(684_230), {}, {}, totals)).text('.now')).toBe('¥6,842');
    expect((await setup(totalsOf(684_230), { 'goal-id': 'own' }, {}, totals)).text('.now')).toBe('¥1,200');
  });

  it('shows nothing in a room that does not sell, nor a goal that is not there', async () => {
    const unsold = await setup(totalsOf(1), {}, {}, { room: { commerce: false } });
    expect(unsold.root.querySelector('.goal')).toBeNull();
    const gone = await setup(totalsOf(1), { 'goal-id': 'gone' });
    expect(gone.root.querySelector('.goal')).toBeNull();
  });

  it('bears its marks outside of every part', async () => {
    const { root, pass, element } = await setup({ ...totalsOf(1), synthetic: true });
    pass(12_000);
    await settled(element);
    const marks = [...root.querySelectorAll('.mark')];
    expect(marks.map((mark) => mark.textContent?.trim())).toEqual(['数据 12 秒前', '演示']);
    expect(marks.filter((mark) => mark.closest('[part]'))).toEqual([]);
  });
});
