import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const CONFIG = fileURLToPath(new URL('../../packages/elements/gallery/vite.config.ts', import.meta.url));

/** The gallery of all named states, served from the sources on loopback. */
export interface Gallery {
  address: string;
  stop(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  // No watching: a file that is saved meanwhile must not load the page anew.
  const server = await createServer({
    configFile: CONFIG,
    logLevel: 'error',
    server: { port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const [base] = server.resolvedUrls?.local ?? [];
  if (!base) throw new Error('Expected the gallery to listen on loopback.');
  return { address: `${base}gallery/index.html`, stop: () => server.close() };
}

/** Puts the gallery on a ground and into a theme, without loading it again, and lets what moves arrive. */
export async function dress(page: Page, theme: string, ground: string): Promise<void> {
  await page.evaluate(
    async ([theme = '', ground = '']) => {
      document.documentElement.dataset['stallTheme'] = theme;
      document.body.className = ground;
      const places = (): string =>
        JSON.stringify([...document.querySelectorAll('main *')].map((one) => one.getBoundingClientRect()));
      // Orders that a state lives through come one by one, and each moves what is there.
      for (let before = ''; before !== places();) {
        before = places();
        for (const animation of document.getAnimations()) animation.finish();
        for (let frame = 0; frame < 10; frame++) await new Promise((done) => requestAnimationFrame(done));
      }
    },
    [theme, ground],
  );
}
