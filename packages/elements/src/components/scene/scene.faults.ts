/** What was wrong with a scene file: one sentence a fault. */
export interface SceneFault {
  /** Where: `items[3]`, or empty for the file as a whole. */
  at: string;
  en: string;
  'zh-CN': string;
}

/** Names a value in a sentence: short, and with nothing in it that turns the line around. */
export function told(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : value === undefined ? '–' : (JSON.stringify(value) ?? '?');
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
  return plain.length > 40 ? `${[...plain.slice(0, 39)].join('')}…` : plain;
}

/** Makes the sentence for a value that was not as it has to be: what was expected, what came. */
export function expected(at: string, where: string, what: { en: string; 'zh-CN': string }, value: unknown): SceneFault {
  return {
    at,
    en: `${where}: expected ${what.en}, got ${told(value)}.`,
    'zh-CN': `${where}：应为${what['zh-CN']}，现在是 ${told(value)}。`,
  };
}
