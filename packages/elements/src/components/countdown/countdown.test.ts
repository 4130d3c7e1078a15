import { put } from '@stallcast/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { raise, setStage, settled } from '../../../gallery/stage.js';
import { sampleStall, type SampleChanges } from '../../internal/sample-stall.js';
import { STATES_AT } from '../../internal/widget-state.js';
import type { CountdownEndedEvent } from './countdown.events.js';
import './define.js';

const at = (ms: number): string => new Date(Date.parse(STATES_AT) + ms).toISOString();
const flash = (endsInMs: number): SampleChanges => ({
  offer: {
    flash: { price: { minor: 3490, currency: 'CNY', exponent: 2 }, startsAt: at(-60_000), endsAt: at(endsInMs) },
  },
});

async function setup(changes: SampleChanges | null, attributes: Record<string, string> = { 'product-id': 'peach' }) {
  const stall = changes && sampleStall('peach', changes);
  const stage = setStage('stall-countdown', { name: 'test', en: '', 'zh-CN': '', stall, attributes }, 'zh-CN');
  const heard: CountdownEndedEvent[] = [];
  stage.element.addEventListener('stall-countdown-ended', (event) => heard.push(event));
  const root = await raise(stage);
  const read = () =>
    root.querySelector('.clock .spoken')?.textContent ?? root.querySelector('small')?.textContent ?? '';
  /** Lets the server's clock go on and the timer, if there is one, come. */
  const tick = async (ms: number) => {
    stage.pass(ms);
    vi.advanceTimersByTime(ms);
    await settled(stage.element);
  };
  return { ...stage, root, read, tick, heard };
}

function showSource(visible: boolean) {
  window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible } }));
}

describe('<stall-countdown>', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  afterEach(() => {
    showSource(true);
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  it('shows nothing before the first snapshot', async () => {
    const { root, element, fake, read } = await setup(null);
    expect(root.querySelector('.slip')).toBeNull();
    fake.snapshot(sampleStall('peach', flash(277_000)));
    await settled(element);
    expect(read()).toBe('04:37');
  });

  it('counts by the server’s clock, digit by digit, and becomes solid for the last ten seconds', async () => {
    const { element, read, tick } = await setup(flash(12_000));
    expect([read(), element.getAttribute('state')]).toEqual(['00:12', 'running']);
    await tick(1_000);
    expect([read(), element.getAttribute('state')]).toEqual(['00:11', 'running']);
    await tick(1_000);
    expect([read(), element.getAttribute('state')]).toEqual(['00:10', 'last-ten']);
    await tick(9_999);
    expect(read()).toBe('00:01');
    await tick(1);
    expect([read(), element.getAttribute('state')]).toEqual(['已结束', 'over']);
  });

  it('moves nothing', async () => {
    const { root, tick } = await setup(flash(12_000));
    for (let i = 0; i < 12; i++) {
      await tick(1_000);
      expect(root.getAnimations()).toEqual([]);
    }
  });

  it('changes no node but the digits that changed', async () => {
    const { root, tick } = await setup(flash(277_000));
    const changed = new Set<Element | null | undefined>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const at = target instanceof Element ? target : target.parentElement;
        changed.add(at?.closest('.glyph, .spoken'));
      }
    });
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    await tick(1_000);
    await expect.poll(() => changed.size).toBeGreaterThan(0);
    observer.disconnect();
    const last = [...root.querySelectorAll('.glyph')].at(-1);
    expect(changed).toEqual(new Set([root.querySelector('.spoken'), last]));
  });

  it('updates once for each second that is shown, and has no other timer', async () => {
    const { element, tick } = await setup(flash(277_000));
    const updates = vi.spyOn(element as unknown as { performUpdate(): void }, 'performUpdate');
    for (let i = 0; i < 5; i++) await tick(1_000);
    expect(updates).toHaveBeenCalledTimes(5);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('has no timer without a sale, after the end, while hidden, and out of the document', async () => {
    await setup({});
    expect(vi.getTimerCount()).toBe(0);
    document.body.replaceChildren();

    const { room, tick } = await setup(flash(2_000));
    expect(vi.getTimerCount()).toBe(1);
    showSource(false);
    expect(vi.getTimerCount()).toBe(0);
    showSource(true);
    await tick(2_000);
    await tick(60_000);
    expect(vi.getTimerCount()).toBe(0);
    room.remove();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('shows the right time at once when it is shown again', async () => {
    const { element, read, pass } = await setup(flash(277_000));
    showSource(false);
    pass(100_000);
    showSource(true);
    await settled(element);
    expect(read()).toBe('02:57');
  });

  it('stops when the stock is gone, and goes on when some comes back', async () => {
    const { element, fake, read } = await setup(flash(277_000));
    const [stock] = sampleStall('peach').stocks;
    if (!stock) throw new Error('The sample stall has no stock.');
    fake.change([put('stock', { ...stock, sold: 300, sellable: 0 })]);
    await settled(element);
    expect([read(), element.getAttribute('state')]).toEqual(['已抢光', 'stock-gone']);
    fake.change([put('stock', stock)]);
    await settled(element);
    expect(read()).toBe('04:37');
  });

  describe('a deadline of its own', () => {
    it('needs no product, and does not move', async () => {
      const { element, read } = await setup({}, { until: at(605_000) });
      expect(read()).toBe('10:05');
      element.setAttribute('until', at(900_000));
      await settled(element);
      expect(read()).toBe('10:05');
    });

    it('counts by the page’s clock where there is no room', async () => {
      const element = document.createElement('stall-countdown');
      element.setAttribute('until', new Date(Date.now() + 3_600_000).toISOString());
      document.body.append(element);
      await settled(element);
      expect(element.shadowRoot?.querySelector('.clock .spoken')?.textContent).toMatch(/^(1:00:00|59:5\d)$/);
    });

    it('shows nothing for what is no time', async () => {
      const { root } = await setup({}, { until: 'tomorrow' });
      expect(root.querySelector('.slip')).toBeNull();
    });
  });

  describe('stall-countdown-ended', () => {
    it('comes once, and never early', async () => {
      const { heard, tick, element } = await setup(flash(2_000));
      await tick(1_999);
      expect(heard).toEqual([]);
      await tick(1);
      expect(heard.map(({ productId, endsAt }) => [productId, endsAt])).toEqual([
        ['peach', Date.parse(STATES_AT) + 2_000],
      ]);
      await tick(70_000);
      (element as HTMLElementTagNameMap['stall-countdown']).requestUpdate();
      await settled(element);
      expect(heard).toHaveLength(1);
    });

    it('does not come again when the clock is put right to a moment before', async () => {
      const { heard, tick, pass, element } = await setup(flash(2_000));
      await tick(2_000);
      pass(-500);
      (element as HTMLElementTagNameMap['stall-countdown']).requestUpdate();
      await settled(element);
      expect(element.getAttribute('state')).toBe('over');
      await tick(500);
      expect(heard).toHaveLength(1);
    });

    it('comes late to a page that was hidden at the time, and not for what was over from the start', async () => {
      const { heard, pass, element } = await setup(flash(2_000));
      showSource(false);
      pass(600_000);
      expect(heard).toEqual([]);
      showSource(true);
      await settled(element);
      expect(heard).toHaveLength(1);

      const late = await setup(flash(-1_000));
      await late.tick(1_000);
      expect(late.heard).toEqual([]);
    });

    it('does not come when the operator ends the sale', async () => {
      const { heard, fake, tick } = await setup(flash(2_000));
      const [offer] = sampleStall('peach').offers;
      if (!offer) throw new Error('The sample stall has no offer.');
      fake.change([put('offer', offer)]);
      await tick(5_000);
      expect(heard).toEqual([]);
    });
  });
});
