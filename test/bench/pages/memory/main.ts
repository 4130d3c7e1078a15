import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';
import type { Sink } from '@stallcast/protocol';
import { createRoomStore } from '@stallcast/store';
import { createScriptedStall } from '../../scripted-stall.js';

/* The widgets over a store that is told of changes by a call, in place of a line. */
declare global {
  interface Window {
    makeChanges(count: number): void;
    /** The number that has to be shown. */
    figureNow(): number;
  }
}

const stall = createScriptedStall();
let sink: Sink | null = null;
// It keeps nothing of what it tells: what grows is the widgets' or the store's.
const store = createRoomStore({
  name: 'calls',
  silenceMs: 60_000,
  start(opened) {
    sink = opened;
    const first = stall.snapshot();
    if (first.type === 'snapshot') opened.snapshot(first);
    return () => {};
  },
});
const room = document.querySelector('stall-room');
if (room) room.store = store;
store.start();

window.makeChanges = (count) => {
  for (let i = 0; i < count; i += 1) {
    const frame = stall.sell();
    if (frame.type === 'change') sink?.change(frame);
  }
};
window.figureNow = () => stall.figure;
