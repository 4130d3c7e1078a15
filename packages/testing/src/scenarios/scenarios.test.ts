import { createMemoryStorage, openLedger, type Outcome } from '@stallcast/ledger';
import { formatMoney, maskName, unitPrice, viewCountText } from '@stallcast/protocol';
import { lintClaims } from '@stallcast/protocol/claims';
import { describe, expect, it } from 'vitest';
import { describeScenarios } from './describe-scenarios.js';
import { SCENARIO_SESSION, SCENARIO_START, type ScenarioPlayer } from './scenario.js';

async function openMemoryStall(): Promise<ScenarioPlayer> {
  let now = SCENARIO_START;
  let commands = 0;
  const storage = createMemoryStorage();
  const open = () => openLedger({ stall: 'village', storage, now: () => now });
  let ledger = await open();
  await ledger.command({ id: 'evening', type: 'start-session', session: SCENARIO_SESSION });
  const taken = (outcome: Outcome) => {
    if (!outcome.ok) throw new Error(outcome.refusal.message.en);
  };
  return {
    command: async (command) => taken(await ledger.command({ ...command, id: `c${++commands}` })),
    accept: async (events) => taken(await ledger.accept(events)),
    wait: (ms) => void (now += ms),
    async restart() {
      await ledger.close();
      ledger = await open();
    },
    state: async () => ledger.snapshot().state,
    close: () => ledger.close(),
  };
}

describeScenarios('a ledger in memory', openMemoryStall);

describe('the evening’s scenarios, of pure functions', () => {
  it.each([
    [1_990, 2_500, '¥3.98', '¥7.96'],
    [3_680, 5_000, '¥3.68', '¥7.36'],
  ])('S5 a watermelon of %i fen and %i g has its price per 斤 and per kg, to the fen', (minor, value, jin, kg) => {
    const price = { minor, currency: 'CNY', exponent: 2 as const };
    const net = { value, unit: 'g' as const };
    const text = (per: 'jin' | 'kg') => {
      const unit = unitPrice(price, net, per);
      return unit && formatMoney(unit.money);
    };
    expect(text('jin')).toBe(jin);
    expect(text('kg')).toBe(kg);
  });

  it.each([
    ['王伟', /伟/],
    ['欧阳娜娜', /娜/],
    ['阿依古丽·买买提', /古丽|买买提/],
    ['A', /A/],
    ['👩‍🌾', /👩‍🌾/u],
    ['13800138000', /\d/],
    ['עברית', /רית/],
  ])('S14 the name %s is masked, and never less than one sign of it is hidden', (name, hidden) => {
    expect(maskName(name)).not.toMatch(hidden);
    expect(maskName(name)).toContain('*');
  });

  it.each([
    ['最新鲜', 'zh-CN', 'superlative', /第九条/],
    ['全国第一', 'zh-CN', 'ranking', /第十一条/],
    ['纯天然', 'zh-CN', 'purity', /检测报告/],
    ['国家级', 'zh-CN', 'superlative', /第九条/],
    ['the freshest peaches', 'en', 'superlative', /superlative/],
    ['number one in China', 'en', 'ranking', /source/],
    ['all natural', 'en', 'purity', /laboratory report/],
  ] as const)('S15 the claim %s is warned of with its reason', (text, language, rule, reason) => {
    const findings = lintClaims(text, language);
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(findings[0]?.reason[language]).toMatch(reason);
  });

  it('S17 20,000 cumulative views are called 累计, and never people who watch', () => {
    const views = { count: 20_000, basis: 'cumulative' } as const;
    expect(viewCountText(views, 'zh-CN')).toBe('累计观看 2 万');
    expect(viewCountText(views, 'en')).toBe('20,000 views in all');
    for (const language of ['zh-CN', 'en'] as const) {
      expect(lintClaims(viewCountText(views, language) ?? '', 'any')).toEqual([]);
    }
    for (const text of ['2 万人正在看', '20,000 people watching']) {
      expect(lintClaims(text, 'any')).toMatchObject([{ rule: 'audience' }]);
    }
  });
});
