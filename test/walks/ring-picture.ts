import type { Page } from '@playwright/test';
import { statSync } from 'node:fs';
import type { Box } from './page-facts.js';

/** A picture of the documents is no heavier than this, in bytes. */
export const HEAVIEST = 60_000;

const QUALITIES = [85, 78, 70, 62, 54, 46, 38];

export interface RingPicture {
  /** The page as it was, PNG. */
  shot: Buffer;
  /** Its size in CSS pixels. */
  size: readonly [width: number, height: number];
  /** Around what there is to press, in CSS pixels of the shot; nothing where the picture only shows. */
  ring?: Box | undefined;
  /** Goes into the ring's badge. */
  number: number;
  path: string;
}

/** Saves a screenshot with a ring and a number drawn over it: the product knows nothing of them. */
export async function drawRing(
  paper: Page,
  { shot, size: [width, height], ring, number, path }: RingPicture,
): Promise<void> {
  await paper.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) });
  await paper.setContent(
    `<style>body { margin: 0 } img, svg { position: absolute; inset: 0; width: ${width}px; height: ${height}px }</style>
    <img src="data:image/png;base64,${shot.toString('base64')}" />
    <svg viewBox="0 0 ${width} ${height}">${ring ? drawn(ring, number, width, height) : ''}</svg>`,
  );
  await paper.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  for (const quality of QUALITIES) {
    await paper.screenshot({ path, type: 'jpeg', quality });
    if (statSync(path).size <= HEAVIEST) return;
  }
  throw new Error(`${path} is heavier than ${HEAVIEST / 1000} kB: show less of the page.`);
}

function drawn([x, y, w, h]: Box, number: number, width: number, height: number): string {
  const gap = 6;
  const left = Math.max(3, x - gap);
  const top = Math.max(3, y - gap);
  const right = Math.min(width - 3, x + w + gap);
  const bottom = Math.min(height - 3, y + h + gap);
  const badge = [Math.min(Math.max(left + 2, 17), width - 17), Math.min(Math.max(top + 2, 17), height - 17)] as const;
  return `
    <rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" rx="12" fill="none" stroke="#fff" stroke-width="8" />
    <rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" rx="12" fill="none" stroke="#d4261e" stroke-width="4" />
    <circle cx="${badge[0]}" cy="${badge[1]}" r="15" fill="#d4261e" stroke="#fff" stroke-width="3" />
    <text x="${badge[0]}" y="${badge[1] + 6.5}" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="18" fill="#fff">${number}</text>`;
}
