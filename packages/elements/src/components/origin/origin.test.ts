import type { Provenance } from '@stallcast/protocol';
import { put } from '@stallcast/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall } from '../../internal/sample-stall.js';
import { FAILED, PASSED, PROVENANCE } from './origin.states.js';
import './define.js';

async function setup(changes: Partial<Provenance> | null, attributes: Record<string, string> = {}, language = 'zh-CN') {
  const provenance = changes && { ...PROVENANCE, ...changes };
  const stall = sampleStall('peach', { product: provenance ? { provenance } : {}, featured: ['peach'] });
  const stage = setStage('stall-origin', { name: 'test', en: '', 'zh-CN': '', stall, attributes }, language);
  const root = await raise(stage);
  const come = async (next: Partial<Provenance>) => {
    const [product] = sampleStall('peach', { product: { provenance: { ...PROVENANCE, ...next } } }).products;
    if (!product) throw new Error('The sample stall has no product.');
    stage.fake.change([put('product', product)]);
    await settled(stage.element);
  };
  const text = () => root.querySelector('.origin')?.textContent?.replaceAll(/\s+/g, ' ').trim();
  return { ...stage, root, come, text };
}

describe('<stall-origin>', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('seals what was passed, with the place on its rim', async () => {
    const { root } = await setup({});
    expect(root.querySelector('svg.seal')?.getAttribute('aria-label')).toBe('无锡阳山产地 · 合格 · 7月1日 · 批次 0214');
    const rim = root.querySelector<SVGTextPathElement>('.place textPath');
    const arc = root.querySelector<SVGPathElement>('#upper');
    expect(rim?.getComputedTextLength()).toBeLessThan(arc?.getTotalLength() ?? 0);
  });

  it('S8 takes the seal away when the lot fails, and says so', async () => {
    const { root, come, text } = await setup({});
    await come({ inspections: [PASSED, FAILED] });
    expect(root.querySelector('svg.seal')).toBeNull();
    expect(text()).toContain('抽检未合格');
    expect(text()).not.toContain('承诺达标合格证');
    expect(root.querySelector('.sign.pass')).toBeNull();
  });

  it('S8 lists what failed, and no papers beside it', async () => {
    const { root, text } = await setup({ inspections: [PASSED, FAILED] }, { look: 'list' });
    expect([...root.querySelectorAll('li')].map(({ className }) => className)).toEqual(['failed', 'passed']);
    expect(text()).toContain('复检中，本批次已停售');
  });

  it('strikes out in the list what has expired, and leaves it off the slip', async () => {
    const list = await setup({}, { look: 'list' });
    expect(list.root.querySelector('.expired')?.textContent?.replaceAll(/\s+/g, ' ')).toContain('绿色食品已过期');
    const slip = await setup({}, { look: 'slip' });
    expect(slip.text()).not.toContain('绿色食品');
  });

  it('takes a certificate off the slip at the end of its last day', async () => {
    const certificates = [{ kind: 'organic', issuer: 'x', validUntil: '2026-07-01' }];
    const { text, pass, fake, element } = await setup({ certificates }, { look: 'slip' });
    expect(text()).toContain('有机产品');
    pass(5 * 3_600_000);
    fake.ping();
    (element as HTMLElement & { requestUpdate(): void }).requestUpdate();
    await settled(element);
    expect(text()).not.toContain('有机产品');
  });

  it('tells on a slip what the rim cannot hold', async () => {
    const { root, text } = await setup({ origin: '江苏省无锡市惠山区阳山镇桃源村' });
    expect(root.querySelector('svg.seal')).toBeNull();
    expect(text()).toContain('江苏省无锡市惠山区阳山镇桃源村');
  });

  it('tells on a slip what would tower over the rim', async () => {
    expect((await setup({ origin: `阳山${'\u0301'.repeat(9)}` })).root.querySelector('svg.seal')).toBeNull();
  });

  it('follows what is being shown, or the product that is named', async () => {
    expect((await setup({})).root.querySelector('.origin')).not.toBeNull();
    expect((await setup({}, { 'product-id': 'gone' })).root.querySelector('.origin')).toBeNull();
  });

  it('shows nothing where nothing is told', async () => {
    expect((await setup(null)).root.querySelector('.origin')).toBeNull();
  });

  it('keeps texts from outside as texts', async () => {
    const { root } = await setup({ origin: '<img src=x onerror=alert(1)>', lot: '<b>1</b>' }, { look: 'list' });
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('.place')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });
});
