import { relayAdapter } from '@stallcast/adapters/relay';
import { keepState } from '@stallcast/store';
import { keepWriting, readState, writeState } from '../keeping/kept-state.js';
import { chooseStall, rememberStall } from '../keeping/last-stall.js';
import { dropStallKey, takeStallKey } from '../keeping/stall-key.js';
import { registerWorker } from '../service-worker/register.js';
import { createLanguageAtom } from '../words/kept-language.js';
import { relayCommandSender } from './command-sender/relay-command-sender.js';
import { defineDeck } from './define.js';
import { openRelayDesk } from './devices/relay-desk.js';
import { sayPaired } from './devices/say-paired.js';
import { showDeck } from './show-deck.js';
import { wearGround } from './look/ground.js';
import { listenForInstallOffer } from './settings/install-offer.js';
import { pickWords } from './words/pick-words.js';

const query = new URLSearchParams(location.search);
const { stall, room } = chooseStall(query);
const stateName = `deck.${stall}`;
const $language = createLanguageAtom(query.get('lang'));
const key = takeStallKey(stall);

listenForInstallOffer();
if (key) void openWith(key);
else askForKey();
// The page has its hands full as it comes up.
setTimeout(registerWorker, 1_000);

async function openWith(key: string): Promise<void> {
  rememberStall({ stall, room });
  const kept = await readState(stateName);
  const stallUrl = new URL(`/stalls/${encodeURIComponent(stall)}`, location.href).href;
  const relay = openRelayDesk({ stallUrl, key, room, revoked: () => leave(sayRevoked) });
  const desk = showDeck({
    relay,
    stall,
    room,
    kept,
    adapter: relayAdapter({ url: stallUrl, key }),
    sender: relayCommandSender({ stallUrl, key }),
    $language,
  });
  void sayPaired(desk);
  const writing = keepWriting(stateName, () => keepState(desk.store, stall));
  desk.store.$resync.listen(writing.changed);
  desk.$read.listen(writing.changed);
  desk.store.$fault.listen((fault) => {
    // A key that once worked may have been changed: what is on the screen stays true for its age, so it stays.
    if (fault?.code === 'refused-key' && desk.store.$resync.get() === 0) leave(() => askForKey(true));
  });

  /** Without a key that is good nothing of the stall stays on this device. */
  function leave(show: () => void): void {
    desk.close();
    writing.stop();
    dropStallKey(stall);
    void writeState(stateName, null);
    show();
  }
}

/** The key was taken back: the page says so and does nothing more. */
function sayRevoked(): void {
  const { title, hint } = pickWords($language.get()).devices.revokedPage;
  defineDeck();
  const page = document.createElement('deck-revoked');
  page.heading = title;
  page.hint = hint;
  document.body.replaceChildren(page);
}

function askForKey(refused = false): void {
  defineDeck();
  wearGround();
  const gate = document.createElement('deck-key-gate');
  gate.language = $language.get();
  gate.refused = refused;
  gate.addEventListener('deck-key-given', (event) => {
    location.hash = encodeURIComponent(event.key);
    const given = takeStallKey(stall);
    if (given) void openWith(given);
  });
  document.body.replaceChildren(gate);
}
