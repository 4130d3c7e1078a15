/** What stands for a buyer of whom nothing may be shown. */
export const ANONYMOUS_MASK = '**';

const SEPARATORS = /[\s·・•‧.。,，_-]+/u;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const LETTER = /\p{L}/u;
const DIGITS = /\p{Nd}/gu;

/**
 * Masks a buyer's name: the first character stays, at least one is hidden.
 *
 * 王伟 → 王*, 欧阳娜娜 → 欧**, 阿依古丽·买买提 → 阿**, John Doe → J**. A name of one character, one without a letter, one that
 * holds a phone number, an e-mail address or a link, and an already masked one without a letter become `**`. The number of stars
 * tells nothing about the length beyond two. The floor is GB waybill rules: one Chinese character hidden at least.
 */
export function maskName(name: string): string {
  // Longer text is no name; the cap also bounds the work that a hostile one can cause.
  const visible = name.slice(0, 200).normalize('NFC').replace(INVISIBLE, '').trim();
  if ((visible.match(DIGITS)?.length ?? 0) >= 5 || /[@/\\]|:\S/.test(visible)) return ANONYMOUS_MASK;

  const characters = graphemes(visible.split(SEPARATORS).join(''));
  const [first] = characters;
  // Emoji, digits and signs first would say nothing and can be letters in disguise.
  if (characters.length < 2 || !first || !LETTER.test(first) || first.length > 4) return ANONYMOUS_MASK;
  return first + (characters.length === 2 ? '*' : '**');
}

/** What a reader sees as characters. A base letter takes its combining marks with it. */
function graphemes(text: string): string[] {
  return text.match(/\P{M}\p{M}{0,2}/gu) ?? [];
}
