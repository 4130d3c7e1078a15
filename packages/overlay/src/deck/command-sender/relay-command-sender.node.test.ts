import type { Command } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import { UnansweredError } from './command-sender.js';
import { relayCommandSender } from './relay-command-sender.js';

const COMMAND: Command = { id: '01JZ0000000000000000000001', type: 'pause', productId: 'peach' };

function setup(answer: () => Promise<Response>) {
  const requests: Request[] = [];
  const sender = relayCommandSender({
    stallUrl: 'http://127.0.0.1:7788/stalls/orchard',
    key: 'deck-key',
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      return answer();
    },
  });
  return { sender, requests };
}

const json =
  (body: unknown, status = 200) =>
  async () =>
    Response.json(body, { status });

describe('relayCommandSender', () => {
  it('posts the command with the key and tells where it stands', async () => {
    const { sender, requests } = setup(json({ epoch: 'E', offset: 7 }));
    expect(await sender.send(COMMAND)).toEqual({ ok: true, position: { epoch: 'E', offset: 7 } });
    const [request] = requests;
    expect([request?.method, request?.url]).toEqual(['POST', 'http://127.0.0.1:7788/stalls/orchard/commands']);
    expect(request?.headers.get('authorization')).toBe('Bearer deck-key');
    expect(await request?.json()).toEqual(COMMAND);
  });

  it('tells a refusal in both languages', async () => {
    const message = { en: 'No.', 'zh-CN': '不行。' };
    const { sender } = setup(json({ status: 409, detail: 'No.', message }, 409));
    expect(await sender.send(COMMAND)).toEqual({ ok: false, status: 409, message });
  });

  it('tells of a refusal where somebody else was faster what had to be seen', async () => {
    const message = { en: 'No.', 'zh-CN': '不行。' };
    const refused = (seen: unknown) => setup(json({ status: 409, message, overtaken: { commandId: 'x', seen } }, 409));
    expect(await refused('01JZ.7').sender.send(COMMAND)).toEqual({
      ok: false,
      status: 409,
      message,
      overtakenAt: '01JZ.7',
    });
    expect(await refused('yesterday').sender.send(COMMAND)).toEqual({ ok: false, status: 409, message });
  });

  it('falls back to the one sentence of a problem document, and to one of its own', async () => {
    const said = await setup(json({ detail: 'Gone.' }, 404)).sender.send(COMMAND);
    expect(said).toMatchObject({ ok: false, message: { en: 'Gone.', 'zh-CN': 'Gone.' } });
    const mute = await setup(async () => new Response('<h1>', { status: 409 })).sender.send(COMMAND);
    expect(mute.ok ? '' : mute.message.en).toContain('409');
  });

  it.each([500, 503, 429, 408])('takes %i as no answer, to be asked again', async (status) => {
    await expect(setup(json({}, status)).sender.send(COMMAND)).rejects.toThrow(UnansweredError);
  });

  it('takes a broken line and an answer without a position as no answer', async () => {
    await expect(setup(() => Promise.reject(new TypeError('x'))).sender.send(COMMAND)).rejects.toThrow(UnansweredError);
    await expect(setup(json({ ok: true })).sender.send(COMMAND)).rejects.toThrow(UnansweredError);
  });
});
