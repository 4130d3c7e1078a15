import type { Sentence } from '../../../words/language.js';

/** Takes a fault of an adapter, `中文。 / English.`, apart into its languages. */
export function bothLanguages(message: string): Sentence {
  const expected = message.lastIndexOf(' / Expected ');
  const at = expected >= 0 ? expected : message.indexOf(' / ');
  if (at < 0) return { en: message, 'zh-CN': message };
  return { 'zh-CN': message.slice(0, at), en: message.slice(at + 3) };
}
