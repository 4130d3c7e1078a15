import { keptPages, type Build } from './kept-pages.js';

/** The part of a worker's scope that this one needs: the library of types for it and the one for pages exclude each other. */
interface WorkerScope {
  location: { origin: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WaitingEvent & { data: unknown }) => void): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}

interface WaitingEvent {
  waitUntil(done: Promise<unknown>): void;
}

/** Filled in by the build, which knows its files once they are written. */
declare const __STALLCAST_BUILD__: Build;

const scope = self as unknown as WorkerScope; // see WorkerScope
const pages = keptPages({ build: __STALLCAST_BUILD__, origin: scope.location.origin });

scope.addEventListener('install', (event) => event.waitUntil(pages.takeOver().then(() => scope.skipWaiting())));
scope.addEventListener('activate', (event) => event.waitUntil(pages.forgetOld().then(() => scope.clients.claim())));
scope.addEventListener('message', (event) => {
  const { keepPage } = (event.data ?? {}) as { keepPage?: unknown };
  // Without its copy a page works as it did.
  if (typeof keepPage === 'string') event.waitUntil(pages.keepPage(keepPage).catch(() => {}));
});
scope.addEventListener('fetch', (event) => {
  const answer = pages.answer(event.request);
  if (answer) event.respondWith(answer);
});
