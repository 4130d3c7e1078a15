import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { readPng } from '../visual/read-png.js';

/** What a camera reads off the page: the link in the QR code that is shown; nothing where there is none. */
export async function scanCode(page: Page): Promise<string> {
  const { width, height, channels, pixels } = readPng(await page.screenshot());
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    for (let channel = 0; channel < 3; channel += 1) rgba[at * 4 + channel] = pixels[at * channels + channel] ?? 0;
  }
  return jsQR(rgba, width, height)?.data ?? '';
}
