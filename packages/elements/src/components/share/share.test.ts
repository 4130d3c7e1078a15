import type { Share } from '@stallcast/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall } from '../../internal/sample-stall.js';
import { SHARE } from './share.states.js';
import './define.js';

async function setup(share: Partial<Share> | null, look = 'tag', language = 'zh-CN', synthetic?: true) {
  const stall = sampleStall('peach');
  const session = stall.session && {
    ...stall.session,
    ...(share && { share: { ...SHARE, ...share } }),
    ...(synthetic && { synthetic }),
  };
  const state = { name: 'test', en: '', 'zh-CN': '', stall: { ...stall, session }, attributes: { look } };
  const stage = setStage('stall-share', state, language);
  const root = await raise(stage);
  const text = () => root.querySelector('.share')?.textContent?.replaceAll(/\s+/g, ' ').trim();
  return { ...stage, root, text };
}

describe('<stall-share>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says the share, of what, to whom, who vouches for it and as of when', async () => {
    expect((await setup({})).text()).toBe('80% 利润归果农 合作社公示 截至 7月1日截至 7月1日');
    expect((await setup({ to: 'the growers' }, 'tag', 'en')).text()).toContain('80% of the profit to the growers');
  });

  it('shows nothing without its evidence, or without a share', async () => {
    expect((await setup({ evidence: { issuer: '', asOf: '2026-07-01' } })).text()).toBeUndefined();
    expect((await setup(null)).text()).toBeUndefined();
  });

  it('splits ten parts as the share does', async () => {
    const { root } = await setup({ bps: 6_550 });
    const parts = [...root.querySelectorAll<HTMLElement>('.split b')].map(({ style }) => parseFloat(style.inlineSize));
    expect(parts.map((part) => Math.round(part))).toEqual([100, 100, 100, 100, 100, 100, 55, 0, 0, 0]);
  });

  it.each(['tag', 'slim'])('stays in its box with any text: %s', async (look) => {
    const long = 'Obstbaumschnittkursteilnehmerverzeichnis'.repeat(2);
    const { root } = await setup({ to: long, evidence: { issuer: long, asOf: '2025-12-31' } }, look, 'en');
    const box = root.querySelector('.leaf')?.getBoundingClientRect();
    const insides = [...root.querySelectorAll('.percent, .said, .issuer, .as-of')];
    expect(insides.filter((inside) => inside.getBoundingClientRect().right > (box?.right ?? 0))).toEqual([]);
  });

  it('bears its marks', async () => {
    const { root, pass, element } = await setup({}, 'tag', 'zh-CN', true);
    pass(12_000);
    await settled(element);
    expect([...root.querySelectorAll('.mark')].map((mark) => mark.textContent?.trim())).toEqual([
      '数据 12 秒前',
      '演示',
    ]);
  });
});
