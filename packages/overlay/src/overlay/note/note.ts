import type { AdapterError } from '@stallcast/protocol';
import type { RoomStore } from '@stallcast/store';
import { computed } from 'nanostores';
import { parseLanguage, type Sentence } from '../../words/language.js';

/** A note to the person who opened the page in a browser. Inside OBS there is none: OBS's log has the same sentence. */
export interface OperatorNote {
  readonly element: HTMLElement;
  /** `scheme` is that of the connection: it decides what there is to do. `isKeptOnly`: what is shown was kept from an earlier visit. */
  follow(store: RoomStore | undefined, scheme: string, isKeptOnly: () => boolean): void;
}

/** Creates the note: it speaks up when nothing came yet and something is wrong, and leaves with the first snapshot. */
export function createNote(): OperatorNote {
  const element = document.createElement('p');
  element.className = 'note';
  element.hidden = true;
  let stop: (() => void) | null = null;

  return {
    element,
    follow(store, scheme, isKeptOnly) {
      stop?.();
      element.hidden = true;
      if (!store || 'obsstudio' in window) return;
      stop = computed([store.$fault, store.$resync], (fault, resync) =>
        resync === 0 || isKeptOnly() ? fault : null,
      ).subscribe((fault) => {
        element.hidden = fault === null;
        element.textContent = fault ? sentenceFor(fault, scheme)[parseLanguage(document.documentElement.lang)] : '';
      });
    },
  };
}

function sentenceFor({ code, message }: AdapterError, scheme: string): Sentence {
  return SENTENCES[`${scheme} ${code}`] ?? { en: message, 'zh-CN': message };
}

/** By the scheme of the connection and the code of the fault; what is not here has the adapter's own sentence. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'relay unreachable': {
    en: 'Waiting for the relay: start it on the computer, this page connects by itself.',
    'zh-CN': '正在等待中继：在电脑上启动 Stallcast，这个页面会自己连上。',
  },
  'relay refused-key': {
    en: 'The key in this link is not right: copy the overlay link from the studio page again.',
    'zh-CN': '链接里的钥匙不对：请从工作室页面重新复制画面链接。',
  },
  'relay not-found': {
    en: 'There is no such stall: check its name in the link.',
    'zh-CN': '没有这个摊位：检查链接里的摊位名。',
  },
  'local not-found': {
    en: 'Waiting for the deck: open deck.html of the same folder in this browser, or as a dock in the same OBS.',
    'zh-CN': '正在等控台：在同一个浏览器（或同一个 OBS 的停靠窗口）里打开同一文件夹的 deck.html。',
  },
};
