import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { DECK_KEY, startTestRelay, VIEW_KEY, type TestRelay } from '../test-relay.fixture.js';
import { engineName } from './engine-name.js';
import type { Instance } from './instances.js';

const OBS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/103.0.5060.134 Safari/537.36 OBS/30.1.2';

let test: TestRelay;
const open: WebSocket[] = [];

beforeEach(async () => {
  test = await startTestRelay({ pingIntervalMs: 100 });
  mkdirSync(join(test.folder, 'pages'), { recursive: true });
  serve('overlay-aaaaaaaa');
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await test.stop();
});

/** Puts another build of the overlay where the relay serves it from. */
function serve(script: string): void {
  const path = join(test.folder, 'pages', 'overlay.html');
  writeFileSync(path, `<script type="module" src="/assets/${script}.js"></script>`);
}

/** A page that says who it is; what it is told comes in `heard`. */
async function arrive(hello: Record<string, unknown>, key = VIEW_KEY, autoPong = true) {
  const socket = new WebSocket(`${test.url.replace('http', 'ws')}/stalls/orchard/instances`, {
    headers: { 'user-agent': OBS },
    autoPong,
  });
  open.push(socket);
  const heard: { type: string; instances?: Instance[] }[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as { type: string }));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ key, hello }));
  return { socket, heard, closed };
}

const overlay = (fields: Record<string, unknown> = {}) => ({
  id: 'overlay-1',
  kind: 'overlay',
  scene: 'orchard-sell-out',
  version: 'overlay-aaaaaaaa',
  ...fields,
});
const list = async () =>
  (await test.ask('/stalls/orchard/instances', { key: DECK_KEY })).json<{ instances: Instance[] }>().instances;

describe('the list of connected pages', () => {
  it('has each overlay and deck with its engine, scene and version', async () => {
    await arrive(overlay());
    await arrive({ id: 'deck-0001', kind: 'deck', version: 'deck-bbbbbbbb' }, DECK_KEY);
    await expect.poll(list).toMatchObject([
      {
        id: 'overlay-1',
        engine: 'OBS 30.1.2 · Chromium 103',
        scene: 'orchard-sell-out',
        isOutOfDate: false,
        isSilent: false,
      },
      { id: 'deck-0001', kind: 'deck' },
    ]);
    expect((await test.ask('/stalls/orchard/instances', { key: VIEW_KEY })).status).toBe(403);
  });

  it('tells which one is of an older build, and has it load itself anew', async () => {
    const page = await arrive(overlay());
    await expect.poll(async () => (await list()).length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    serve('overlay-cccccccccc');
    await expect.poll(async () => (await list())[0]?.isOutOfDate).toBe(true);
    const wish = (id: string, key = DECK_KEY) =>
      test.ask(`/stalls/orchard/instances/${id}/reload`, { method: 'POST', key, body: '' });
    expect((await wish('overlay-1', VIEW_KEY)).status).toBe(403);
    expect((await wish('overlay-9')).status).toBe(404);
    expect((await wish('overlay-1')).status).toBe(200);
    await expect.poll(() => page.heard).toEqual([{ type: 'reload' }]);
  });

  it('is told to decks as it changes, and to nobody with a view key', async () => {
    const deck = await arrive({ id: 'deck-0001', kind: 'deck' }, DECK_KEY);
    const page = await arrive(overlay());
    const latest = () => deck.heard.at(-1)?.instances?.find(({ kind }) => kind === 'overlay');
    await expect.poll(latest).toMatchObject({ isShown: true });
    page.socket.send(JSON.stringify({ isShown: false }));
    await expect.poll(latest).toMatchObject({ isShown: false });
    page.socket.close(4000);
    await expect.poll(latest).toBeUndefined();
    expect(page.heard).toEqual([]);
  });

  it.each(['is killed', 'hangs'])('says that an overlay fell silent when it %s, until it is back', async (how) => {
    const page = await arrive(overlay(), VIEW_KEY, how !== 'hangs');
    await expect.poll(async () => (await list())[0]?.isSilent).toBe(false);
    if (how === 'is killed') page.socket.terminate();
    await expect.poll(async () => (await list())[0]?.isSilent).toBe(true);
    const again = await arrive(overlay());
    await expect.poll(async () => (await list())[0]?.isSilent).toBe(false);
    // The end of the first connection says nothing of the second.
    await page.closed;
    expect(await list()).toHaveLength(1);
    again.socket.terminate();
    await expect.poll(async () => (await list())[0]?.isSilent).toBe(true);
    const forget = await test.ask('/stalls/orchard/instances/overlay-1/forget', {
      method: 'POST',
      key: DECK_KEY,
      body: '',
    });
    expect([forget.status, await list()]).toEqual([200, []]);
  });

  it('says that an overlay fell silent whose page hangs while its engine answers', async () => {
    const page = await arrive(overlay({ answers: true }));
    const answer = () => page.socket.send('{"here":true}');
    page.socket.on('message', answer);
    await expect.poll(() => page.heard.filter(({ type }) => type === 'ping').length).toBeGreaterThan(4);
    expect((await list())[0]?.isSilent).toBe(false);
    page.socket.off('message', answer);
    await expect.poll(async () => (await list())[0]?.isSilent).toBe(true);
  });

  it('takes nobody without a key, nor who does not say what it is', async () => {
    expect(await (await arrive(overlay(), 'no-key')).closed).toBe(4401);
    expect(await (await arrive(overlay({ kind: 'toaster' }))).closed).toBe(4401);
    expect(await (await arrive(overlay({ id: '../..' }))).closed).toBe(4401);
    expect(await list()).toEqual([]);
  });

  it('names pages in one short line, and sends away who says more than it has to', async () => {
    await arrive(overlay({ scene: `\u001b[2J\u202e${'桃'.repeat(900)}`, room: 7, isShown: false }));
    await expect.poll(list).toMatchObject([{ scene: `[2J${'桃'.repeat(77)}`, isShown: false }]);
    expect((await list())[0]).not.toHaveProperty('room');
    expect(await (await arrive(overlay({ id: 'overlay-2', scene: 'x'.repeat(5_000) }))).closed).toBe(1009);
  });

  it('waits for nobody who does not say its key, and knows no wish but its own', async () => {
    await test.restart({ keyWaitMs: 50 });
    const socket = new WebSocket(`${test.url.replace('http', 'ws')}/stalls/orchard/instances`);
    open.push(socket);
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4401);
    (await arrive(overlay())).socket.terminate();
    await expect.poll(async () => (await list())[0]?.isSilent).toBe(true);
    const wish = await test.ask('/stalls/orchard/instances/overlay-1/dance', {
      method: 'POST',
      key: DECK_KEY,
      body: '',
    });
    expect([wish.status, (await list()).length]).toEqual([404, 1]);
  });

  it('opens to no other name of this computer: a page of another site may have given it one', async () => {
    const socket = new WebSocket(`${test.url.replace('http', 'ws')}/stalls/orchard/instances`, {
      headers: { host: 'evil.example' },
    });
    const status = await new Promise((resolve) => {
      socket.once('unexpected-response', (_, answer) => resolve(answer.statusCode));
      socket.once('error', () => {});
    });
    expect(status).toBe(403);
  });

  it('keeps no relay from ending, also a page that hangs before it has said a word', { timeout: 5_000 }, async () => {
    const socket = new WebSocket(`${test.url.replace('http', 'ws')}/stalls/orchard/instances`);
    open.push(socket);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.pause();
    await test.restart({});
  });

  it('sends a page away whose key is taken back', async () => {
    const given = await test.ask('/stalls/orchard/keys', { method: 'POST', key: DECK_KEY, body: '{"name":"phone"}' });
    const { id, key } = given.json<{ id: string; key: string }>();
    const deck = await arrive({ id: 'deck-0001', kind: 'deck' }, key);
    await expect.poll(async () => (await list()).length).toBe(1);
    await test.ask(`/stalls/orchard/keys/${id}/revoke`, { method: 'POST', key: DECK_KEY, body: '' });
    expect(await deck.closed).toBe(4403);
    await expect.poll(list).toEqual([]);
    expect(await (await arrive({ id: 'deck-0001', kind: 'deck' }, key)).closed).toBe(4403);
  });
});

describe('engineName', () => {
  it.each([
    [OBS, 'OBS 30.1.2 · Chromium 103'],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36',
      'Chromium 128 · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari 17 · iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128 · Linux'],
    [undefined, '?'],
  ])('names %s', (userAgent, name) => {
    expect(engineName(userAgent)).toBe(name);
  });
});
