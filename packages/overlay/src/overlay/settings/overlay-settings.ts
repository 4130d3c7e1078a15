import { THEMES, type ThemeName } from '@stallcast/themes';
import { parseLanguage, type Language } from '../../words/language.js';

/** What the overlay can show, besides the cards' own parts. */
export type Widget = 'card' | 'counter' | 'ticker';

/** How one overlay source is set up. */
export interface OverlaySettings {
  /** The connection string. */
  src: string;
  /** The room's id; empty for the stall's only room. */
  room: string;
  language: Language;
  canvas: 'auto' | 'portrait' | 'landscape';
  widgets: readonly Widget[];
  /** The name of a starting scene, such as `orchard`, or the code of one that the studio made; empty for the widgets above. */
  scene: string;
  /** The look, unless a theme is pasted into the CSS box. Null for the scene's own, or else orchard. */
  theme: ThemeName | null;
  /** The colour that a window capture keys out. Most boards have a green of their own, so magenta leaves them whole. */
  background: 'transparent' | KeyColour;
  /** Whether the board that says what is wrong is open. */
  doctor: boolean;
}

/** Where settings come from: the page's address, and the CSS box of OBS, which sets variables. */
export interface SettingsSources {
  search: string;
  hash: string;
  /** The value of a custom property on the body; empty where it is not set. */
  css(name: string): string;
  /** The connection string of a page that names none. */
  defaultSrc(wish: { stall: string; room: string; key: string }): string;
}

const KEY_COLOURS = ['green', 'magenta'] as const;

type KeyColour = (typeof KEY_COLOURS)[number];

const WIDGETS: readonly Widget[] = ['card', 'counter', 'ticker'];

/**
 * Reads the settings of one overlay. What the CSS box says wins over the address, since it is set for one source.
 *
 * OBS encodes the whole path of a local file, so such a source has no query and no fragment: there the box is the only way.
 */
export function readSettings({ search, hash, css, defaultSrc }: SettingsSources): OverlaySettings {
  const query = new URLSearchParams(search);
  const pick = (property: string, parameter: string): string => unquote(css(property)) || (query.get(parameter) ?? '');

  const stall = pick('--stall-id', 'stall') || 'orchard';
  const room = pick('--stall-room-id', 'room');
  const [scene, shape] = parseSceneWish(pick('--stall-scene', 'scene'));
  const canvas = pick('--stall-canvas', 'canvas') || shape;
  const widgets = pick('--stall-widgets', 'widgets').split(/[\s,]+/);
  const theme = pick('--stall-theme', 'theme');
  const background = pick('--stall-background', 'bg');
  // A source may hold a key of its own, so that the studio's links carry it behind theirs, where no server sees it.
  const [, key = '', srcBehindKey = ''] = /^#?(.*?)(?:&src=(.*))?$/.exec(hash) ?? [];
  const ownSrc = defaultSrc({ stall, room, key });
  const chosen = WIDGETS.filter((widget) => widgets.includes(widget));
  return {
    src: pick('--stall-src', 'src') || decode(srcBehindKey) || ownSrc,
    room,
    language: parseLanguage(pick('--stall-lang', 'lang')),
    canvas: canvas === 'portrait' || canvas === 'landscape' ? canvas : 'auto',
    widgets: chosen.length > 0 ? chosen : ['card', 'ticker'],
    scene,
    theme: isTheme(theme) ? theme : null,
    background: KEY_COLOURS.find((colour) => colour === background) ?? 'transparent',
    doctor: isOn(unquote(css('--stall-doctor')) || query.get('doctor')),
  };
}

/** A scene may be named with its canvas, `orchard-portrait`; a code from the studio says it in its second letter. */
function parseSceneWish(wish: string): [scene: string, canvas: string] {
  if (wish.startsWith('~')) return [wish, { p: 'portrait', l: 'landscape' }[wish.charAt(1)] ?? ''];
  const [, scene = '', canvas = ''] = /^(.*?)(?:-(portrait|landscape))?$/.exec(wish) ?? [];
  return [scene, canvas];
}

const isTheme = (name: string): name is ThemeName => Object.hasOwn(THEMES, name);

/** `?doctor`, `?doctor=on` and `--stall-doctor: on` all say yes. */
const isOn = (value: string | null) => value !== null && !['off', '0', 'no', 'false'].includes(value);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A custom property keeps the quotes and escapes that it was written with. */
function unquote(value: string): string {
  const text = value.trim();
  const quoted = /^(["'])([^]*)\1$/.exec(text)?.[2];
  return quoted === undefined ? text : quoted.replace(/\\(.)/g, '$1');
}
