import { exampleOffer, exampleProduct, exampleSession, yuan } from '@stallcast/testing/fakes';
import { describe, expect, it } from 'vitest';
import { claimEvidence } from './claim-evidence.js';

const certified = (kind: string, no?: string) =>
  exampleProduct({
    provenance: {
      origin: '无锡',
      certificates: [{ kind, issuer: '认证中心', ...(no ? { no } : {}) }],
      inspections: [],
    },
  });

describe('claimEvidence', () => {
  it('is a certificate with its number, and not what the grower signs alone', () => {
    expect(claimEvidence({ product: certified('绿色食品', 'LB-18-1') })).toEqual(['certificate']);
    expect(claimEvidence({ product: certified('绿色食品') })).toEqual([]);
    expect(claimEvidence({ product: certified('承诺达标合格证', '1') })).toEqual([]);
  });

  it('is a compared price with its evidence', () => {
    const offer = (evidence?: string) =>
      exampleOffer({ compareAt: { price: yuan(4990), basis: 'list', ...(evidence ? { evidence } : {}) } });
    expect(claimEvidence({ offer: offer('6 月的价签') })).toEqual(['price']);
    expect(claimEvidence({ offer: offer() })).toEqual([]);
  });

  it('is a share, which has its evidence always', () => {
    const share = {
      to: '村集体',
      basis: 'profit',
      bps: 8_000,
      evidence: { issuer: '村委会', asOf: '2026-06-30' },
    } as const;
    expect(claimEvidence({ session: exampleSession({ share }) })).toEqual(['share']);
    expect(claimEvidence({})).toEqual([]);
  });
});
