import type { Announcement } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { deriveAnnouncementView } from './announcement.model.js';

const AT = '2026-07-01T11:42:00.000Z';
const NOW = Date.parse(AT);
const said = (rest: Partial<Announcement> = {}): Announcement => ({ text: '开第二筐', at: AT, ...rest });

describe('deriveAnnouncementView', () => {
  it.each([null, undefined, said({ text: ' \n ' })])('has nothing to say for %o', (announcement) => {
    expect(deriveAnnouncementView(announcement, NOW)).toBeNull();
  });

  it('stands until its time, and is gone in that millisecond', () => {
    const announcement = said({ until: new Date(NOW + 5_000).toISOString() });
    expect(deriveAnnouncementView(announcement, NOW + 4_999)).toMatchObject({ text: '开第二筐', endsAt: NOW + 5_000 });
    expect(deriveAnnouncementView(announcement, NOW + 5_000)).toBeNull();
  });

  it.each([undefined, 'tomorrow'])('stands until it is cleared where its end is %s', (until) => {
    expect(deriveAnnouncementView(said(until === undefined ? {} : { until }), NOW * 2)?.endsAt).toBeNull();
  });

  it('tells the same words, said again, apart', () => {
    const [once, again] = [said(), said({ at: '2026-07-01T11:43:00.000Z' })].map((one) =>
      deriveAnnouncementView(one, NOW),
    );
    expect(once?.key).not.toBe(again?.key);
  });

  it('carries the mark of synthetic data', () => {
    expect(deriveAnnouncementView(said({ synthetic: true }), NOW)?.isSynthetic).toBe(true);
    expect(deriveAnnouncementView(said(), NOW)?.isSynthetic).toBe(false);
  });
});
