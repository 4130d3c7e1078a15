import type { Session, Share } from '@stallcast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleStall } from '../../internal/sample-stall.js';
import { STATES_AT } from '../../internal/widget-state.js';
import { shareWords } from '../../words/index.js';
import { deriveShareView } from './share.model.js';
import { SHARE } from './share.states.js';

const zh = shareWords('zh-CN');
const NOW = Date.parse(STATES_AT);

function session(share: Partial<Share>, rest: Partial<Session> = {}): Session {
  const evening = sampleStall('peach').session;
  if (!evening) throw new Error('The sample stall has no session.');
  return { ...evening, ...rest, share: { ...SHARE, ...share } };
}

describe('deriveShareView', () => {
  it('S6 says of what, to whom, who vouches for it and as of when', () => {
    expect(deriveShareView(session({}), NOW, zh)).toEqual({
      percent: '80%',
      of: '利润',
      to: '归果农',
      issuer: '合作社公示',
      day: '7月1日',
      tenths: 8,
      isSynthetic: false,
    });
    expect(deriveShareView(session({ basis: 'revenue' }), NOW, shareWords('en'))).toMatchObject({
      of: 'of the sales',
      to: 'to 果农',
      day: '1 July',
    });
  });

  it.each([
    ['who vouches for it', { evidence: { issuer: '  ', asOf: '2026-07-01' } }],
    ['as of when', { evidence: { issuer: '合作社', asOf: 'lately' } }],
    ['to whom', { to: '\u202e ' }],
    ['how much', { bps: 0 }],
  ])('shows nothing without %s', (_what, share) => {
    expect(deriveShareView(session(share), NOW, zh)).toBeNull();
  });

  it('shows nothing without a share', () => {
    expect(deriveShareView(sampleStall('peach').session, NOW, zh)).toBeNull();
    expect(deriveShareView(null, NOW, zh)).toBeNull();
  });

  it('writes a share exactly, with no digit that says nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (bps) => {
        const percent = deriveShareView(session({ bps }), NOW, zh)?.percent ?? '';
        expect(percent).toMatch(/^\d{1,3}(\.\d?[1-9])?%$/);
        expect(Math.round(parseFloat(percent) * 100)).toBe(bps);
      }),
    );
  });

  it('never holds an amount of money', () => {
    expect(JSON.stringify(deriveShareView(session({}), NOW, zh))).not.toMatch(/[¥$]|minor/);
  });
});
