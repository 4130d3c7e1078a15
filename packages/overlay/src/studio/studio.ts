import { wearGround } from '../deck/look/ground.js';
import { takeStallKey } from '../keeping/stall-key.js';
import { createLanguageAtom } from '../words/kept-language.js';
import { defineStudio } from './define.js';

const query = new URLSearchParams(location.search);
const stall = query.get('stall') ?? 'orchard';
const $language = createLanguageAtom(query.get('lang'));

wearGround();
defineStudio();
const app = document.createElement('studio-app');
app.address = { origin: location.origin, stall, room: query.get('room') ?? undefined };
app.deckKey = takeStallKey(stall);
app.addEventListener('studio-language-switch', () => $language.set($language.get() === 'en' ? 'zh-CN' : 'en'));
app.isComposing = query.has('compose');
app.addEventListener('studio-compose', ({ isOpen }) => {
  const address = new URL(location.href);
  if (isOpen) address.searchParams.set('compose', '');
  else address.searchParams.delete('compose');
  history.pushState(null, '', address);
  app.isComposing = isOpen;
});
// What is chosen on the page holds from then on, whatever its address said.
app.addEventListener('studio-room-chosen', () => {
  const address = new URL(location.href);
  address.searchParams.delete('room');
  history.replaceState(history.state, '', address);
});
window.addEventListener('popstate', () => (app.isComposing = new URLSearchParams(location.search).has('compose')));
$language.subscribe((language) => (app.language = language));
document.body.replaceChildren(app);
