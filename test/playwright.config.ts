import { defineConfig } from '@playwright/test';
import { browserLaunch } from '../packages/tooling/bootstrap/browser.mjs';
import { ENGINES, enginesRunHere } from '../packages/tooling/bootstrap/engines.mjs';

const engines = enginesRunHere ? Object.entries(ENGINES) : [];

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'hostile/**/*.spec.ts', 'visual/**/*.spec.ts', 'walks/**/*.spec.ts'],
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/visual/baselines/{arg}{ext}',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A cold engine on a busy machine of two cores takes seconds for its first page.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // A page's worker answers before `route` is asked; tests of the worker let it in.
  use: {
    serviceWorkers: 'block',
    actionTimeout: 20_000,
    viewport: { width: 1080, height: 1920 },
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'chromium', use: { launchOptions: browserLaunch() } },
    // Of the hostile suites the doors are the relay's and the control the current engine's; the rest is for every engine.
    ...engines.map(([version, name]) => ({
      name,
      testMatch: ['e2e/**/*.spec.ts', 'hostile/{markup,trusted-types}.spec.ts'],
      use: { launchOptions: browserLaunch(version) },
    })),
  ],
});
