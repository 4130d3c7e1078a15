import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Wake } from './wake.js';

function setup() {
  let controller: ReactiveController | null = null;
  const requestUpdate = vi.fn();
  const host: ReactiveControllerHost = {
    addController: (one) => (controller = one),
    removeController: () => {},
    requestUpdate,
    updateComplete: Promise.resolve(true),
  };
  const wake = new Wake(host);
  const connected = controller as ReactiveController | null;
  connected?.hostConnected?.();
  return { wake, requestUpdate, disconnect: () => connected?.hostDisconnected?.() };
}

/** What OBS sends when a scene shows or hides the source. */
function showSource(visible: boolean) {
  window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } }));
}

describe('Wake', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    showSource(true);
    vi.useRealTimers();
  });

  it('updates its host once, when the time has come', () => {
    const { wake, requestUpdate, disconnect } = setup();
    wake.at(5_000, 4_000);
    vi.advanceTimersByTime(999);
    expect(requestUpdate).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(requestUpdate).toHaveBeenCalledTimes(1);
    disconnect();
  });

  it('waits for the last time that it was told, and for nothing after null', () => {
    const { wake, requestUpdate, disconnect } = setup();
    wake.at(5_000, 4_000);
    wake.at(null, 4_000);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(10_000);
    expect(requestUpdate).not.toHaveBeenCalled();
    disconnect();
  });

  it('has no timer while the page is hidden, and looks at the clock when it is shown', () => {
    const { wake, requestUpdate, disconnect } = setup();
    wake.at(5_000, 4_000);
    showSource(false);
    expect(vi.getTimerCount()).toBe(0);
    showSource(true);
    expect(requestUpdate).toHaveBeenCalledTimes(1);
    disconnect();
  });

  it('leaves no timer behind', () => {
    const { wake, disconnect } = setup();
    wake.at(5_000, 4_000);
    disconnect();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for a time that is further away than a timer reaches', () => {
    const { wake, requestUpdate, disconnect } = setup();
    wake.at(2 ** 40, 0);
    vi.advanceTimersByTime(10_000);
    expect(requestUpdate).not.toHaveBeenCalled();
    disconnect();
  });
});
