import { describe, expect, it } from 'vitest';
import { createLog } from './log.js';

describe('createLog', () => {
  it('blots out every secret and keeps a line one line', () => {
    const lines: string[] = [];
    const log = createLog(
      (text) => lines.push(text),
      ['deck-key', 'deck', ''],
      () => Date.UTC(2026, 0, 1, 9, 8, 7),
    );
    log('woo said deck-key\r\nand deck\u2028again');
    expect(lines).toEqual(['09:08:07  woo said *** and *** again\n']);
  });
});
