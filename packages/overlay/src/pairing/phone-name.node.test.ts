import { describe, expect, it } from 'vitest';
import { keyNameIn } from './phone-name.js';

describe('the name of a key', () => {
  it('is told in the language of the page where the relay gave it in both', () => {
    expect(keyNameIn('终端二维码 terminal QR', 'zh-CN')).toBe('终端二维码');
    expect(keyNameIn('终端二维码 terminal QR', 'en')).toBe('terminal QR');
    expect(keyNameIn('手机 1', 'en')).toBe('手机 1');
  });
});
