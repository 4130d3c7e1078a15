import '@stallcast/themes/all.css';
import { drawBar } from './bar.js';
import { formatChoice, parseChoice, type Ground } from './choice.js';
import { loadEntries } from './entries.js';
import { drawFootage, FOOTAGE, type Footage } from './footage.js';
import { hangWall } from './wall.js';

/*
 * The named states of every widget. The address chooses, and every control changes the address:
 * `?widget=product-card&look=tall&lang=en&ground=busy&theme=night&state=flash,low&canvas=portrait`.
 */
const bar = document.querySelector('header');
const wall = document.querySelector('main');
if (!bar || !wall) throw new Error('Expected <header> and <main> on the page.');

let shows = 0;

async function show(): Promise<void> {
  const mine = ++shows;
  const choice = parseChoice(location.search);
  const entries = await loadEntries(choice.isBare && choice.widgets.length > 0 ? choice.widgets : undefined);
  await setGround(choice.ground);
  // Whoever chooses quickly sees the last choice alone.
  if (mine !== shows || !bar || !wall) return;
  const [theme, another] = choice.themes;
  if (theme && !another) document.documentElement.dataset['stallTheme'] = theme;
  else delete document.documentElement.dataset['stallTheme'];
  document.documentElement.lang = choice.languages[0] ?? 'zh-CN';
  if (choice.canvas) document.body.dataset['canvas'] = choice.canvas;
  else delete document.body.dataset['canvas'];
  bar.hidden = choice.isBare;
  if (!choice.isBare) drawBar(bar, choice, entries, choose);
  const chosen = entries.filter(({ tag }) => choice.widgets.length === 0 || choice.widgets.includes(tag.slice(6)));
  hangWall(wall, choice, chosen);
  // For whoever drives the page: what it shows is what the address says.
  wall.dataset['shows'] = location.search;
}

/** What a widget lacks is forgotten with the widget. */
const FOR_ONE_WIDGET = ['state', 'look'];

function choose(name: string, value: string): void {
  const query = new URLSearchParams(formatChoice(parseChoice(location.search)));
  query.set(name, value);
  if (name === 'widget') for (const one of FOR_ONE_WIDGET) query.delete(one);
  if (name === 'canvas') query.delete('zoom');
  history.pushState(null, '', formatChoice(parseChoice(`?${query}`)));
  void show();
}

const drawn = new Map<Footage, Promise<string>>();

async function setGround(ground: Ground): Promise<void> {
  document.body.className = ground;
  const footage = FOOTAGE.find((one) => one === ground);
  if (!footage) return;
  const picture = drawn.get(footage) ?? drawFootage(footage);
  drawn.set(footage, picture);
  document.documentElement.style.setProperty('--footage', `url(${await picture})`);
}

addEventListener('popstate', () => void show());
await show();
