import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WEBHOOK_SOURCES, type DetailFetcher } from '@stallcast/adapters/webhooks';
import type { LedgerStorage } from '@stallcast/ledger';
import { PING_INTERVAL_MS, type WebhookSource } from '@stallcast/protocol';
import { DetailDesk, type DetailPace } from './details/detail-desk.js';
import { createAccess } from './doors/access.js';
import { commandsDoor } from './doors/commands.js';
import { eventsDoor } from './doors/events.js';
import { healthDoors } from './doors/health.js';
import { OpenStreams } from './doors/cut-revoked.js';
import { hooksDoor } from './doors/hooks.js';
import { instancesDoors } from './doors/instances.js';
import { keysDoors } from './doors/keys.js';
import { linksDoor } from './doors/links.js';
import { metricsDoor } from './doors/metrics.js';
import { createPages } from './doors/pages.js';
import { socketDoor, Sockets } from './doors/socket.js';
import { sourcesDoor } from './doors/sources.js';
import { stateDoor } from './doors/state.js';
import { stepsDoor } from './doors/steps.js';
import { answerWithoutUpgrade } from './http/answer-without-upgrade.js';
import { createHostCheck } from './http/host-check.js';
import { createKeyGuesses } from './http/key-guesses.js';
import { listen } from './http/listen.js';
import { ownOrigins } from './http/origins.js';
import { problemOf, unreadable } from './http/problem-of.js';
import { writeProblem, writeProblemToSocket } from './http/problem.js';
import { createRateLimit, REQUESTS_A_SECOND } from './http/rate-limit.js';
import { createRouter } from './http/router.js';
import { InstanceSockets } from './instances/instance-sockets.js';
import { Instances } from './instances/instances.js';
import { createPageVersions } from './instances/page-version.js';
import { phoneAddresses } from './lan-address.js';
import { originOf } from './links.js';
import { createLog } from './log.js';
import { countAnswers, countReaders } from './metrics/count-answers.js';
import { createMetrics } from './metrics/relay-metrics.js';
import { pullSecrets } from './pull/pull-settings.js';
import type { PullState } from './pull/puller.js';
import { startPulling, type Pulling } from './pull/start-pulling.js';
import { RecentSteps, type AuditSource } from './recent-steps.js';
import type { Settings } from './settings.js';
import { SourceBook } from './sources/source-book.js';
import { Stalls } from './stalls.js';
import { makeDataFolder } from './storage/data-folder.js';
import { newLifeSentence } from './new-life.js';
import { openDatabase } from './storage/database.js';
import { lockFolder } from './storage/folder-lock.js';
import { IssuedKeys } from './storage/issued-keys.js';
import { createWholeKeyRing } from './storage/key-ring.js';
import { openKeys, type Keys } from './storage/keys.js';

/** How long a stopping relay waits for its readers to hang up. */
const CLOSING_MS = 1_500;

export interface RelayOptions extends Settings {
  /** Folder of the built pages. @default the `pages` folder beside the built relay */
  pages?: string;
  /** Where lines for the terminal go. @default nowhere */
  write?: (text: string) => void;
  sources?: readonly WebhookSource[];
  /** What asks shops for the orders of which their messages tell too little. @default none: such orders stay as they were told */
  details?: readonly DetailFetcher[];
  /** How shops are asked. */
  detailPace?: DetailPace;
  now?: () => number;
  /** Where the ledger of a stall is kept. @default the database */
  storageOf?: (stall: string) => LedgerStorage;
  pingIntervalMs?: number;
  /** How long a socket may take to send its key. @default 5000 */
  keyWaitMs?: number;
}

/** A running relay. */
export interface Relay {
  /** Where it really listens. */
  readonly host: string;
  readonly port: number;
  readonly keys: Keys;
  /** The keys that devices were given. */
  readonly issued: IssuedKeys;
  readonly stalls: Stalls;
  /** Ends every stream, brings the database to rest in its one file, and gives the folder back. */
  close(): Promise<void>;
}

/** Starts a relay: opens its folder, its stalls and its doors. Throws a `Mishap` for what the person at the terminal can put right. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const now = options.now ?? Date.now;
  makeDataFolder(options.folder);
  const unlock = lockFolder(options.folder);
  try {
    const keys = openKeys(options.folder, {
      ...(options.viewKey !== undefined && { view: options.viewKey }),
      ...(options.deckKey !== undefined && { deck: options.deckKey }),
    });
    const issued = new IssuedKeys(options.folder, now);
    const hidden = [keys.view, keys.deck, ...Object.values(options.secrets), ...pullSecrets(options.pull)];
    const log = createLog(options.write ?? (() => {}), hidden, now);
    const database = openDatabase(join(options.folder, 'stallcast.db'));
    const stalls = new Stalls(
      { ...database, ...(options.storageOf && { storage: options.storageOf }) },
      { now, pingIntervalMs: options.pingIntervalMs ?? PING_INTERVAL_MS },
      (stall) => options.write?.(newLifeSentence(stall)),
    );
    const details = new DetailDesk({
      ...options.detailPace,
      fetchers: options.details ?? [],
      waiting: database.waitingDetails(),
      async accept(name, events) {
        const stall = await stalls.find(name);
        if (!stall) throw new Error(`There is no stall "${name}" in this database.`);
        return stall.ledger.accept(events);
      },
      log,
    });
    try {
      if (stalls.names().length === 0) stalls.add(options.stall, { example: options.example });
      for (const name of stalls.names()) await stalls.find(name);
      let pulling: Pulling | null = null;
      const { server, sockets, instances } = createDoors(options, {
        pullsOf: (stall) => pulling?.statesOf(stall) ?? [],
        keys,
        issued,
        stalls,
        details,
        log,
        now,
        isReady: () => database.answers(),
        audit: database,
      });
      await listen(server, options);
      details.start();
      pulling = await startPulling({ settings: options.pull, stall: options.stall, stalls, database, now, log });
      const { address, port } = server.address() as AddressInfo;
      const close = once(async () => {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        sockets.close();
        instances.close();
        stalls.closeFeeds();
        // A stream that has ended leaves its connection open for the browser's next request.
        const idle = setInterval(() => server.closeIdleConnections(), 20);
        const cut = setTimeout(() => {
          sockets.terminate();
          server.closeAllConnections();
        }, CLOSING_MS);
        await pulling?.stop();
        await closed;
        clearInterval(idle);
        clearTimeout(cut);
        await details.close();
        await stalls.close();
        database.close();
        unlock();
      });
      return { host: address, port, keys, issued, stalls, close };
    } catch (error) {
      stalls.closeFeeds();
      await stalls.close();
      database.close();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

interface Inside {
  keys: Keys;
  issued: IssuedKeys;
  stalls: Stalls;
  details: DetailDesk;
  log: (line: string) => void;
  now: () => number;
  pullsOf: (stall: string) => readonly PullState[];
  isReady: () => boolean;
  audit: AuditSource;
}

function createDoors(
  options: RelayOptions,
  { keys, issued, stalls, details, log, now, pullsOf, isReady, audit }: Inside,
) {
  const keyRing = createWholeKeyRing(keys, issued);
  const guesses = createKeyGuesses(now);
  const access = createAccess(stalls, keyRing, guesses);
  const isKnownHost = createHostCheck(options.host, options.hosts);
  const own = ownOrigins(options.origins);
  const limit = createRateLimit(options.rate ?? REQUESTS_A_SECOND, now);
  const sources = options.sources ?? [...WEBHOOK_SOURCES.values()];
  const metrics = createMetrics(stalls);
  const pages = options.pages ?? fileURLToPath(new URL('./pages', import.meta.url));
  const versionOf = createPageVersions(pages);
  const streams = new OpenStreams();
  const book = new SourceBook(now);
  const steps = new RecentSteps(audit, now);
  const known = new Map<string, Instances>();
  const instancesOf = (stall: string): Instances => {
    const instances = known.get(stall) ?? new Instances(now, versionOf);
    known.set(stall, instances);
    return instances;
  };
  const isSource = (name: string) => sources.some((source) => source.name === name);
  const route = createRouter({
    doors: [
      stateDoor(access),
      streams.watch(countReaders(eventsDoor(access), () => metrics.reader('events'))),
      socketDoor,
      stepsDoor(access, steps, own),
      countAnswers(
        commandsDoor({
          access,
          origins: own,
          limit,
          steps,
          nameOf: (key) => keyRing.nameOf(key),
        }),
        (status) => metrics.command(status),
      ),
      linksDoor(access, keys, own),
      ...keysDoors({
        access,
        keys,
        ring: keyRing,
        issued,
        origins: own,
        lanOrigins: () =>
          options.lan
            ? phoneAddresses(options.host).map((address) => originOf(address, (server.address() as AddressInfo).port))
            : null,
        isConnected: (keyId) => instances.has(keyId),
      }),
      ...instancesDoors(access, instancesOf, own),
      sourcesDoor({ access, book, sources, secrets: options.secrets, pullsOf, origins: own, now }),
      countAnswers(
        hooksDoor({ access, sources, secrets: options.secrets, details, book, limit, now, log }),
        // A name that anyone may make up is no label.
        (status, { params: { source = '' } }) => metrics.webhook(isSource(source) ? source : 'unknown', status),
      ),
      ...healthDoors(isReady),
      metricsDoor(metrics, keyRing, guesses),
    ],
    isKnownHost,
    otherwise: createPages(pages),
  });
  const refuse = (response: ServerResponse, error: unknown) => {
    const problem = problemOf(error);
    metrics.refused(problem.code);
    if (problem !== error) log(`${problem.code}: ${error instanceof Error ? error.stack : String(error)}`);
    if (response.headersSent) response.destroy();
    else if (!response.destroyed) writeProblem(response, problem);
  };
  const sockets = new Sockets({
    access,
    keys: keyRing,
    guesses,
    isKnownHost,
    keyWaitMs: options.keyWaitMs ?? 5_000,
    countReader: () => metrics.reader('socket'),
  });
  const instances = new InstanceSockets({
    access,
    keys: keyRing,
    guesses,
    instancesOf,
    isKnownHost,
    keyWaitMs: options.keyWaitMs ?? 5_000,
    pingIntervalMs: options.pingIntervalMs ?? PING_INTERVAL_MS,
  });
  issued.onRevoked(() => {
    instances.dropRevoked();
    streams.cut(keyRing);
  });
  // "stallcast keys revoke" writes from a process of its own.
  const look = setInterval(() => issued.look(), 1_000).unref();
  const server = createServer({ connectionsCheckingInterval: 2_000 }, (request, response) => {
    response.on('error', () => response.destroy());
    route(request, response).catch((error: unknown) => refuse(response, error));
  });
  server.once('close', () => clearInterval(look));
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const isWebSocket = request.headers.upgrade?.toLowerCase() === 'websocket';
    if (isWebSocket && InstanceSockets.isFor(request)) void instances.upgrade(request, socket, head);
    else if (isWebSocket) {
      streams.addSocket(socket);
      void sockets.upgrade(request, socket, head);
    } else answerWithoutUpgrade(server, request, socket);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else writeProblemToSocket(socket, unreadable(error.code));
  });
  return { server, sockets, instances };
}

/** Runs the work at most once; later calls wait for the first. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= work());
}
