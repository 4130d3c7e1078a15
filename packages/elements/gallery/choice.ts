import { THEMES, type ThemeName } from '@stallcast/themes';
import { FOOTAGE } from './footage.js';

/** What stands behind the widgets. */
export const GROUNDS = ['', 'grid', 'white', 'black', 'light', 'dark', 'busy', ...FOOTAGE] as const;
/** On what they stand: one beside the other, or each on a canvas of its own with what is to be kept free. */
export const CANVASES = ['', 'portrait', 'landscape'] as const;
export const LANGUAGES = ['zh-CN', 'en'] as const;
export const ZOOMS = [1, 0.75, 0.5, 0.33, 0.25] as const;

export type Ground = (typeof GROUNDS)[number];
export type Canvas = (typeof CANVASES)[number];
export type Language = (typeof LANGUAGES)[number];

/** What the gallery shows. An empty list of widgets, states or themes means all of them, or the page's own theme. */
export interface Choice {
  /** Tags without their prefix. */
  widgets: readonly string[];
  states: readonly string[];
  /** `first` is each widget's usual look. */
  look: string;
  themes: readonly ThemeName[];
  languages: readonly Language[];
  ground: Ground;
  canvas: Canvas;
  zoom: number;
  /** Whether there is nothing around the widgets: no bar, no captions. For pictures. */
  isBare: boolean;
}

const NAMES = Object.keys(THEMES) as ThemeName[];

/**
 * Reads what to show from an address.
 *
 * `?widget=goal,price&state=stale,offline&look=all&theme=all&lang=zh-CN,en&ground=market&canvas=portrait&zoom=0.5&bare`.
 * What it does not know is left out.
 */
export function parseChoice(search: string): Choice {
  const query = new URLSearchParams(search);
  const list = (name: string): string[] => query.get(name)?.split(',').filter(Boolean) ?? [];
  const themes = list('theme');
  const languages = LANGUAGES.filter((language) => list('lang').includes(language));
  const canvas = CANVASES.find((one) => one === query.get('canvas')) ?? '';
  const zoom = Number(query.get('zoom'));
  // Whoever comes without a wish wants an overview.
  const usual = canvas ? 0.33 : search.length > 1 ? 1 : 0.5;
  return {
    widgets: list('widget'),
    states: list('state'),
    look: query.get('look') ?? (query.has('looks') ? 'all' : 'first'),
    themes: themes.includes('all') ? NAMES : NAMES.filter((theme) => themes.includes(theme)),
    languages: languages.length > 0 ? languages : ['zh-CN'],
    ground: GROUNDS.find((one) => one === query.get('ground')) ?? '',
    canvas,
    zoom: zoom > 0 && zoom <= 4 ? zoom : usual,
    isBare: query.has('bare'),
  };
}

/** Writes the address that shows a choice. */
export function formatChoice(choice: Choice): string {
  const { widgets, states, look, themes, languages, ground, canvas, zoom, isBare } = choice;
  const query = new URLSearchParams();
  const add = (name: string, value: string): void => {
    if (value) query.set(name, value);
  };
  add('widget', widgets.join());
  add('state', states.join());
  add('look', look === 'first' ? '' : look);
  add('theme', themes.length === NAMES.length ? 'all' : themes.join());
  add('lang', languages.join());
  add('ground', ground);
  add('canvas', canvas);
  add('zoom', String(zoom));
  if (isBare) query.set('bare', '');
  return `?${query}`;
}
