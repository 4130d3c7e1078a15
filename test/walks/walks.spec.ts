/**
 * Goes each way as a new host does, in both languages, and holds the walk-through of the documents against it: its sentences, its figures, and
 * what its pictures show.
 *
 * `pnpm walks` writes the pages and takes the pictures; in `npm test` they are compared.
 */
import { expect, test } from '@playwright/test';
import { existsSync, statSync } from 'node:fs';
import type { Language } from '../../packages/overlay/src/words/language.js';
import { withoutMeasured, type FirstStart } from './deed-table.js';
import { findChanges } from './find-changes.js';
import firstStart from './first-start.json' with { type: 'json' };
import { PICTURES, readKept, writeKept } from './kept-walks.js';
import { HEAVIEST } from './ring-picture.js';
import { walkAll } from './walk-all.js';
import { WAYS } from './ways/all-ways.js';
import { writePage } from './write-page.js';

const WRITES = process.env['STALLCAST_WALKS'] === 'write';
const ANEW =
  'A page has changed since docs/host/walk-through was written. Run "pnpm walks", open the pictures, and commit what it wrote';

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
  test(`the walk-through in ${language} says what a new host does and sees`, async ({ browser }) => {
    test.setTimeout(400_000);
    const { walked, seen } = await walkAll(WAYS, {
      browser,
      language,
      folder: WRITES ? PICTURES : undefined,
      around: (way, walk) => test.step(way.title[language], walk),
    });
    const page = await writePage(walked, language, firstStart satisfies FirstStart);
    if (WRITES) await writeKept(language, page, seen);

    const kept = readKept(language);
    expect(withoutMeasured(page), ANEW).toBe(withoutMeasured(kept.page));
    expect(findChanges(kept.seen, seen), ANEW).toEqual([]);
    const files = Object.keys(seen).map((file) => `${PICTURES}/${file}`);
    expect(files.filter((file) => !existsSync(file) || statSync(file).size > HEAVIEST)).toEqual([]);
    expect(files.length).toBeLessThanOrEqual(14);
  });
}
