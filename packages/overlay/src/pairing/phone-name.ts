import type { Language } from '../words/language.js';
import type { DeviceKey } from './keys-door.js';

/** The key of the code that the terminal prints: a terminal has no language of its own, so the relay names it in both. */
const TERMINAL = { 'zh-CN': '终端二维码', en: 'terminal QR' } as const;

/** A key's name as a page in this language says it. */
export function keyNameIn(name: string, language: Language): string {
  return name === `${TERMINAL['zh-CN']} ${TERMINAL.en}` ? TERMINAL[language] : name;
}

/** The first of “Phone 1”, “Phone 2”, … that no phone has. A key that was never used keeps no name: the relay lets it give way. */
export function freePhoneName(keys: readonly DeviceKey[], phone: (n: number) => string): string {
  const taken = new Set(keys.flatMap(({ name, lastSeenAt, revokedAt }) => (lastSeenAt && !revokedAt ? [name] : [])));
  let n = 1;
  while (taken.has(phone(n))) n += 1;
  return phone(n);
}
