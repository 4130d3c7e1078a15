import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { Change, Frame } from '@stallcast/protocol';
import type { BuiltPage } from './build-page.js';
import type { Contender, Wire } from './contenders.js';
import { startFrameServer } from './frame-server.js';
import type { NodeCg } from './nodecg.js';
import { RIVALS } from './rivals.js';
import { BLANK_PAGE } from './sample-pictures.js';
import { createScriptedStall, type ScriptedStall } from './scripted-stall.js';

/** What is known before anything was sold, in the words of the rivals. */
interface RivalState {
  link: number;
  title: string;
  price: string;
  usual: string;
  left: number;
  orders: RivalOrder[];
}
interface RivalOrder {
  id: string;
  buyer: string;
  region: string;
  title: string;
}

/** How the relay gathers changes before it sends them, ms. */
export const BATCH_MS = 16;

/** One stall told to every contender over the wire it knows: what is sold once is told to all that listen. */
export interface Feed {
  /** The number that every page has to show in the end. */
  readonly figure: number;
  urlOf(contender: Contender): string;
  /** A page with nothing on it, from the same server. */
  readonly blankUrl: string;
  /** Begins again with a full stall, for whom this wire serves. `isBatched`: our frames go out every 16 ms together, as the relay sends them. */
  open(wire: Wire, isBatched?: boolean): void;
  sell(): void;
  take(): void;
  close(): Promise<void>;
}

interface Io {
  on(event: 'connection', listener: (socket: Io) => void): void;
  emit(event: string, value: unknown): void;
  disconnectSockets(close: boolean): void;
  close(): Promise<void>;
}

/** Starts it; without the rivals' packages there is our own wire alone. */
export async function startFeed(
  pages: Readonly<Record<string, BuiltPage>>,
  nodeCg: NodeCg | null,
  withRivals: boolean,
): Promise<Feed> {
  const server = await startFrameServer({ ...pages, blank: BLANK_PAGE });
  const io = withRivals ? attachSocketIo(server.http) : null;
  let stall: ScriptedStall;
  let told: Wire = 'frames';
  let waiting: Frame[] | null = null;

  const state = (): RivalState => rivalState(stall);
  const tell = (event: string, value: unknown) => {
    if (told === 'socket.io') io?.emit(event, value);
    else if (told === 'nodecg') nodeCg?.tell(event, value);
  };
  const send = (frame: Frame) => {
    if (told !== 'frames') return;
    if (waiting) waiting.push(frame);
    else server.send(frame);
  };
  const batches = setInterval(() => {
    if (!waiting || waiting.length === 0) return;
    const frames = waiting.splice(0);
    server.send(frames.length === 1 ? frames[0]! : { v: 1, type: 'batch', frames });
  }, BATCH_MS);
  io?.on('connection', (socket) => socket.emit('state', state()));

  const feed: Feed = {
    get figure() {
      return stall.figure;
    },
    urlOf: ({ id, wire }) => (wire === 'nodecg' ? (nodeCg?.page ?? '') : `${server.origin}/${id}/`),
    get blankUrl() {
      return `${server.origin}/blank/`;
    },
    open(wire, isBatched = false) {
      io?.disconnectSockets(true);
      told = wire;
      stall = createScriptedStall();
      waiting = isBatched ? [] : null;
      server.offer(stall);
      if (wire === 'nodecg') nodeCg?.tell('state', state());
    },
    sell() {
      const frame = stall.sell();
      send(frame);
      tell('sale', { order: orderOf(frame as Frame & Change), left: stall.figure });
    },
    take() {
      send(stall.take());
      tell('stock', stall.figure);
    },
    async close() {
      clearInterval(batches);
      await io?.close().catch(() => {});
      await server.close().catch(() => {});
    },
  };
  feed.open('frames');
  return feed;
}

function attachSocketIo(http: Server): Io {
  const require = createRequire(join(RIVALS, 'package.json'));
  const { Server: IoServer } = require('socket.io') as { Server: new (http: Server) => Io };
  return new IoServer(http);
}

function rivalState(stall: ScriptedStall): RivalState {
  const snapshot = stall.snapshot();
  if (snapshot.type !== 'snapshot') throw new Error('Expected a snapshot of the scripted stall.');
  const { products, offers, featured } = snapshot.state;
  const id = Object.values(featured)[0]?.[0];
  const product = products.find((one) => one.id === id);
  const offer = offers.find((one) => one.productId === id);
  const yuan = (money: { minor: number } | null | undefined) => (money ? `¥${(money.minor / 100).toFixed(2)}` : '');
  return {
    link: product?.linkNo ?? 1,
    title: product?.title ?? '',
    price: yuan(offer?.price),
    usual: yuan(offer?.compareAt?.price),
    left: stall.figure,
    orders: [],
  };
}

function orderOf({ puts }: Change): RivalOrder {
  const put = puts.find(({ kind }) => kind === 'order');
  if (put?.kind !== 'order' || !put.value) throw new Error('Expected a sale to tell an order.');
  const { id, buyer, region } = put.value;
  return { id, buyer: buyer?.mask ?? '', region: region?.name ?? '', title: '阳山水蜜桃' };
}
