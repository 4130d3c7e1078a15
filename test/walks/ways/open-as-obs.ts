import type { Page } from '@playwright/test';
import type { Walk } from '../walk.js';

/** What OBS takes out of a link that is dropped on it, and what it opens. */
export interface Dropped {
  name: string | null;
  width: number;
  height: number;
  url: string;
}

/** Reads a dropped link as OBS does: all that begins with `layer-` is OBS's, the rest is opened. */
export function dropOnObs(link: string): Dropped {
  const url = new URL(link);
  const { searchParams } = url;
  const [name, width, height] = ['layer-name', 'layer-width', 'layer-height'].map((key) => searchParams.get(key));
  const rest = url.search
    .slice(1)
    .split('&')
    .filter((part) => !part.startsWith('layer-'));
  url.search = rest.join('&');
  return { name: name ?? null, width: Number(width), height: Number(height), url: url.href };
}

/** Opens the overlay as OBS's browser source does, over a drawn orchard in place of the camera, and waits for the card. */
export async function openAsObs(walk: Walk, url: string): Promise<Page> {
  const page = await (await walk.open('obs')).newPage();
  await page.goto(url);
  await page.locator('stall-product-card').first().waitFor();
  return page;
}

/** Puts the drawn orchard of the project's own pages behind the overlay. */
export const putCamera = (page: Page, origin: string) =>
  page.addStyleTag({ content: `:root { background: url(${origin}/pictures/backdrop.svg) 50% 28% / cover fixed }` });
