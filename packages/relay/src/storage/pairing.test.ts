import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { keys } from '../verbs/keys.js';
import { DECK_KEY, product, startTestRelay, VIEW_KEY, type TestRelay } from '../test-relay.fixture.js';

let test: TestRelay;

beforeEach(async () => {
  test = await startTestRelay();
});
afterEach(() => test.stop());

const post = (path: string, key: string, body: unknown = {}) =>
  test.ask(`/stalls/orchard/keys${path}`, { method: 'POST', key, body: JSON.stringify(body) });

async function pair(name = '小李的手机') {
  const answer = await post('', DECK_KEY, { name });
  expect(answer.status).toBe(200);
  return answer.json<{ id: string; key: string }>();
}

describe('a device that is paired', () => {
  it('commands with a key of its own, which the list does not tell', async () => {
    const { id, key } = await pair();
    const body = JSON.stringify({ id: 'c1', type: 'announce', text: '好' });
    expect((await test.ask('/stalls/orchard/commands', { method: 'POST', key, body })).status).toBe(200);
    const list = await test.ask('/stalls/orchard/keys', { key });
    expect(list.json()).toMatchObject({ mayGive: false, keys: [{ id, name: '小李的手机', isYours: true }] });
    expect(list.text).not.toContain(key);
    expect(list.text).not.toContain('hash');
    if (process.platform !== 'win32') expect(statSync(join(test.folder, 'issued-keys.json')).mode & 0o077).toBe(0);
  });

  it('is named to the other operators with what it did, whatever it says of itself', async () => {
    const { key } = await pair();
    const send = (who: string, command: Record<string, unknown>) =>
      test.ask('/stalls/orchard/commands', { method: 'POST', key: who, body: JSON.stringify(command) });

    const peach = product('peach', { title: '桃', media: [{ kind: 'image', url: 'https://shop.example/peach.png' }] });
    await send(key, { id: 'c1', type: 'announce', text: '好', by: 'somebody else' });
    await send(key, { id: 'c1', type: 'announce', text: '好' });
    await send(DECK_KEY, { id: 'c2', type: 'put-product', product: peach });
    await send(DECK_KEY, { id: 'c3', type: 'undo', commandId: 'nothing' });

    const told = await test.ask('/stalls/orchard/steps', { key });
    expect(told.json()).toEqual({
      steps: [
        { at: expect.any(String), by: '小李的手机', command: { id: 'c1', type: 'announce', text: '好' } },
        { at: expect.any(String), command: { id: 'c2', type: 'put-product', product: { id: 'peach', title: '桃' } } },
      ],
    });
    const later = await test.ask('/stalls/orchard/steps?after=c1', { key });
    expect(later.json<{ steps: { command: { id: string } }[] }>().steps.map(({ command }) => command.id)).toEqual([
      'c2',
    ]);
    expect((await test.ask('/stalls/orchard/steps', { key: VIEW_KEY })).status).toBe(403);
    expect((await test.ask('/stalls/orchard/steps?after=c2', { key })).json()).toEqual({ steps: [] });
  });

  it('is named with what it did also after a restart, for an evening', async () => {
    const { key } = await pair();
    const send = (command: Record<string, unknown>) =>
      test.ask('/stalls/orchard/commands', { method: 'POST', key, body: JSON.stringify(command) });
    const { epoch, offset } = await test.position();
    const peach = product('peach', { title: '桃', media: [{ kind: 'image', url: 'https://shop.example/peach.png' }] });
    await send({ id: 'c1', type: 'put-product', product: peach, seen: `${epoch}.${offset}`, own: ['c0'] });
    await send({ id: 'c2', type: 'undo', commandId: 'nothing' });
    await test.command({ id: 'c3', type: 'record-order', order: { orderId: '1', lines: [], status: 'paid' } });
    await test.restart();
    const tell = async () => (await test.ask('/stalls/orchard/steps', { key })).json<{ steps: unknown[] }>().steps;
    const first = {
      at: expect.any(String) as string,
      by: '小李的手机',
      command: { id: 'c1', type: 'put-product', product: { id: 'peach', title: '桃' } },
    };
    expect(await tell()).toEqual([first]);
    await send({ id: 'c4', type: 'announce', text: '好' });
    expect(await tell()).toMatchObject([first, { by: '小李的手机', command: { id: 'c4' } }]);

    const later = Date.now() + 13 * 3_600_000;
    await test.restart({ now: () => later });
    expect(await tell()).toEqual([]);
  });

  it('is refused where somebody else was faster, and told who and what stands', async () => {
    const { key } = await pair();
    const send = (who: string, command: Record<string, unknown>) =>
      test.ask('/stalls/orchard/commands', { method: 'POST', key: who, body: JSON.stringify(command) });
    const read = await test.position();
    const seen = `${read.epoch}.${read.offset}`;
    expect((await send(key, { id: 'c1', type: 'announce', text: '我先', seen })).status).toBe(200);
    const refused = await send(DECK_KEY, { id: 'c2', type: 'announce', text: '我也', seen });
    expect(refused.status).toBe(409);
    const { epoch, offset } = await test.position();
    expect(refused.json()).toMatchObject({
      type: 'urn:stallcast:problem:overtaken',
      code: 'overtaken',
      message: { 'zh-CN': '没改成：小李的手机已经改过了，字幕现在是“我先”。就用现在的，还是按您的来？' },
      overtaken: { commandId: 'c1', by: '小李的手机', seen: `${epoch}.${offset}` },
    });
    // What was refused is no step, and after a look it is done.
    const told = await test.ask('/stalls/orchard/steps?after=c1', { key });
    expect(told.json()).toEqual({ steps: [] });
    const { overtaken } = refused.json<{ overtaken: { seen: string } }>();
    const again = { id: 'c3', type: 'announce', text: '我也', seen: overtaken.seen };
    expect((await send(DECK_KEY, again)).status).toBe(200);
  });

  it('keeps its key through a restart', async () => {
    const { key } = await pair();
    await test.restart();
    expect((await test.ask('/stalls/orchard/keys', { key })).status).toBe(200);
  });

  it('is given a link and a code for each address of the computer, with --lan alone', async () => {
    const lan = async () => (await test.ask('/stalls/orchard/keys', { key: DECK_KEY })).json()['lan'];
    expect(await lan()).toBe('closed');
    expect((await post('', DECK_KEY, { name: 'a' })).json()).toMatchObject({ name: 'a', decks: [], codes: [] });
    await test.restart({ lan: true });
    expect(await lan()).toBe('open');
    const { key, decks, codes } = (await post('', DECK_KEY)).json<{
      key: string;
      decks: string[];
      codes: string[][];
    }>();
    expect(decks).toEqual([`${test.url}/deck?stall=orchard#${key}`]);
    const told = async (language: unknown) => {
      const answer = await post('', DECK_KEY, { name: 'en', language });
      return answer.json<{ decks: string[] }>().decks[0]?.replace(/#.*/, '');
    };
    expect(await told('en')).toBe(`${test.url}/deck?stall=orchard&lang=en`);
    expect(await told('"><script>'), 'nothing else gets into the link').toBe(`${test.url}/deck?stall=orchard`);
    const [rows = []] = codes;
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([rows.length]));
    expect(rows.join('')).toMatch(/^[01]+$/);
  });

  it('takes the place of one of its name that never came', async () => {
    const first = await pair('手机 1');
    const second = await pair('手机 1');
    expect((await test.ask('/stalls/orchard/state', { key: first.key })).status).toBe(401);
    expect((await test.ask('/stalls/orchard/state', { key: second.key })).status).toBe(200);
    await pair('手机 1');
    expect((await test.ask('/stalls/orchard/state', { key: second.key })).status).toBe(200);
  });

  it('is told to be connected while its page is', async () => {
    const { id, key } = await pair();
    const isConnected = async () =>
      (await test.ask('/stalls/orchard/keys', { key: DECK_KEY }))
        .json<{ keys: { id: string; isConnected: boolean }[] }>()
        .keys.find((each) => each.id === id)?.isConnected;
    expect(await isConnected()).toBe(false);
    const page = new WebSocket(`${test.url.replace('http', 'ws')}/stalls/orchard/instances`);
    await new Promise((resolve) => page.once('open', resolve));
    page.send(JSON.stringify({ key, hello: { id: 'deck-0001', kind: 'deck' } }));
    await expect.poll(isConnected).toBe(true);
    page.terminate();
    await expect.poll(isConnected).toBe(false);
  });

  it('neither gives nor takes keys, nor does whoever only reads', async () => {
    const { id, key } = await pair();
    expect((await post('', key)).status).toBe(403);
    expect((await post(`/${id}/revoke`, key)).status).toBe(403);
    expect((await post('', VIEW_KEY)).status).toBe(403);
    expect((await test.ask('/stalls/orchard/keys', { key: VIEW_KEY })).status).toBe(403);
  });

  it('is cut off when its key is taken back, and told why in one sentence', async () => {
    const { id, key } = await pair();
    const socket = new WebSocket(`${test.url.replace('http', 'ws')}/stalls/orchard/socket`);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ key }));
    await new Promise((resolve) => socket.once('message', resolve));
    const stream = await fetch(`${test.url}/stalls/orchard/events`, { headers: { authorization: `Bearer ${key}` } });
    const reader = stream.body!.getReader();
    const ended = (async () => {
      while (!(await reader.read()).done);
    })().catch(() => 'cut');

    expect((await post(`/${id}/revoke`, DECK_KEY)).status).toBe(200);
    await closed;
    await ended;
    const answer = await test.ask('/stalls/orchard/state', { key });
    expect([answer.status, answer.json()]).toMatchObject([401, { code: 'revoked-key' }]);
    expect((await post(`/${id}/revoke`, DECK_KEY)).status).toBe(404);
    expect((await test.ask('/stalls/orchard/state', { key: DECK_KEY })).status).toBe(200);
  });

  it('is named as people name it, without what would write over a terminal', async () => {
    await pair('\u001b[2J小李\n的手机');
    expect((await test.ask('/stalls/orchard/keys', { key: DECK_KEY })).json()).toMatchObject({
      keys: [{ name: '[2J小李的手机' }],
    });
  });

  it('has a name of forty letters at most, and one also where it was given none', async () => {
    await pair('桃'.repeat(500));
    await pair(' \n ');
    const { keys } = (await test.ask('/stalls/orchard/keys', { key: DECK_KEY })).json<{ keys: { name: string }[] }>();
    expect(keys.map(({ name }) => name)).toEqual(['桃'.repeat(40), '手机 phone']);
  });

  it('loses its key to "stallcast keys revoke", which writes the file while the relay runs', async () => {
    const { id, key } = await pair();
    const run = (...args: string[]): string => {
      const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      try {
        keys([...args, '--data', test.folder]);
        return said.mock.calls.join('');
      } finally {
        said.mockRestore();
      }
    };
    expect(run()).toContain('小李的手机');
    run('revoke', id);
    await expect
      .poll(async () => (await test.ask('/stalls/orchard/keys', { key })).status, { timeout: 10_000 })
      .toBe(401);
    expect(() => run('revoke', id)).toThrow(/no key/);
    expect(run('add', 'tablet')).toContain('/deck?stall=orchard#');
    expect(run()).toMatch(/已收回 revoked[^]*tablet/);
  });
});
