import type { Inspection, Provenance } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../internal/sample-stall.js';
import { STATES_AT } from '../../internal/widget-state.js';
import { originWords } from '../../words/index.js';
import { deriveOriginView } from './origin.model.js';
import { FAILED, PASSED, PROVENANCE } from './origin.states.js';

const zh = originWords('zh-CN');
const NOW = Date.parse(STATES_AT);

function view(changes: Partial<Provenance> = {}, now = NOW) {
  const product = { ...SAMPLES.peach.product, provenance: { ...PROVENANCE, ...changes } };
  const shown = deriveOriginView({ product, now, timeZone: 'Asia/Shanghai', words: zh });
  if (!shown) throw new Error('Expected a view.');
  return shown;
}

describe('deriveOriginView', () => {
  it('tells farm, lot, harvest and what was found', () => {
    expect(view()).toMatchObject({
      state: 'passed',
      origin: '无锡阳山产地',
      farmer: '湖边老园 · 周家',
      lot: '批次 0214',
      sealNo: 'No.0214',
      harvested: '7月1日采摘',
      result: '合格',
      date: '7月1日',
    });
  });

  it('S8 says plainly that a lot failed, whatever was passed before', () => {
    for (const inspections of [
      [PASSED, FAILED],
      [FAILED, PASSED],
    ]) {
      expect(view({ inspections })).toMatchObject({ state: 'failed', result: '抽检未合格' });
    }
  });

  it('goes by the latest inspection alone, in whatever order they came', () => {
    const inspection = fc.record({
      at: fc.date({ min: new Date('2026-06-01'), max: new Date('2026-07-01'), noInvalidDate: true }),
      result: fc.constantFrom<Inspection['result']>('pass', 'fail'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(inspection, { selector: ({ at }) => at.getTime(), minLength: 1 }), (told) => {
        const inspections = told.map(({ at, result }) => ({ ...PASSED, at: at.toISOString(), result }));
        const latest = [...inspections].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
        expect(view({ inspections }).state).toBe(latest?.result === 'pass' ? 'passed' : 'failed');
        expect(view({ inspections: [...inspections].reverse() })).toEqual(view({ inspections }));
      }),
    );
  });

  it('is plain where nobody looked', () => {
    expect(view({ inspections: [] })).toMatchObject({ state: 'plain', result: '', date: '7月1日' });
  });

  it('never shows as valid what has expired by the session’s calendar', () => {
    const until = (validUntil: string) =>
      view({ certificates: [{ kind: 'organic', issuer: 'x', validUntil }] }).certificates[0];
    expect(until('2026-06-30')).toMatchObject({ kind: '有机产品', isExpired: true, until: '已过期' });
    expect(until('2026-07-01')).toMatchObject({ isExpired: false, until: '至 7月1日' });
    expect(until('whenever')).toMatchObject({ isExpired: true });
  });

  it('looks again when the last day of a certificate is over', () => {
    const certificates = [{ kind: 'organic', issuer: 'x', validUntil: '2026-07-01' }];
    const { nextAt } = view({ certificates });
    expect(nextAt).toBe(Date.parse('2026-07-01T16:00:00.000Z'));
    expect(view({ certificates }, nextAt ?? 0)).toMatchObject({ nextAt: null, certificates: [{ isExpired: true }] });
  });

  it('shows a kind that it has no word for as it stands', () => {
    for (const kind of ['HACCP', 'constructor', '__proto__']) {
      expect(view({ certificates: [{ kind, issuer: 'x' }] }).certificates[0]?.kind).toBe(kind);
    }
  });

  it('shows nothing where nothing is told', () => {
    const source = { now: NOW, timeZone: 'Asia/Shanghai', words: zh };
    expect(deriveOriginView({ ...source, product: SAMPLES.peach.product })).toBeNull();
    expect(deriveOriginView({ ...source, product: null })).toBeNull();
  });
});
