import { openDesk, type Desk, type DeskOptions } from './desk/desk.js';
import { defineDeck } from './define.js';
import { wearGround } from './look/ground.js';
import { listenToObsKeys } from './obs-keys/obs-keys.js';

/** Puts a deck on the page and starts it. */
export function showDeck(options: DeskOptions, place: HTMLElement = document.body): Desk {
  defineDeck();
  wearGround();
  const desk = openDesk(options);
  const app = document.createElement('deck-app');
  app.desk = desk;
  place.replaceChildren(app);
  const stopKeys = listenToObsKeys(desk);
  return {
    ...desk,
    close() {
      stopKeys();
      desk.close();
    },
  };
}
