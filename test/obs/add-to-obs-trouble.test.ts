/** "Add to OBS" against what speaks as OBS does and then fails: each trouble ends in time, and under its own name. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { addToObs } from '../../packages/overlay/src/studio/add-to-obs/add-to-obs.js';

type Answer = Record<string, unknown> | number | 'end' | 'silence';

const SOURCE = { name: 'Stallcast x', url: 'http://127.0.0.1:7788/overlay', width: 1080, height: 1920, css: '' };

/** What an OBS with an upright canvas and nothing in it says. A number is the code of a refusal. */
const ANSWERS: Record<string, Answer> = {
  GetVersion: { obsVersion: '31.0.0' },
  GetInputKindList: { inputKinds: ['browser_source'] },
  GetStudioModeEnabled: { studioModeEnabled: false },
  GetCurrentProgramScene: { currentProgramSceneName: 'Scene' },
  GetVideoSettings: { baseWidth: 1080, baseHeight: 1920 },
  GetInputList: { inputs: [] },
  GetSceneList: { scenes: [{ sceneName: 'Scene' }] },
  CreateInput: { sceneItemId: 1 },
  SetSceneItemTransform: {},
};

const servers: WebSocketServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    for (const socket of server.clients) socket.terminate();
    server.close();
  }
});

/** An OBS without a password that answers as it is told, in turn where it is told several; and what was asked of it. */
async function openDouble(more: Record<string, Answer | Answer[]> = {}) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'obswebsocket.json' });
  servers.push(server);
  await once(server, 'listening');
  const asked: Record<string, unknown>[] = [];
  server.on('connection', (socket: WebSocket) => {
    const send = (op: number, d: object) => socket.send(JSON.stringify({ op, d }));
    send(0, { obsWebSocketVersion: '5.3.4', rpcVersion: 1 });
    socket.on('message', (raw: Buffer) => {
      const { op, d } = JSON.parse(raw.toString()) as { op: number; d: Record<string, unknown> };
      if (op === 1) return send(2, { negotiatedRpcVersion: 1 });
      asked.push(d);
      const told = more[String(d['requestType'])] ?? ANSWERS[String(d['requestType'])] ?? 204;
      const answer = Array.isArray(told) ? (told.shift() ?? 204) : told;
      if (answer === 'end') return socket.terminate();
      if (answer === 'silence') return;
      const { requestType, requestId } = d;
      const requestStatus =
        typeof answer === 'number' ? { result: false, code: answer, comment: 'no' } : { result: true, code: 100 };
      send(7, { requestType, requestId, requestStatus, ...(typeof answer === 'object' && { responseData: answer }) });
    });
  });
  const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, add: (password = '') => addToObs({ source: SOURCE, address, password, patience: 500 }) };
}

describe('an OBS that lets us in', () => {
  it('without a password, whatever was typed into the field', async () => {
    const { add } = await openDouble();
    expect(await add()).toMatchObject({ ok: true, did: 'created', isAcross: false });
    expect(await add('left over')).toMatchObject({ ok: true });
  });

  it.each(['GetVersion', 'GetSceneList', 'CreateInput', 'SetSceneItemTransform'])(
    'and ends the connection at %s: lost',
    async (request) => {
      const { add } = await openDouble({ [request]: 'end' });
      expect(await add()).toMatchObject({ ok: false, trouble: 'lost' });
    },
  );

  it.each([
    ['GetCurrentProgramScene', 'silence'],
    ['CreateInput', 'silence'],
    ['GetSceneList', 207],
  ] as const)('and is busy: %s is answered with %s', async (request, answer) => {
    const { add } = await openDouble({ [request]: answer });
    expect(await add()).toMatchObject({ ok: false, trouble: 'busy' });
  });

  it('and refuses: its own words are kept', async () => {
    const { add, asked } = await openDouble({ CreateInput: 702 });
    expect(await add()).toMatchObject({ ok: false, trouble: 'refused', detail: 'no' });
    expect(asked.at(-1)).toMatchObject({ requestType: 'CreateInput', requestData: { inputName: 'Stallcast x' } });
  });

  it('where something that it does not list has the name: the next one is taken', async () => {
    const { add, asked } = await openDouble({ CreateInput: [601, { sceneItemId: 4 }] });
    expect(await add()).toMatchObject({ ok: true, did: 'created', name: 'Stallcast x 2' });
    expect(asked.at(-1)?.['requestData']).toMatchObject({ sceneItemId: 4, sceneItemTransform: { boundsWidth: 1080 } });
  });

  it('where every name is taken: it is refused, and asked for no more', async () => {
    const { add, asked } = await openDouble({ CreateInput: 601 });
    expect(await add()).toMatchObject({ ok: false, trouble: 'refused' });
    expect(asked.length).toBeLessThan(30);
  });

  it('with a canvas that lies: it is said that the source stands across', async () => {
    const { add } = await openDouble({ GetVideoSettings: { baseWidth: 1920, baseHeight: 1080 } });
    expect(await add()).toMatchObject({ ok: true, isAcross: true, canvas: [1920, 1080] });
  });

  const there = { inputs: [{ inputName: 'Stallcast x', inputKind: 'browser_source' }] };
  const turned = {
    boundsType: 'OBS_BOUNDS_SCALE_INNER',
    positionX: 0,
    positionY: 0,
    boundsWidth: 1920,
    boundsHeight: 1080,
  };
  it.each([
    ['fits it again where the canvas was turned since', turned, true],
    ['leaves it where it fits already', { ...turned, boundsWidth: 1080, boundsHeight: 1920 }, false],
    ['leaves it where the host has moved it', { ...turned, positionX: 40 }, false],
    ['leaves it at the size that the host gave it', { ...turned, boundsWidth: 900 }, false],
    ['leaves it as the host has scaled it', { ...turned, boundsType: 'OBS_BOUNDS_NONE' }, false],
  ])('with the source in the scene: %s', async (_what, sceneItemTransform, isFitted) => {
    const { add, asked } = await openDouble({
      GetInputList: there,
      SetInputSettings: {},
      PressInputPropertiesButton: {},
      GetSceneItemId: { sceneItemId: 3 },
      GetSceneItemTransform: { sceneItemTransform },
    });
    expect(await add()).toMatchObject({ ok: true, did: 'updated' });
    expect(asked.some(({ requestType }) => requestType === 'SetSceneItemTransform')).toBe(isFitted);
  });
});
