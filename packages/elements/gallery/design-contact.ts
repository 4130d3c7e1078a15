import { THEMES, type ThemeName } from '@stallcast/themes';
import { loadEntries } from './entries.js';
import { setStage } from './stage.js';

/** What a designer looks at first of each widget: `look/state`, without a look where there is none. Widget by widget, tall ones first. */
const MAIN: Readonly<Record<string, readonly string[]>> = {
  'product-card': ['wide/low', 'wide/sold-out', 'slim/flash', 'tall/featured'],
  'order-ticker': ['/toast', '/surge', '/list-cancelled', '/rows'],
  goal: ['bar/running', 'bar/fallen-back', 'slim/reached', 'column/running'],
  'stock-counter': ['/low', '/sold-out', '/manual'],
  price: ['/compare', '/flash'],
  countdown: ['/running', '/last-ten'],
  promises: ['line/plain', 'slips/cut-off-near'],
  shelf: ['strip/running', 'list/sold-out'],
  share: ['tag/profit', 'slim/revenue'],
  origin: ['seal/passed', 'slip/failed'],
  presale: ['leaf/open', 'slim/moved'],
  tickets: ['list/day-full', 'leaf/open'],
  announcement: ['lower-third/shown', 'strip/demo'],
  'sales-chart': ['wide/fallen-back', 'side/running'],
  qr: ['/shown'],
  legal: ['/shown'],
  status: ['/stale', '/offline'],
};

/** Every widget in its main states, in one theme, on the busy picture. */
export async function drawContact(place: HTMLElement, theme: string, language: string): Promise<void> {
  place.classList.add('busy', 'contact');
  place.dataset['stallTheme'] = theme;
  const name = document.createElement('div');
  name.className = 'name';
  const label = THEMES[theme as ThemeName];
  name.textContent = `${label['zh-CN']} ${label.en}`;
  place.append(name);
  const plays: (() => Promise<void>)[] = [];
  const entries = await loadEntries(Object.keys(MAIN));
  for (const [widget, wanted] of Object.entries(MAIN)) {
    const entry = entries.find(({ tag }) => tag === `stall-${widget}`);
    for (const one of wanted) {
      const [look = '', stateName] = one.split('/');
      const state = entry?.states.find((each) => each.name === stateName);
      if (!entry || !state) throw new Error(`The contact sheet wants ${widget} ${one}, which is not among its states.`);
      const { room, element, play } = setStage(entry.tag, state, language);
      if (look) element.setAttribute('look', look);
      const cell = document.createElement('div');
      cell.append(room);
      place.append(cell);
      plays.push(play);
    }
  }
  const portrait = drawPortrait(theme, language);
  place.append(portrait);
  await new Promise((done) => portrait.addEventListener('load', done));
  // Last, since a surge and a cancellation are over in seconds.
  await Promise.all(plays.map((play) => play()));
  await new Promise((done) => setTimeout(done, 900));
  place.dataset['ready'] = '';
}

/** Several of them composed on the canvas of a phone, a page within the page. */
function drawPortrait(theme: string, language: string): HTMLElement {
  const frame = document.createElement('iframe');
  frame.title = 'orchard-portrait';
  frame.className = 'portrait';
  frame.src = `scene.html?${new URLSearchParams({ scene: 'orchard-portrait', theme, lang: language })}`;
  return frame;
}
