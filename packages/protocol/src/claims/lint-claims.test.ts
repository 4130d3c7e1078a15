import { describe, expect, it } from 'vitest';
import type { ClaimEvidence, ClaimRuleName } from './claim.js';
import { lintClaims } from './lint-claims.js';

const found = (text: string, language: 'zh-CN' | 'en') =>
  lintClaims(text, language).map((one) => `${one.rule} ${one.text}`);

describe('a claim in Chinese', () => {
  it.each<[string, ClaimRuleName, string]>([
    ['国家级品质', 'superlative', '国家级'],
    ['最高级的水蜜桃', 'superlative', '最高级'],
    ['夏天最佳选择', 'superlative', '最佳'],
    ['最新鲜的桃', 'superlative', '最新鲜'],
    ['最甜的西瓜', 'superlative', '最甜'],
    ['最好吃的桃', 'superlative', '最好吃'],
    ['顶级车厘子', 'superlative', '顶级'],
    ['唯一产地直发', 'superlative', '唯一'],
    ['全网独家', 'superlative', '全网独家'],
    ['全国第一甜', 'ranking', '全国第一'],
    ['销量第一', 'ranking', '销量第一'],
    ['第一品牌', 'superlative', '第一品牌'],
    ['100%新鲜', 'absolute', '100%'],
    ['１００％ 保证', 'absolute', '１００％'],
    ['百分百好吃', 'absolute', '百分百'],
    ['绝对安全', 'absolute', '绝对安全'],
    ['纯天然蜂蜜', 'purity', '纯天然'],
    ['零农残', 'purity', '零农残'],
    ['吃了能降血糖', 'health', '降血糖'],
    ['不吃药也能治疗咳嗽', 'health', '治疗'],
    ['增强免疫力', 'health', '增强免疫力'],
    ['全网最低价', 'lowest-price', '全网最低价'],
    ['史上最低', 'lowest-price', '史上最低'],
    ['比超市还便宜', 'lowest-price', '比超市还便宜'],
    ['原价 99 元', 'compared-price', '原价 99'],
    ['市场价：¥88', 'compared-price', '市场价：¥88'],
    ['有机蔬菜', 'certificate', '有机'],
    ['绿色食品', 'certificate', '绿色食品'],
    ['助农专场', 'farm-aid', '助农'],
    ['扶贫产品', 'farm-aid', '扶贫'],
    ['帮帮果农', 'farm-aid', '帮帮果农'],
    ['80%归农户', 'farmers-share', '80%归农户'],
    ['80% 的利润返给果农', 'farmers-share', '80% 的利润返给果农'],
    ['利润全部归村集体', 'farmers-share', '利润全部归村集体'],
    ['仅剩 3 件', 'scarcity', '仅剩 3 件'],
    ['错过再等一年', 'scarcity', '错过再等一年'],
    ['最后一次机会', 'scarcity', '最后一次机会'],
    ['已售 10 万单', 'sales-figure', '已售 10 万单'],
    ['万人疯抢', 'sales-figure', '万人疯抢'],
    ['2万人正在看', 'audience', '2万人正在看'],
  ])('is found: %s', (text, rule, claim) => {
    expect(found(text, 'zh-CN')).toEqual([`${rule} ${claim}`]);
  });

  it.each([
    '最后 20 件',
    '最近采摘',
    '最多可拍 5 件',
    '最少两箱起拍',
    '第一批桃到了',
    '第一次直播',
    '第一时间发货',
    '全国第一批上市',
    '最小规格 2.5 斤',
    '最大果径 80 毫米',
    '最低温度 0 度保存',
    '最低起订 2 箱',
    '最新到货',
    '最佳赏味期 3 天',
    '最好冷藏',
    '最好的保存方法是冷藏',
    '唯一编号 A17',
    '唯一的缺点是皮薄',
    '100%棉手帕',
    '有机会再来',
    '也没有机会了',
    '有机肥种植',
    '本品不能代替药物治疗',
    '不具有保健功能',
    '长寿面',
    '1 号链接',
    '第一名下单的朋友送一箱',
    '阳山水蜜桃 5斤装',
    '坏果包赔，48 小时内发货',
    '云南第 3 季',
    '农户王大爷家的瓜',
    '今晚八点开播',
    '累计观看 2 万',
    '含糖量 12.5%',
    '满 100 减 5',
    '原价退款',
    '原产地直发',
    '完成了目标的100%',
    '不能无疗效治疗',
  ])('is not found where there is none: %s', (text) => {
    expect(found(text, 'zh-CN')).toEqual([]);
  });
});

describe('a claim in English', () => {
  it.each<[string, ClaimRuleName, string]>([
    ['The best peaches', 'superlative', 'best'],
    ['the FRESHEST fruit', 'superlative', 'FRESHEST'],
    ['World-class quality', 'superlative', 'World-class'],
    ['the number one brand', 'ranking', 'number one brand'],
    ['No. 1 in China', 'ranking', 'No. 1 in'],
    ['100% fresh', 'absolute', '100%'],
    ['100% natural honey', 'purity', '100% natural'],
    ['all-natural honey', 'purity', 'all-natural'],
    ['pesticide-free', 'purity', 'pesticide-free'],
    ['lowers blood sugar', 'health', 'lowers blood sugar'],
    ['it cures coughs', 'health', 'cures'],
    ['boosts your immune system', 'health', 'boosts your immune'],
    ['lowest price tonight', 'lowest-price', 'lowest price'],
    ['was ¥99', 'compared-price', 'was ¥99'],
    ['organic cabbage', 'certificate', 'organic'],
    ['help poor farmers', 'farm-aid', 'help poor farmers'],
    ['80% of profit goes to the farmers', 'farmers-share', '80% of profit goes to the farmers'],
    ['only 3 left', 'scarcity', 'only 3 left'],
    ['last chance', 'scarcity', 'last chance'],
    ['10,000 sold', 'sales-figure', '10,000 sold'],
    ['20,000 people watching', 'audience', '20,000 people watching'],
  ])('is found: %s', (text, rule, claim) => {
    expect(found(text, 'en')).toEqual([`${rule} ${claim}`]);
  });

  it.each([
    'best before 1 July',
    'Best by Friday',
    'best eaten within 3 days',
    'at its best in July',
    'first come, first served',
    'first batch of the season',
    'link #1',
    'No. 1 link',
    'sweet treats',
    'cured ham',
    'not intended to cure or treat any disease',
    '100% cotton bag',
    'organic matter in the soil',
    'max 5 orders each',
    'only available tonight',
    'Bestuurder',
    'ships within 48 hours',
    'ham that cures for twelve months',
    'a gift for the first 100 orders',
  ])('is not found where there is none: %s', (text) => {
    expect(found(text, 'en')).toEqual([]);
  });
});

describe('findings', () => {
  it('say where, what and why, in both languages', () => {
    const [finding] = lintClaims('桃子全国第一甜', 'zh-CN');
    expect(finding).toMatchObject({ start: 2, end: 6, text: '全国第一', rule: 'ranking', severity: 'error' });
    expect(finding?.reason['zh-CN']).toContain('第十一条');
    expect(finding?.reason.en).toMatch(/^A ranking needs/);
  });

  it('count in UTF-16 units behind signs of two', () => {
    expect(lintClaims('🍑🍑顶级', 'zh-CN')[0]).toMatchObject({ start: 4, end: 6 });
  });

  it('come in their order, each place once', () => {
    expect(found('纯天然，全网最低价，助农', 'zh-CN')).toEqual([
      'purity 纯天然',
      'lowest-price 全网最低价',
      'farm-aid 助农',
    ]);
  });

  it('of both languages are found in a text that mixes them', () => {
    expect(lintClaims('best 桃，全国第一', 'any').map(({ text }) => text)).toEqual(['best', '全国第一']);
    expect(lintClaims('best 桃，全国第一', 'en').map(({ text }) => text)).toEqual(['best']);
  });

  it.each<[string, ClaimEvidence]>([
    ['销量第一', 'ranking'],
    ['有机蔬菜', 'certificate'],
    ['全网最低价', 'price'],
    ['原价 99', 'price'],
    ['助农', 'share'],
    ['80%的利润归农户', 'share'],
    ['已售 300 单', 'sales'],
  ])('go away by proof: %s', (text, evidence) => {
    expect(lintClaims(text, 'zh-CN')).toHaveLength(1);
    expect(lintClaims(text, 'zh-CN', { evidence: [evidence] })).toEqual([]);
  });

  it('stay by the proof of something else', () => {
    expect(lintClaims('有机蔬菜', 'zh-CN', { evidence: ['share', 'sales'] })).toHaveLength(1);
  });

  it('stay beside what is none', () => {
    expect(found('最甜最佳赏味期', 'zh-CN')).toEqual(['superlative 最甜']);
  });

  it('of superlatives and health stay, whatever is proved', () => {
    const evidence: ClaimEvidence[] = ['ranking', 'certificate', 'price', 'share', 'sales'];
    expect(lintClaims('国家级，防癌', 'zh-CN', { evidence })).toHaveLength(2);
  });
});
