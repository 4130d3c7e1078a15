import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openLocalLedger } from './local-ledger.js';
import { sendLocalCommand } from './send-local-command.js';

const announce = { id: 'k1', type: 'announce', text: '今晚八点开秤' };

describe('sendLocalCommand', () => {
  it('gives a command to a stall that a deck has begun, once however often it comes', async () => {
    const deck = await openLocalLedger('peaches');
    const before = deck.position.offset;
    expect(await sendLocalCommand('peaches', announce)).toMatchObject({ ok: true, repeated: false });
    expect(await sendLocalCommand('peaches', announce)).toMatchObject({ ok: true, repeated: true });
    await deck.refresh();
    expect(deck.position.offset).toBe(before + 1);
    expect(deck.snapshot().state.announcements.stall?.text).toBe('今晚八点开秤');
    await deck.close();
  });

  it('begins no stall by itself', async () => {
    await expect(sendLocalCommand('nowhere', announce)).rejects.toThrow(/先打开一次控台.*open its deck once/s);
    await expect(sendLocalCommand('nowhere', announce)).rejects.toThrow();
  });

  it('says why the ledger refuses', async () => {
    await (await openLocalLedger('melons')).close();
    expect(await sendLocalCommand('melons', { id: 'k2', type: 'dance' })).toMatchObject({ ok: false });
  });
});
