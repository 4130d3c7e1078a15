import { maskName } from '@stallcast/protocol';

const FAMILY_NAME_FIRST = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Masks a buyer's name, written in the order of its script: 王 before 伟, John before Doe. Undefined without a name. */
export function maskBuyer(firstName: string, lastName: string): { mask: string } | undefined {
  if (firstName === '' && lastName === '') return undefined;
  const familyFirst = FAMILY_NAME_FIRST.test(firstName + lastName);
  return { mask: maskName(familyFirst ? `${lastName}${firstName}` : `${firstName} ${lastName}`) };
}
