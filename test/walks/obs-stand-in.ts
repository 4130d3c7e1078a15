import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

/** What was made in OBS. */
export interface MadeSource {
  inputName: string;
  inputSettings: Record<string, unknown>;
}

/** Whatever speaks obs-websocket to the studio. */
export interface ObsBeside {
  address: string;
  sources(): Promise<MadeSource[]>;
  close(): Promise<void>;
}

interface Message {
  op: number;
  d: Record<string, unknown>;
}

const sha = (text: string): string => createHash('sha256').update(text).digest('base64');

/**
 * Speaks obs-websocket 5 as far as "Add to OBS" asks: a password, one scene, sources that are made.
 *
 * @see https://github.com/obsproject/obs-websocket/blob/master/docs/generated/protocol.md
 */
export async function openObsStandIn(password: string): Promise<ObsBeside> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'obswebsocket.json' });
  await once(server, 'listening');
  const made: MadeSource[] = [];
  server.on('connection', (socket) => welcome(socket, password, made));
  const { port } = server.address() as AddressInfo;
  return {
    address: `ws://127.0.0.1:${port}`,
    sources: async () => made,
    async close() {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}

function welcome(socket: WebSocket, password: string, made: MadeSource[]): void {
  const [salt, challenge] = [randomBytes(16).toString('base64'), randomBytes(16).toString('base64')];
  const wanted = sha(sha(password + salt) + challenge);
  const send = (op: number, d: Record<string, unknown>): void => socket.send(JSON.stringify({ op, d }));
  send(0, { obsWebSocketVersion: '5.3.4', rpcVersion: 1, authentication: { challenge, salt } });
  socket.on('message', (raw: Buffer) => {
    const { op, d } = JSON.parse(raw.toString()) as Message;
    if (op === 1 && d['authentication'] !== wanted) socket.close(4009, 'Authentication failed.');
    else if (op === 1) send(2, { negotiatedRpcVersion: 1 });
    else if (op === 6) send(7, answer(d, made));
  });
}

function answer({ requestType, requestId, requestData }: Record<string, unknown>, made: MadeSource[]) {
  const data = (requestData ?? {}) as Record<string, unknown>;
  const known: Record<string, () => Record<string, unknown>> = {
    GetVersion: () => ({ obsVersion: '31.0.0', obsWebSocketVersion: '5.3.4' }),
    GetInputKindList: () => ({ inputKinds: ['browser_source'] }),
    GetStudioModeEnabled: () => ({ studioModeEnabled: false }),
    GetCurrentProgramScene: () => ({ currentProgramSceneName: 'Scene' }),
    GetVideoSettings: () => ({ baseWidth: 1080, baseHeight: 1920 }),
    GetInputList: () => ({ inputs: made.map(({ inputName }) => ({ inputName, inputKind: 'browser_source' })) }),
    GetSceneList: () => ({ scenes: [{ sceneName: 'Scene' }] }),
    CreateInput: () => {
      made.push(data as unknown as MadeSource);
      return { sceneItemId: made.length };
    },
    SetSceneItemTransform: () => ({}),
  };
  const found = known[String(requestType)];
  return {
    requestType,
    requestId,
    requestStatus: found ? { result: true, code: 100 } : { result: false, code: 204, comment: 'not in this stand-in' },
    ...(found && { responseData: found() }),
  };
}
