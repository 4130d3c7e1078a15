import type { Browser } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../packages/overlay/src/words/language.js';
import { npmStart, type Started } from './npm-start.js';
import { createWalk, type Walk, type Walked } from './walk.js';
import type { Way } from './ways/way.js';

/** A way, and how it was walked. */
export interface WalkedWay {
  way: Way;
  walked: Walked;
}

export interface AllWalked {
  walked: WalkedWay[];
  seen: Record<string, Walk['seen'][string]>;
}

/** Walks every way in one language, each with a Stallcast of its own. */
export async function walkAll(
  ways: readonly Way[],
  { browser, language, folder, around }: WalkAllOptions,
): Promise<AllWalked> {
  const all: AllWalked = { walked: [], seen: {} };
  const home = await mkdtemp(join(tmpdir(), 'stallcast-walks-'));
  const carried = {};
  try {
    for (const way of ways) {
      await around(way, async () => {
        const walk = createWalk({ id: way.id, title: way.title, language, browser, folder });
        const running: Started[] = [];
        try {
          await way.go({
            walk,
            folder: home,
            carried,
            async start(flags) {
              const started = await npmStart(flags);
              running.push(started);
              return started;
            },
          });
        } finally {
          await walk.close();
          for (const each of running) await each.close();
        }
        all.walked.push({ way, walked: walk.walked });
        Object.assign(all.seen, walk.seen);
      });
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  return all;
}

export interface WalkAllOptions {
  browser: Browser;
  language: Language;
  /** Where pictures go; none are taken without it. */
  folder?: string | undefined;
  /** Names each way to whoever reports. */
  around(way: Way, walk: () => Promise<void>): Promise<void>;
}
