import { atom } from 'nanostores';

/** The browser's own offer to install the page; Chromium has it, a type library does not. */
export interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

/** The offer while it stands; null where the browser makes none, and once the deck is installed. */
export const $installOffer = atom<InstallOffer | null>(null);

/** Keeps the browser's offer for the key in the settings: nothing pops up over the keys of a show. */
export function listenForInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    $installOffer.set(event as InstallOffer);
  });
  addEventListener('appinstalled', () => $installOffer.set(null));
}
