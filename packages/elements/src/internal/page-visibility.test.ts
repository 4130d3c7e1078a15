import { afterEach, describe, expect, it, vi } from 'vitest';
import { isPageHidden, onPageVisibility } from './page-visibility.js';

const showSource = (visible: unknown) =>
  window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } }));
const hideDocument = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('onPageVisibility', () => {
  let stop = () => {};

  afterEach(() => {
    stop();
    vi.restoreAllMocks();
  });

  it('tells of a document that is hidden and shown', () => {
    const heard = vi.fn(() => isPageHidden());
    stop = onPageVisibility(heard);
    hideDocument(true);
    hideDocument(false);
    expect(heard).toHaveNthReturnedWith(1, true);
    expect(heard).toHaveNthReturnedWith(2, false);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('tells of an OBS source by its event, also where the document says nothing', () => {
    const heard = vi.fn(() => isPageHidden());
    stop = onPageVisibility(heard);
    showSource(false);
    showSource(true);
    expect(heard).toHaveNthReturnedWith(1, true);
    expect(heard).toHaveNthReturnedWith(2, false);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('tells once where both say the same', () => {
    const heard = vi.fn();
    stop = onPageVisibility(heard);
    showSource(false);
    hideDocument(true);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it.each([undefined, null, 'no'])('takes an event that says %s for a shown source', (visible) => {
    stop = onPageVisibility(() => {});
    showSource(visible);
    expect(isPageHidden()).toBe(false);
  });

  it('tells nobody who has left', () => {
    const heard = vi.fn();
    onPageVisibility(heard)();
    showSource(false);
    expect(heard).not.toHaveBeenCalled();
    expect(isPageHidden()).toBe(false);
  });
});
