/** Pages of other origins and names turned to this machine: they read and command nothing. */
import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { CANARY } from '../hostile-stall.js';
import { openDoors } from './door-stall.js';

const doors = openDoors();

const command = () => JSON.stringify({ id: randomUUID(), type: 'announce', text: 'from elsewhere' });
const key = { authorization: `Bearer ${CANARY.deck}` };
const FOREIGN = ['https://evil.example', 'null', 'http://localhost.evil.example', 'http://127.0.0.1:1', 'file://'];

for (const origin of FOREIGN) {
  test(`a command from ${origin} is refused, also with the key, and its preflight is not answered`, async () => {
    await doors.expectNothingStored(async () => {
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
        const { status, headers } = await doors.send(
          '/stalls/orchard/commands',
          { ...key, origin, 'content-type': type },
          command(),
        );
        expect(status).toBe(403);
        expect(headers['access-control-allow-origin']).toBeUndefined();
      }
      const asked = {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      };
      const { status, headers } = await doors.send('/stalls/orchard/commands', asked, '', 'OPTIONS');
      expect(status).toBe(403);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    });
  });
}

test('a form can send nothing: it has no key', async () => {
  await doors.expectNothingStored(async () => {
    const headers = { 'content-type': 'text/plain', cookie: `key=${CANARY.deck}` };
    expect((await doors.send('/stalls/orchard/commands', headers, command())).status).toBe(401);
    expect((await doors.send(`/stalls/orchard/commands?key=${CANARY.deck}`, {}, command())).status).toBe(401);
    expect(
      (await doors.send('/stalls/orchard/commands', { authorization: `Bearer ${CANARY.view}` }, command())).status,
    ).toBe(403);
  });
});

for (const host of [
  'evil.example',
  '127.0.0.1.evil.example',
  'localhost.evil.example:7788',
  '127.0.0.1@evil.example',
  'evil.example, 127.0.0.1',
]) {
  test(`the Host ${host} (a name that was turned to this machine) reads and commands nothing`, async () => {
    await doors.expectNothingStored(async () => {
      for (const [path, method] of [
        ['/stalls/orchard/commands', 'POST'],
        ['/stalls/orchard/state', 'GET'],
        ['/stalls/orchard/events', 'GET'],
        ['/stalls/orchard/links', 'GET'],
        ['/deck', 'GET'],
        ['/overlay', 'GET'],
      ] as const) {
        const { status } = await doors.send(path, { ...key, host }, method === 'POST' ? command() : '', method);
        expect([400, 403], path).toContain(status);
      }
    });
  });
}
