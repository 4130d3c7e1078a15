import '@stallcast/elements/countdown';
import '@stallcast/elements/order-ticker';
import '@stallcast/elements/product-card';
import '@stallcast/elements/room';
import '@stallcast/elements/stock-counter';
import type { Frame, Sink } from '@stallcast/protocol';
import { createRoomStore } from '@stallcast/store';
import { createScriptedStall } from '../../../bench/scripted-stall.js';
import './hours.js';

const HOUR_MS = 3_600_000;
const HEARTBEAT_MS = 5_000;
const ORDER_EVERY_MS = 61_000;
/** After the last of the hours there are ten minutes left to count. */
const ENDS_AFTER_MS = 8 * HOUR_MS + 600_000;

/* Eight hours of a quiet evening: a sign of life every five seconds, an order a minute, a countdown. The clock is the test's. */
const stall = createScriptedStall();
const endsAt = Date.now() + ENDS_AFTER_MS;
document.querySelector('stall-countdown')?.setAttribute('until', new Date(endsAt).toISOString());
let [heartbeats, orders, stale] = [0, 0, 0];

const store = createRoomStore({
  name: 'hours',
  silenceMs: 2 * HEARTBEAT_MS,
  start(sink: Sink) {
    const pass = (frame: Frame) => {
      if (frame.type === 'snapshot') sink.snapshot(frame);
      else if (frame.type === 'change') sink.change(frame);
      else if (frame.type === 'ping') sink.alive(frame, frame.at);
    };
    pass(stall.snapshot());
    const beats = setInterval(() => {
      heartbeats += 1;
      pass(stall.ping());
    }, HEARTBEAT_MS);
    const sales = setInterval(() => {
      orders += 1;
      pass(stall.sell());
    }, ORDER_EVERY_MS);
    return () => {
      clearInterval(beats);
      clearInterval(sales);
    };
  },
});
store.$freshness.listen(({ level }) => {
  if (level === 'stale' || level === 'offline') stale += 1;
});
const room = document.querySelector('stall-room');
if (room) room.store = store;
store.start();

window.hours = () => ({ heartbeats, orders, left: stall.figure, endsAt, stale });
