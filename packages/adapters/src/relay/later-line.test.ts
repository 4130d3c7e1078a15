import { describe, expect, it, vi } from 'vitest';
import { laterLine } from './later-line.js';
import type { OpenLine } from './line.js';

const ADDRESS = { url: 'http://127.0.0.1/stalls/peaches' } as Parameters<OpenLine>[0];
const listener = { opened: vi.fn(), message: vi.fn(), lost: vi.fn() };

function setup() {
  const close = vi.fn();
  const real = vi.fn<OpenLine>(() => ({ close }));
  const instead = vi.fn<OpenLine>(() => ({ close }));
  let come!: () => void;
  let fail!: () => void;
  const code = new Promise<OpenLine>((resolve, reject) => {
    come = () => resolve(real);
    fail = () => reject(new TypeError());
  });
  const line = laterLine(() => code, instead)(ADDRESS, null, listener);
  return { close, real, instead, line, come, fail };
}

describe('a line whose code comes later', () => {
  it('is opened with what was asked for once the code is there, and closed', async () => {
    const { real, come, line, close } = setup();
    come();
    await vi.waitFor(() => expect(real).toHaveBeenCalledWith(ADDRESS, null, listener));
    line.close();
    expect(close).toHaveBeenCalledOnce();
  });

  it('is never opened where it was closed before', async () => {
    const { real, instead, come, line } = setup();
    line.close();
    come();
    await new Promise(setImmediate);
    expect([real.mock.calls, instead.mock.calls]).toEqual([[], []]);
  });

  it('gives way to the other kind where the code cannot be had', async () => {
    const { real, instead, fail } = setup();
    fail();
    await vi.waitFor(() => expect(instead).toHaveBeenCalledWith(ADDRESS, null, listener));
    expect(real).not.toHaveBeenCalled();
  });
});
