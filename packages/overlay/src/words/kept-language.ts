import { atom, type WritableAtom } from 'nanostores';
import { keepText, keptText } from '../keeping/kept-text.js';
import { parseLanguage, type Language } from './language.js';

const KEY = 'stallcast.language';

/** The language of the host's pages, kept between visits and written to `<html lang>`. `wish` wins over what was kept, and that over `first`. */
export function createLanguageAtom(wish?: string | null, first?: Language): WritableAtom<Language> {
  const $language = atom<Language>(parseLanguage(wish ?? keptText(KEY) ?? first));
  document.documentElement.lang = $language.get();
  // The first that a link asks for holds for the page without it, too: an installed deck opens by no link.
  if (wish && keptText(KEY) === null) keepText(KEY, $language.get());
  $language.listen((language) => {
    keepText(KEY, language);
    document.documentElement.lang = language;
  });
  return $language;
}
