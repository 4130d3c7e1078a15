import jsQR from 'jsqr';
import 'uqr';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { raise, setStage } from '../../../gallery/stage.js';
import { sampleStall } from '../../internal/sample-stall.js';
import type { QrElement } from './qr.js';
import './define.js';

const HREF = 'https://shop.yangshan.example/peaches';
const LONG = `${HREF}?from=live&room=north&night=2026-07-01&to=${'p'.repeat(110)}`;

async function setup(attributes: Record<string, string>, stall = sampleStall('peach')) {
  const stage = setStage('stall-qr', { name: 'test', en: '', 'zh-CN': '', stall, attributes }, 'zh-CN');
  const root = await raise(stage);
  const code = () => root.querySelector('.code');
  return { ...stage, element: stage.element as QrElement, root, code };
}

/** What a phone sees of the widget in a stream: its pixels, scaled to 720 lines and pressed to a JPEG of low quality. */
async function streamed(element: Element, scale: number, quality: number): Promise<ImageData> {
  const base64 = await page.screenshot({ element, save: false });
  const shot = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  // Else the runner has scaled its frame, and the pixels are not the widget's.
  expect(shot.width).toBe(element.getBoundingClientRect().width);
  const small = new OffscreenCanvas(Math.round(shot.width * scale), Math.round(shot.height * scale));
  small.getContext('2d')!.drawImage(shot, 0, 0, small.width, small.height);
  const pressed = await createImageBitmap(await small.convertToBlob({ type: 'image/jpeg', quality }));
  const context = new OffscreenCanvas(pressed.width, pressed.height).getContext('2d')!;
  context.drawImage(pressed, 0, 0);
  return context.getImageData(0, 0, pressed.width, pressed.height);
}

describe('<stall-qr>', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('style');
  });

  // The runner cannot take pictures in engines without it.
  it.skipIf(!('checkVisibility' in Element.prototype)).each([
    ['a usual address', HREF],
    ['a long one', LONG],
  ])('is read from its pixels after a stream has scaled and compressed them: %s', async (_length, href) => {
    await page.viewport(700, 690);
    // A dark theme, and a ground that no scanner likes.
    document.body.style.cssText =
      '--stall-color-plate: #000; --stall-color-text: #fff; background: repeating-conic-gradient(#000 0 25%, #fff 0 50%) 0 / 24px 24px; padding: 20px';
    const { root, code } = await setup({ href });
    await expect.poll(code).not.toBeNull();
    const { data, width, height } = await streamed(root.querySelector('.plaque')!, 720 / 1080, 0.4);
    expect(jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data).toBe(href);
  });

  it('says where it leads, to the eye and to the ear', async () => {
    const { root, code } = await setup({ href: HREF, caption: '老乡的店' });
    await expect.poll(code).not.toBeNull();
    expect(root.querySelector('.caption')?.textContent).toBe('老乡的店');
    expect(root.querySelector('.host')?.textContent).toBe('shop.yangshan.example');
    expect(code()?.getAttribute('aria-label')).toBe('二维码，指向 shop.yangshan.example');
  });

  it.each([
    ['in a platform’s profile', { href: HREF, profile: 'Douyin' }],
    ['without an address', {}],
    ['for a script', { href: 'javascript:alert(1)' }],
  ])('shows nothing %s', async (_case, attributes) => {
    const { root, element } = await setup(attributes);
    await element.updateComplete;
    expect(root.querySelector('.plaque')).toBeNull();
  });

  it('is off where something around it has a platform’s profile', async () => {
    const { root, element, room, code } = await setup({ href: HREF });
    await expect.poll(code).not.toBeNull();
    room.setAttribute('profile', 'kuaishou');
    element.requestUpdate();
    await element.updateComplete;
    expect(root.querySelector('.plaque')).toBeNull();
  });

  it('shows nothing in a room that does not sell', async () => {
    const sample = sampleStall('peach');
    const { root, element } = await setup(
      { href: HREF },
      { ...sample, rooms: sample.rooms.map((one) => ({ ...one, commerce: false })) },
    );
    await element.updateComplete;
    expect(root.querySelector('.plaque')).toBeNull();
  });

  it('never shows the code of the address before', async () => {
    const { element, code } = await setup({ href: HREF });
    await expect.poll(code).not.toBeNull();
    const before = code()!.innerHTML;
    element.href = `${HREF}/2`;
    await element.updateComplete;
    expect(code()?.innerHTML).not.toBe(before);
    await expect.poll(() => code()?.innerHTML).toBeDefined();
    expect(code()?.innerHTML).not.toBe(before);
  });

  it('shows nothing for what is too long to be read, and says so in one line', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { root, element } = await setup({ href: `${HREF}?${'p'.repeat(400)}` });
    await expect.poll(() => warned.mock.calls.length).toBe(1);
    await element.updateComplete;
    expect(root.querySelector('.plaque')).toBeNull();
    warned.mockRestore();
  });
});
