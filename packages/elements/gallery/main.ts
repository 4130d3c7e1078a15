import '@stallcast/themes/all.css';
import { loadEntries } from './entries.js';
import { setStage } from './stage.js';

/**
 * Walks the named states. The address chooses:
 * `?widget=product-card&look=tall&lang=en&ground=busy&theme=night&state=flash,low`.
 */
const query = new URLSearchParams(location.search);
const language = query.get('lang') ?? 'zh-CN';
const only = query.get('state')?.split(',');
const widgets = query.get('widget')?.split(',');
const theme = query.get('theme');
document.body.className = query.get('ground') ?? '';
if (theme) document.documentElement.dataset['stallTheme'] = theme;

for (const { tag, looks, states } of await loadEntries(widgets)) {
  const chosen = query.get('look');
  for (const look of chosen ? [chosen] : query.has('looks') ? (looks ?? ['']) : [looks?.[0] ?? '']) {
    for (const state of states) {
      if (only && !only.includes(state.name)) continue;
      const { room, element, play } = setStage(tag, state, language);
      if (look) element.setAttribute('look', look);
      const figure = document.createElement('figure');
      const caption = document.createElement('figcaption');
      caption.textContent = `${state.name} · ${language === 'en' ? state.en : state['zh-CN']}`;
      figure.append(caption, room);
      document.querySelector('main')?.append(figure);
      void play();
    }
  }
}
