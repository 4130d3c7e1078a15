import type { Session } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { legalWords } from '../../words/index.js';
import { deriveLegalView, type LegalSource } from './legal.model.js';

const SESSION: Session = {
  id: 'evening',
  tz: 'Asia/Shanghai',
  startsAt: '2026-07-01T11:00:00.000Z',
  sinceSeq: 0,
  goals: [],
};
const SELLER = { name: '阳山果农合作社', licence: '93320206MA1XK5TH4W' };
const view = (source: Partial<LegalSource>, language = 'zh-CN') =>
  deriveLegalView({ seller: '', licence: '', session: SESSION, words: legalWords(language), ...source });

describe('deriveLegalView', () => {
  it('knows nothing before the session and without a seller of its own', () => {
    expect(view({ session: null })).toBeNull();
    expect(view({ session: undefined, seller: ' ' })).toBeNull();
  });

  it('names the session’s seller and licence', () => {
    expect(view({ session: { ...SESSION, seller: SELLER } })).toEqual({
      seller: { label: '经营者', name: '阳山果农合作社' },
      licence: '执照 93320206MA1XK5TH4W',
      page: '价格库存以商品页为准',
      isSynthetic: false,
    });
  });

  it('says in English what it says in Chinese', () => {
    expect(view({ session: { ...SESSION, seller: SELLER } }, 'en')).toMatchObject({
      seller: { label: 'Sold by' },
      licence: 'Licence 93320206MA1XK5TH4W',
      page: 'Price and stock as on the product page',
    });
  });

  it('needs no data for a seller of its own, and never lends it the licence of another', () => {
    expect(view({ seller: '阿婆的店', session: null })?.licence).toBe('执照见店铺页');
    const own = view({ seller: '阿婆的店', session: { ...SESSION, seller: SELLER, synthetic: true } });
    expect(own).toMatchObject({ seller: { name: '阿婆的店' }, licence: '执照见店铺页', isSynthetic: false });
  });

  it('keeps the last sentence where nobody is named', () => {
    expect(view({})).toMatchObject({ seller: null, licence: '', page: '价格库存以商品页为准' });
  });

  it('marks a synthetic seller', () => {
    expect(view({ session: { ...SESSION, seller: SELLER, synthetic: true } })?.isSynthetic).toBe(true);
  });
});
