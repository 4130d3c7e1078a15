import { put } from '@stallcast/testing';
import { page, userEvent } from '@vitest/browser/context';
import axe from 'axe-core';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { raise, setStage, settled } from '../../../../gallery/stage.js';
import { sampleStall } from '../../../internal/sample-stall.js';
import type { Provenance } from '@stallcast/protocol';
import '../define.js';

const PROVENANCE: Provenance = {
  origin: '无锡阳山',
  farmer: '陈家果园',
  lot: '0214',
  harvestedAt: '2026-06-30',
  certificates: [{ kind: 'green-food', issuer: '中国绿色食品发展中心', no: 'LB-18-2602', validUntil: '2027-05-31' }],
  inspections: [{ at: '2026-06-30T00:00:00.000Z', by: '县检测站', sample: 10, result: 'pass' }],
};

async function setup(attributes: Record<string, string> = { details: '' }, language = 'zh-CN') {
  const stall = sampleStall('peach', { featured: ['peach'], product: { provenance: PROVENANCE } });
  const stage = setStage('stall-product-card', { name: 'test', en: '', 'zh-CN': '', stall, attributes }, language);
  const root = await raise(stage);
  const button = () => root.querySelector<HTMLButtonElement>('.more');
  const details = () => root.querySelector('stall-product-details');
  const dialog = () => details()?.shadowRoot?.querySelector('dialog') ?? null;
  const open = async (): Promise<HTMLDialogElement> => {
    button()?.click();
    await expect.poll(() => dialog()?.style.transform).toMatch(/translate/);
    return dialog() as HTMLDialogElement;
  };
  return { ...stage, root, button, details, dialog, open };
}

describe('the details of a product', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('style');
    Reflect.deleteProperty(window, 'obsstudio');
  });

  it('have no button unless the page asks for one, and never in OBS', async () => {
    expect((await setup({})).button()).toBeNull();
    Object.assign(window, { obsstudio: {} });
    expect((await setup()).button()).toBeNull();
  });

  it('are opened by a real button with a name, and tell what they are', async () => {
    const { button, open } = await setup();
    expect(button()?.textContent?.replaceAll(/\s+/g, ' ').trim()).toBe('产品详情阳山水蜜桃 5斤装');
    expect(button()?.getAttribute('aria-expanded')).toBe('false');
    const dialog = await open();
    expect(button()?.getAttribute('aria-expanded')).toBe('true');
    expect(dialog.querySelector('h2')?.textContent).toBe('阳山水蜜桃 5斤装');
    expect([...dialog.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual([
      '价格',
      '产地与检验',
      '承诺',
    ]);
  });

  it.each(['zh-CN', 'en'])('are accessible in %s', async (language) => {
    const { room, open } = await setup({ details: '' }, language);
    await open();
    const { violations } = await axe.run(room, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
  });

  it.each(['{Enter}', ' '])('open by the key %j, take the focus, and give it back on Escape', async (key) => {
    const { root, button, dialog, details } = await setup();
    button()?.focus();
    await userEvent.keyboard(key);
    await expect.poll(() => dialog()?.open).toBe(true);
    expect(details()?.shadowRoot?.activeElement?.localName).toBe('button');
    await userEvent.keyboard('{Escape}');
    await expect.poll(details).toBeNull();
    expect(root.activeElement).toBe(button());
    expect(button()?.getAttribute('aria-expanded')).toBe('false');
  });

  it('close by their own button and by a press outside, and not by one inside', async () => {
    const { open, details } = await setup();
    (await open()).querySelector('button')?.click();
    expect(details()).toBeNull();

    const dialog = await open();
    const { left, top } = dialog.getBoundingClientRect();
    const press = (x: number, y: number) =>
      dialog.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, bubbles: true }));
    press(left + 20, top + 5);
    expect(details()).not.toBeNull();
    press(left - 4, top + 5);
    expect(details()).toBeNull();
  });

  it('are the page’s business where it says so', async () => {
    const { element, button, details } = await setup();
    const heard: string[] = [];
    element.addEventListener('stall-details-opened', () => heard.push('opened'));
    element.addEventListener('stall-open-request', (event) => {
      heard.push(event.productId);
      event.preventDefault();
    });
    button()?.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect([heard, details()]).toEqual([['peach'], null]);
  });

  it('tell when they are open, and open once', async () => {
    const { element, root, button, open } = await setup();
    const heard: string[] = [];
    element.addEventListener('stall-details-opened', ({ productId }) => heard.push(productId));
    await open();
    button()?.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(heard).toEqual(['peach']);
    expect(root.querySelectorAll('stall-product-details')).toHaveLength(1);
  });

  it('follow the price while they are open', async () => {
    const { fake, details, open } = await setup();
    const dialog = await open();
    expect(dialog.textContent).toContain('¥39.90');
    const [offer] = sampleStall('peach').offers;
    if (!offer) throw new Error('The sample stall has no offer.');
    fake.change([put('offer', { ...offer, price: null })]);
    await settled(details() as HTMLElement);
    expect(dialog.textContent).not.toContain('¥39.90');
  });

  it('leave with their card', async () => {
    const { room, open, details } = await setup();
    await open();
    room.remove();
    expect(details()?.isConnected ?? false).toBe(false);
  });

  it('are never cut off, wherever the card is and however small the window', async () => {
    const place = fc.record({
      width: fc.integer({ min: 240, max: 1600 }),
      height: fc.integer({ min: 160, max: 1200 }),
      left: fc.integer({ min: -30, max: 100 }),
      top: fc.integer({ min: -30, max: 100 }),
      scale: fc.constantFrom(0.25, 0.5, 1),
    });
    await fc.assert(
      fc.asyncProperty(place, async ({ width, height, left, top, scale }) => {
        await page.viewport(width, height);
        const { room, open } = await setup();
        // What holds the card moves it, scales it and cuts it off.
        room.style.cssText = `position: fixed; left: ${left}%; top: ${top}%; inline-size: 300px; block-size: 90px; overflow: hidden; transform: scale(${scale})`;
        const dialog = await open();
        const inside = () => {
          const box = dialog.getBoundingClientRect();
          return [box.left >= 0, box.top >= 0, box.right <= innerWidth, box.bottom <= innerHeight, box.height >= 100];
        };
        await expect.poll(inside).toEqual([true, true, true, true, true]);
        document.body.replaceChildren();
      }),
      { numRuns: 20 },
    );
    await page.viewport(1280, 720);
  });
});
