import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The catalogue as a page has it that has just loaded. */
async function setup() {
  const { missingWords } = await import('./missing-words.js');
  const { cardWords, hasWords } = await import('./index.js');
  return { missingWords, cardWords, hasWords };
}

describe('the words of a further language', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.doUnmock('./en.js');
  });

  it.each(['', 'zh', 'zh-CN', 'ZH-Hant'])('are never fetched for %j', async (language) => {
    const { missingWords, hasWords } = await setup();
    expect([missingWords(language), hasWords(language)]).toEqual([null, true]);
  });

  it('are fetched once, for all that wait for them', async () => {
    const { missingWords, cardWords, hasWords } = await setup();
    expect([hasWords('en-GB'), cardWords('en-GB').soldOut]).toEqual([false, '已抢光']);
    const first = missingWords('en-GB');
    expect(first).not.toBeNull();
    expect(missingWords('de')).toBe(first);
    await first;
    expect([missingWords('en-GB'), cardWords('en-GB').soldOut, cardWords('en').demo]).toEqual([
      null,
      'SOLD OUT',
      'DEMO',
    ]);
    expect(cardWords('zh-CN').soldOut).toBe('已抢光');
  });

  it('are asked for again where they did not come, and Chinese is said until then', async () => {
    vi.doMock('./en.js', () => {
      throw new TypeError('no network');
    });
    const { missingWords, cardWords } = await setup();
    await missingWords('en');
    expect(cardWords('en').soldOut).toBe('已抢光');
    vi.doUnmock('./en.js');
    await missingWords('en');
    expect(cardWords('en').soldOut).toBe('SOLD OUT');
  });
});
