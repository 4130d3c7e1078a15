import { THEMES } from '@stallcast/themes';
import { html, render } from 'lit';
import type { WidgetEntry } from '../src/internal/widget-state.js';
import { CANVASES, GROUNDS, ZOOMS, type Choice } from './choice.js';

const WORDS = {
  'zh-CN': {
    title: '状态画廊',
    ...{
      widget: '组件',
      look: '样式',
      state: '状态',
      theme: '主题',
      lang: '语言',
      ground: '背景',
      canvas: '画布',
      zoom: '大小',
    },
    all: '全部',
    usual: '默认',
    both: '中文和英文',
    grounds: {
      ...{ '': '灰', grid: '透明格', white: '纯白', black: '纯黑', light: '浅', dark: '暗', busy: '果园（画）' },
      ...{ room: '暗房间', backlight: '逆光', tent: '白棚', market: '热闹集市' },
    },
    canvases: { '': '一览', portrait: '竖屏 1080×1920', landscape: '横屏 1920×1080' },
  },
  en: {
    title: 'States gallery',
    ...{
      widget: 'Widget',
      look: 'Look',
      state: 'State',
      theme: 'Theme',
      lang: 'Language',
      ground: 'Ground',
      canvas: 'Canvas',
      zoom: 'Size',
    },
    all: 'All',
    usual: 'Usual',
    both: 'Chinese and English',
    grounds: {
      ...{
        '': 'grey',
        grid: 'transparent',
        white: 'white',
        black: 'black',
        light: 'light',
        dark: 'dark',
        busy: 'orchard (drawn)',
      },
      ...{ room: 'dark room', backlight: 'backlight', tent: 'white tent', market: 'busy market' },
    },
    canvases: { '': 'overview', portrait: 'portrait 1080×1920', landscape: 'landscape 1920×1080' },
  },
} as const;

type ControlName = 'widget' | 'look' | 'state' | 'theme' | 'lang' | 'ground' | 'canvas' | 'zoom';
type Option = readonly [value: string, label: string];

/**
 * Draws the bar of controls.
 *
 * @param entries Every widget, whether it is shown or not.
 * @param choose Called with the address that a control asks for, as `name` and `value`.
 */
export function drawBar(
  place: HTMLElement,
  choice: Choice,
  entries: readonly WidgetEntry[],
  choose: (name: string, value: string) => void,
): void {
  const language = choice.languages[0] ?? 'zh-CN';
  const words = WORDS[language];
  const all: Option = ['', words.all];
  const shown = entries.filter(({ tag }) => choice.widgets.includes(nameOf(tag)));
  const looks = [...new Set(shown.flatMap(({ looks = [] }) => looks))];
  const states = shown.flatMap(({ states }) => states);
  const control = (name: ControlName, value: string, options: readonly Option[]) => {
    // What the address alone can say, such as two widgets, is kept as a choice of its own.
    const isListed = options.some(([one]) => one === value);
    return html`<label>
      ${words[name]}
      <select name=${name} @change=${(event: Event) => choose(name, (event.target as HTMLSelectElement).value)}>
        ${(isListed ? options : ([[value, value], ...options] as const)).map(
          ([one, label]) => html`<option value=${one} .selected=${one === value}>${label}</option>`,
        )}
      </select>
    </label>`;
  };
  render(
    html`<h1>${words.title}</h1>
      ${control('widget', choice.widgets.join(), [all, ...entries.map(({ tag }): Option => [nameOf(tag), nameOf(tag)])])}
      ${control('look', choice.look, [['first', words.usual], ['all', words.all], ...looks.map((look): Option => [look, look])])}
      ${control('state', choice.states.join(), [
        all,
        ...new Map(states.map((state) => [state.name, `${state.name} · ${state[language]}`])),
      ])}
      ${control('theme', choice.themes.length === Object.keys(THEMES).length ? 'all' : choice.themes.join(), [
        ['', words.usual],
        ['all', words.all],
        ...Object.entries(THEMES).map(([name, label]): Option => [name, `${label[language]} ${name}`]),
      ])}
      ${control('lang', choice.languages.join(), [
        ['zh-CN', '中文'],
        ['en', 'English'],
        ['zh-CN,en', words.both],
      ])}
      ${control(
        'ground',
        choice.ground,
        GROUNDS.map((one): Option => [one, words.grounds[one]]),
      )}
      ${control(
        'canvas',
        choice.canvas,
        CANVASES.map((one): Option => [one, words.canvases[one]]),
      )}
      ${control(
        'zoom',
        String(choice.zoom),
        ZOOMS.map((one): Option => [String(one), `${one * 100} %`]),
      )}`,
    place,
  );
}

const nameOf = (tag: string): string => tag.slice('stall-'.length);
