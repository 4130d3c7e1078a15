import { describe, expect, it } from 'vitest';
import { doctorWords } from './doctor-words.js';
import { readPageFacts } from './page-facts.js';
import { writeLogLine, writeRows, type DoctorSource } from './report.js';

const PAGE = { isSecure: false, size: [1080, 1920] as const, isHidden: false, scene: '', theme: 'orchard' };
const OBS_31 =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.6533.120 Safari/537.36 OBS/31.0.1';
const SRC = 'relay:http://192.168.1.7:7788/stalls/orchard#VIEW-KEY';

const source = (more: Partial<DoctorSource> = {}): DoctorSource => ({
  facts: readPageFacts({ ...PAGE, userAgent: OBS_31, src: SRC }),
  freshness: { level: 'live', heardAt: 1_000, ageMs: 0 },
  lastFault: null,
  serverNow: 3_000,
  now: 90_000,
  findings: [],
  ...more,
});

describe('what a page knows of itself', () => {
  it.each([
    [OBS_31, '31.0.1', 'Chromium 127', false],
    [OBS_31.replace('127.0', '103.0'), '31.0.1', 'Chromium 103', false],
    [OBS_31.replace('127.0', '95.0').replace('31.0.1', '27.2.4'), '27.2.4', 'Chromium 95', true],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', null, 'Firefox 128', false],
    [
      'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
      null,
      'Safari 17',
      false,
    ],
    ['', null, '?', false],
  ])('%s', (userAgent, obs, engine, isTooOld) => {
    expect(readPageFacts({ ...PAGE, userAgent, src: SRC })).toMatchObject({ obs, engine, isTooOld });
  });

  it.each([
    [SRC, { scheme: 'relay', host: '192.168.1.7:7788', hasKey: true }],
    ['relay:https://user:word@stall.example/stalls/a', { scheme: 'relay', host: 'stall.example', hasKey: false }],
    ['local:orchard', { scheme: 'local', host: '', hasKey: false }],
    ['', { scheme: '', host: '', hasKey: false }],
  ])('%s: where the data comes from, without its key', (src, known) => {
    const facts = readPageFacts({ ...PAGE, userAgent: OBS_31, src });
    expect(facts).toMatchObject(known);
    expect(JSON.stringify(facts)).not.toMatch(/VIEW-KEY|word/);
  });
});

describe('the board', () => {
  it('marks what is to be done something about', () => {
    const wrong = (more: Partial<DoctorSource>) =>
      writeRows(source(more), doctorWords('en')).flatMap(({ name, isWrong }) => (isWrong ? [name] : []));
    expect(wrong({})).toEqual([]);
    expect(wrong({ freshness: undefined })).toEqual(['Data']);
    const facts = readPageFacts({ ...PAGE, userAgent: OBS_31.replace('127', '80'), src: 'relay:http://a/stalls/b' });
    expect(wrong({ facts, freshness: { level: 'stale', heardAt: 1, ageMs: 9_000 } })).toEqual([
      'Engine',
      'Key',
      'Data',
    ]);
  });

  it('tells ages by the clock that they were taken by', () => {
    const rows = writeRows(
      source({
        freshness: { level: 'stale', heardAt: 1_000, ageMs: 2_000 },
        lastFault: { message: 'gone', at: 80_000 },
      }),
      doctorWords('zh-CN'),
    );
    expect(rows.find(({ name }) => name === '数据')?.value).toBe('旧了 · 2 秒前');
    expect(rows.find(({ name }) => name === '上一次出错')?.value).toBe('gone · 10 秒前');
  });

  it('tells of a scene by its name, of one’s own without its code, and of no name a page long', () => {
    const scene = (name: string) => {
      const facts = readPageFacts({ ...PAGE, scene: name, userAgent: OBS_31, src: SRC });
      return writeRows(source({ facts }), doctorWords('zh-CN')).find((row) => row.name === '场景')?.value;
    };
    expect(scene('orchard-sell-out')).toBe('orchard-sell-out');
    expect(scene(`~p.${'x'.repeat(7_000)}`)).toBe('自己做的场景');
    expect(scene('桃'.repeat(7_000))).toBe(`${'桃'.repeat(60)}…`);
  });

  it('says that nobody sees the page, misses a key at a relay alone, and knows no age below zero', () => {
    const facts = readPageFacts({ ...PAGE, isHidden: true, userAgent: OBS_31, src: 'table:https://a.example/t.csv' });
    const rows = writeRows(
      source({ facts, freshness: { level: 'stale', heardAt: 9_000, ageMs: 0 } }),
      doctorWords('en'),
    );
    const row = (name: string) => rows.find((one) => one.name === name);
    expect(row('Size')?.value).toBe('1080 × 1920 · hidden now');
    expect(row('Key')).toMatchObject({ value: 'none', isWrong: false });
    expect(row('Data')?.value).toBe('old · 0 s ago');
    expect(readPageFacts({ ...PAGE, userAgent: OBS_31, src: 'relay:http://a/stalls/b#' }).hasKey).toBe(false);
  });

  it('is one line in the log, with what was found', () => {
    const line = writeLogLine(source({ findings: ['Nothing is\nfeatured.'] }), doctorWords('en'));
    expect(line).toBe(
      'Stallcast doctor: OBS: 31.0.1 | Engine: Chromium 127 | Secure page: no (so it is on this computer and in the local network; all works) | Size: 1080 × 1920 | Data comes from: relay · 192.168.1.7:7788 | Key: there is one | Data: live | Scene: none: card and orders | Theme: orchard | What failed last: nothing | Nothing is featured.',
    );
  });
});
