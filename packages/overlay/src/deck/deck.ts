import { relayAdapter } from '@stallcast/adapters/relay';
import { dropStallKey, takeStallKey } from '../keeping/stall-key.js';
import { createLanguageAtom } from '../words/kept-language.js';
import { relayCommandSender } from './command-sender/relay-command-sender.js';
import { defineDeck } from './define.js';
import { showDeck } from './show-deck.js';
import { wearGround } from './look/ground.js';

const query = new URLSearchParams(location.search);
const stall = query.get('stall') ?? 'orchard';
const $language = createLanguageAtom(query.get('lang'));
const key = takeStallKey(stall);

if (key) openWith(key);
else askForKey();

function openWith(key: string): void {
  const stallUrl = new URL(`/stalls/${encodeURIComponent(stall)}`, location.href).href;
  showDeck({
    stall,
    room: query.get('room') ?? undefined,
    adapter: relayAdapter({ url: stallUrl, key }),
    sender: relayCommandSender({ stallUrl, key }),
    $language,
  });
}

function askForKey(): void {
  defineDeck();
  wearGround();
  dropStallKey(stall);
  const gate = document.createElement('deck-key-gate');
  gate.language = $language.get();
  gate.addEventListener('deck-key-given', (event) => {
    location.hash = encodeURIComponent(event.key);
    const given = takeStallKey(stall);
    if (given) openWith(given);
  });
  document.body.replaceChildren(gate);
}
