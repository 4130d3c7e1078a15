/** The themes that come along, by the name of their style sheet, with what they are called. */
export const THEMES = {
  orchard: { en: 'Orchard', 'zh-CN': '果园' },
  harvest: { en: 'Harvest', 'zh-CN': '秋收' },
  batik: { en: 'Batik', 'zh-CN': '蜡染' },
  newyear: { en: 'New year', 'zh-CN': '年货' },
  night: { en: 'Night', 'zh-CN': '夜田' },
  paper: { en: 'Paper', 'zh-CN': '素笺' },
} as const satisfies Record<string, { en: string; 'zh-CN': string }>;

/** A theme that comes along. `data-stall-theme` with this value puts it on an element and what is inside. */
export type ThemeName = keyof typeof THEMES;
