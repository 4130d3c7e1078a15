import { expect, it } from 'vitest';
import { readStamps, stampOf } from './stamp.js';
import { clientFrame, Cutter, kindOf, positionIn } from './wire.js';

const CHANGE = `{"v":1,"type":"change","stall":"orchard","epoch":"01JZ0000000000000000000000","prev":6,"offset":7,"at":"","puts":["${stampOf(12)}","${stampOf(12)}","${stampOf(345)}"]}`;

function serverFrame(text: string): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 126, body.length >> 8, body.length & 255]), body]);
}

function cut(way: 'socket' | 'events', bytes: Buffer, step: number) {
  const told: string[] = [];
  let head = '';
  const cutter = new Cutter(way, (payload) => told.push(payload.toString()));
  for (let at = 0; at < bytes.length; at += step) cutter.take(bytes.subarray(at, at + step), (text) => (head = text));
  return { told, head };
}

it.each([1, 3, 64, 100_000])('cuts whole messages out of pieces of %i bytes', (step) => {
  const answer = Buffer.from('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n');
  const frames = Buffer.concat([answer, serverFrame(CHANGE), serverFrame('x'.repeat(200))]);
  expect(cut('socket', frames, step)).toEqual({
    told: [CHANGE, 'x'.repeat(200)],
    head: 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket',
  });
  const events = Buffer.from(`HTTP/1.1 200 OK\r\n\r\n5\r\nid: a\ndata: ${CHANGE}\n\n\r\n5\r\nid: b\ndata: {}\n\n\r\n`);
  expect(cut('events', events, step).told.map((text) => text.slice(text.indexOf('data: ') + 6))).toEqual([
    CHANGE,
    '{}',
  ]);
});

it('tells a change by its first bytes, its position and the age of each order once', () => {
  const bytes = Buffer.from(CHANGE);
  expect(kindOf('socket', bytes)).toBe('change');
  expect(kindOf('events', Buffer.from(`a0\r\nid: 1\ndata: ${CHANGE}`))).toBe('change');
  expect(kindOf('socket', Buffer.from('{"v":1,"type":"snapshot"'))).toBe('state');
  expect(kindOf('socket.io', Buffer.from('42["change",{}]'))).toBe('change');
  expect(kindOf('nodecg', Buffer.from('431[null,{}]'))).toBe('state');
  expect(positionIn('change', bytes)).toEqual({ epoch: '01JZ0000000000000000000000', offset: 7 });
  const stamps: number[] = [];
  readStamps(bytes, (stamp) => stamps.push(stamp));
  expect(stamps).toEqual([12, 345]);
});

it('frames what a client says', () => {
  expect([...clientFrame('hi')]).toEqual([0x81, 0x82, 0, 0, 0, 0, 104, 105]);
  expect(clientFrame('x'.repeat(300)).length).toBe(308);
});
