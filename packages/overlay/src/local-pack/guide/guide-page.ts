import { keepText, keptText } from '../../keeping/kept-text.js';
import { copyText } from '../../studio/copy/copy-text.js';
import { parseLanguage, type Language } from '../../words/language.js';
import { deckAddress, folderName, isWithinZip } from './deck-address.js';

/** The name under which the pages of the pack keep it too. */
const KEY = 'stallcast.language';

const COPIED: Readonly<Record<Language, string>> = { 'zh-CN': '已复制 ✓', en: 'Copied ✓' };

const page = document.documentElement;
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];

function speak(language: Language): void {
  page.lang = language;
  document.title = language === 'en' ? 'Start here · Stallcast' : '先看这一页 · Stallcast';
}

speak(parseLanguage(keptText(KEY) ?? page.lang));
for (const key of all('[data-say]')) {
  key.addEventListener('click', () => {
    const language = parseLanguage(key.dataset['say']);
    keepText(KEY, language);
    speak(language);
  });
}

const address = deckAddress(location);
if (address !== null) for (const place of all('[data-address]')) place.textContent = address;
for (const place of all('[data-folder]')) place.textContent = folderName(location) || (place.textContent ?? '');
page.toggleAttribute('data-own-address', address !== null);
page.toggleAttribute('data-within-zip', isWithinZip(location));

for (const key of all('[data-copy]')) {
  key.addEventListener('click', () => {
    void copyText(address ?? '').then((isCopied) => {
      if (isCopied) key.textContent = COPIED[parseLanguage(page.lang)];
    });
  });
}
