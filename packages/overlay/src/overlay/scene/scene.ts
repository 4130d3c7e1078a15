import type { RoomStore } from '@stallcast/store';
import type { Widget } from '../settings/overlay-settings.js';

/** How many products stand on air at once. */
const MAX_CARDS = 3;

/** The widgets of one overlay, in a room. Their places are the style sheet's. */
export interface Scene {
  readonly room: HTMLElementTagNameMap['stall-room'];
  /** Chooses which widgets are there. */
  show(widgets: readonly Widget[]): void;
  /** Shows what a scene file lays out in place of those. */
  showFile(file: HTMLElementTagNameMap['stall-scene']): void;
  /** Follows the room's store, which a new connection replaces. */
  follow(store: RoomStore | undefined): void;
}

/** Builds the scene inside `canvas`. Cards stay where they are and follow what is featured by themselves. */
export function createScene(canvas: HTMLElement): Scene {
  const room = document.createElement('stall-room');
  // Viewers see a picture of this page: nobody listens to it.
  room.announce = 'off';
  const cards = Array.from({ length: MAX_CARDS }, (_, place) => {
    const card = document.createElement('stall-product-card');
    card.featured = place;
    return card;
  });
  const counter = document.createElement('stall-stock-counter');
  counter.look = 'ring';
  const ticker = document.createElement('stall-order-ticker');
  const board = document.createElement('div');
  board.className = 'cards';
  board.append(...cards);
  canvas.replaceChildren(room);

  let stop: (() => void) | null = null;
  let hasCards = false;
  let isAsked = false;
  /** Comes with the first thing that is said: until then no page carries it. */
  let announcement: HTMLElementTagNameMap['stall-announcement'] | null = null;

  const hear = async (said: unknown): Promise<void> => {
    if (!said || isAsked) return;
    isAsked = true;
    try {
      await import('@stallcast/elements/announcement');
    } catch {
      // The line is gone: the next one that is said asks again.
      isAsked = false;
      return;
    }
    announcement = document.createElement('stall-announcement');
    shape();
    if (hasCards) room.append(announcement);
  };

  const shape = (): void => {
    if (announcement) announcement.look = canvas.dataset['canvas'] === 'landscape' ? 'strip' : 'lower-third';
  };

  const lay = (featured: readonly string[]): void => {
    const count = Math.min(featured.length, MAX_CARDS);
    canvas.dataset['count'] = String(count);
    const single = canvas.dataset['canvas'] === 'landscape' ? 'tall' : 'wide';
    for (const card of cards) card.look = count > 1 ? 'slim' : single;
    counter.productId = featured[0] ?? '';
    shape();
  };

  return {
    room,
    show(widgets) {
      const chosen: [Widget, HTMLElement][] = [
        ['ticker', ticker],
        ['card', board],
        ['counter', counter],
      ];
      room.replaceChildren(...chosen.filter(([widget]) => widgets.includes(widget)).map(([, element]) => element));
      // Of several pages of one picture, the one with the cards says it.
      hasCards = widgets.includes('card');
      if (hasCards && announcement) room.append(announcement);
    },
    showFile(file) {
      hasCards = false;
      room.replaceChildren(file);
    },
    follow(store) {
      stop?.();
      const stops = [store?.$featured.subscribe(lay), store?.$announcement.subscribe((said) => void hear(said))];
      stop = () => stops.forEach((each) => each?.());
      if (!store) lay([]);
    },
  };
}
