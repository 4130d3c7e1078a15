import type { Adapter, StallState } from '@stallcast/protocol';
import type { Sentence } from '../../../words/language.js';
import { bothLanguages } from './both-languages.js';

/** What a source said the first time, or why it said nothing. */
export type TriedSource = { ok: true; state: StallState } | { ok: false; trouble: Sentence };

/** How long a source may take, ms. */
const PATIENCE_MS = 12_000;

/** Follows a source until it has told everything once or says what is wrong, and lets go of it. Never rejects. */
export function trySource(open: () => Adapter, patienceMs = PATIENCE_MS): Promise<TriedSource> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let isDone = false;
    const end = (tried: TriedSource): void => {
      if (isDone) return;
      isDone = true;
      clearTimeout(timer);
      // The adapter may be speaking before it has handed out its stop.
      queueMicrotask(() => stop?.());
      resolve(tried);
    };
    const timer = setTimeout(() => end({ ok: false, trouble: LATE }), patienceMs);
    try {
      stop = open().start({
        snapshot: ({ state }) => end({ ok: true, state }),
        fault: ({ message }) => end({ ok: false, trouble: bothLanguages(message) }),
        change() {},
        alive() {},
      });
    } catch (error) {
      end({ ok: false, trouble: bothLanguages(error instanceof Error ? error.message : String(error)) });
    }
  });
}

const LATE: Sentence = {
  'zh-CN': '等了 12 秒没有回答：看看网络和地址，再试一次。',
  en: 'Expected an answer within 12 seconds, got none: check network and address, and try again.',
};
