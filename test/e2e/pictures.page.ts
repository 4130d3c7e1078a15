import type { Product, StallState } from '@stallcast/protocol';
import { createRoomStore } from '@stallcast/store';
import { createFakeAdapter, put } from '@stallcast/testing';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';

/** What the test calls in its page. */
export interface PicturesPage {
  /** Shows a product with the picture of this address. */
  show(url: string): void;
  /** Tells everything anew, as a line does that has come back. */
  snapshot(): void;
}

declare global {
  interface Window {
    pictures: PicturesPage;
  }
}

const AT = '2026-07-01T11:42:00.000Z';
const productWith = (url: string): Product => ({
  id: 'peach',
  kind: 'goods',
  title: '阳山水蜜桃 5斤装',
  linkNo: 1,
  media: [{ kind: 'image', url, alt: '桃' }],
  promises: [],
  sources: [],
  stockFrom: 'ledger',
});
const stateWith = (url: string): StallState => ({
  session: { id: 'evening', tz: 'Asia/Shanghai', currency: 'CNY', startsAt: AT, sinceSeq: 0, goals: [] },
  rooms: [{ id: 'main', title: '果园直播间', commerce: true, panic: false }],
  products: [productWith(url)],
  offers: [],
  stocks: [],
  orders: [],
  totals: { stall: null, rooms: {} },
  featured: { stall: ['peach'], rooms: {} },
  announcements: { stall: null, rooms: {} },
});

const fake = createFakeAdapter();
const room = document.createElement('stall-room');
room.store = createRoomStore(fake.adapter);
room.append(document.createElement('stall-product-card'));
document.body.append(room);
let shown = new URLSearchParams(location.search).get('picture') ?? '';
fake.snapshot(stateWith(shown));

window.pictures = {
  show(url) {
    shown = url;
    fake.change([put('product', productWith(url))]);
  },
  snapshot: () => fake.snapshot(stateWith(shown)),
};
