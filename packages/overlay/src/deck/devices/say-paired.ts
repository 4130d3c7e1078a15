import { keepText, keptText } from '../../keeping/kept-text.js';
import type { Desk } from '../desk/desk.js';
import { pickWords } from '../words/pick-words.js';

/** Says once in this browser which device this is, where the deck was opened with a key of its own. */
export async function sayPaired(desk: Desk): Promise<void> {
  const list = await desk.relay?.keys.list();
  const own = list?.keys.find(({ isYours }) => isYours);
  const name = `stallcast.paired.${desk.stall}`;
  if (!own || keptText(name) === own.id) return;
  keepText(name, own.id);
  desk.$notice.set({ isGood: true, text: (language) => pickWords(language).devices.paired(own.name) });
}
