import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerWorker } from './register.js';

const postMessage = vi.fn();
const register = vi.fn();
const serviceWorker = { register, ready: Promise.resolve({ active: { postMessage } }) };

beforeEach(() => {
  register.mockReset().mockResolvedValue(undefined);
  postMessage.mockReset();
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { serviceWorker });
  vi.stubGlobal('location', { pathname: '/deck' });
});
afterEach(() => void vi.unstubAllGlobals());

describe('the worker that keeps a page', () => {
  it('is asked for anew each time, and told of the page that was there before it', async () => {
    registerWorker();
    await vi.waitFor(() => expect(postMessage).toHaveBeenCalledExactlyOnceWith({ keepPage: '/deck' }));
    expect(register).toHaveBeenCalledExactlyOnceWith('/service-worker.js', { updateViaCache: 'none' });
  });

  it('comes under Trusted Types by the one address that its policy knows', async () => {
    const createPolicy = vi.fn((_: string, rules: { createScriptURL(url: string): string }) => ({
      createScriptURL: (url: string) => `trusted ${rules.createScriptURL(url)}`,
    }));
    vi.stubGlobal('trustedTypes', { createPolicy });
    registerWorker();
    await vi.waitFor(() => expect(register).toHaveBeenCalled());
    expect(createPolicy).toHaveBeenCalledExactlyOnceWith('stallcast-worker', expect.anything());
    expect(register.mock.lastCall?.[0]).toBe('trusted /service-worker.js');
  });

  it.each<[string, () => void]>([
    ['the origin is not secure', () => vi.stubGlobal('isSecureContext', false)],
    ['the browser has none', () => vi.stubGlobal('navigator', {})],
  ])('is not asked for where %s', async (_, prepare) => {
    prepare();
    registerWorker();
    await Promise.resolve();
    expect(register).not.toHaveBeenCalled();
  });

  it('is done without where the browser refuses it', async () => {
    register.mockRejectedValue(new DOMException('blocked', 'SecurityError'));
    registerWorker();
    await vi.waitFor(() => expect(register).toHaveBeenCalled());
    await Promise.resolve();
    expect(postMessage).not.toHaveBeenCalled();
  });
});
