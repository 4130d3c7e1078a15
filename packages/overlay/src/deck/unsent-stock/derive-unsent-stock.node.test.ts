import type { Command } from '@stallcast/protocol';
import { describe, expect, it } from 'vitest';
import type { SentCommand, Stage } from '../outbox/sent-command.js';
import { deriveUnsentStock } from './derive-unsent-stock.js';
import { unsentStockText } from './unsent-stock-words.js';

let steps = 0;
const step = (command: Command, stage: Stage = 'waiting'): SentCommand => ({ command, at: 0, stage, unanswered: 0 });
const add = (delta: number, productId = 'peach', id = `a${++steps}`): Command => ({
  id,
  type: 'adjust-stock',
  productId,
  delta,
  reason: 'other',
});
const set = (onHand: number): Command => ({ id: `s${++steps}`, type: 'set-stock', productId: 'peach', onHand });
const undo = (id: string, commandId: string): Command => ({ id, type: 'undo', commandId });
const said = (...commands: SentCommand[]) => {
  const unsent = deriveUnsentStock(commands, 'peach');
  return unsent && unsentStockText(unsent, 'zh-CN');
};

describe('deriveUnsentStock', () => {
  it('adds up what waits for this product alone', () => {
    expect(said(step(add(-1)), step(add(-1)), step(add(-5, 'jar')))).toBe('−2 待送出');
    expect(said(step(add(-5, 'jar')))).toBeNull();
  });

  it.each<Stage>(['done', 'refused'])('leaves out what is %s', (stage) => {
    expect(said(step(add(-1), stage))).toBeNull();
    expect(said(step(add(-1), stage), step(add(-2)))).toBe('−2 待送出');
  });

  it('tells what the stock will be set to, and what comes after that', () => {
    expect(said(step(set(20)))).toBe('待改成 20');
    expect(said(step(add(-3)), step(set(20)))).toBe('待改成 20');
    expect(said(step(set(20)), step(add(-2)))).toBe('待改成 20 −2');
    expect(said(step(set(0)))).toBe('待改成 0');
  });

  it('counts an undo against its step, done or not, and the undo of an undo again', () => {
    expect(said(step(add(-1, 'peach', 'x'), 'done'), step(undo('u', 'x')))).toBe('+1 待送出');
    expect(said(step(add(-1, 'peach', 'x')), step(undo('u', 'x')))).toBeNull();
    expect(said(step(add(-1, 'peach', 'x'), 'done'), step(undo('u', 'x'), 'done'), step(undo('v', 'u')))).toBe(
      '−1 待送出',
    );
    expect(said(step(undo('u', 'gone')))).toBeNull();
  });

  it('says that what was taken in is to be confirmed, once all of it was', () => {
    expect(said(step(add(4), 'accepted'))).toBe('+4 等待确认');
    expect(said(step(add(4), 'accepted'), step(add(1)))).toBe('+5 待送出');
    expect(said(step(set(7), 'accepted'))).toBe('正改成 7');
  });
});
