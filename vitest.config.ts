import { playwright } from '@vitest/browser-playwright';
import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { browserLaunch } from './packages/tooling/bootstrap/browser.mjs';
import { ENGINES } from './packages/tooling/bootstrap/engines.mjs';

const CONDITIONS = ['stallcast-source'];

/** Tests run from the sources of every package, so that nothing has to be built first. */
const FROM_SOURCE = {
  // Decorated properties are accessors; a class field of the same name would shadow them.
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  resolve: { conditions: [...CONDITIONS, 'module', 'browser', 'development|production'] },
  ssr: {
    resolve: {
      conditions: [...CONDITIONS, 'module', 'node', 'development|production'],
      externalConditions: CONDITIONS,
    },
  },
};

/** A cold browser, or a machine that builds beside the tests, takes its time; what hangs still ends. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } };

/** Two at least: on a machine of two cores Vitest would take one, which waits half of its time. */
const WORKERS = Math.max(2, availableParallelism() - 1);

const PROPERTY_SEED = './packages/tooling/src/property-seed.ts';

const NODE_PACKAGES = ['protocol', 'ledger', 'store', 'adapters', 'themes', 'testing', 'tooling', 'relay'];
const BROWSER_PACKAGES = ['elements', 'overlay'];
const NODE_ONLY_TESTS = ['model', 'node'];

/** One of OBS's engines, `103` or `127`: the browser tests alone run, on it. The current Chromium without it. */
const ENGINE = process.env.STALLCAST_ENGINE ?? '';

/**
 * What says nothing of OBS's engines: which motions the widgets ask for, which style sheets they have, and the studio's composer, which is opened in
 * the host's own browser. All its scenes at once are more than Chromium 103 without a graphics card always survives.
 */
const ON_ONE_ENGINE = ['packages/elements/src/moving.test.ts', 'packages/overlay/src/studio/composer/**'];

/** What asks widgets for English without a page. */
const ALL_WORDS = './packages/elements/src/words/all-words.fixture.ts';

const nodeProject = (name: string, include: string[], setup: string[] = []): TestProjectConfiguration => ({
  ...FROM_SOURCE,
  test: {
    name,
    include,
    exclude: ['**/*.browser.test.ts'],
    environment: 'node',
    setupFiles: [PROPERTY_SEED, ...setup],
    ...PATIENCE,
  },
});

/** `npm test` gives what happens in a real browser a second try, and names what needed it. */
const SECOND_TRY = process.env.STALLCAST_SECOND_TRIES ? 1 : 0;

const browserProject = (name: string, include: string, retry = SECOND_TRY): TestProjectConfiguration => ({
  ...FROM_SOURCE,
  test: {
    name,
    include: [include],
    retry,
    // Beside the tests in Node, one page of each project is enough for the machine.
    maxWorkers: ENGINE ? WORKERS : 1,
    // A page has no environment of its own to read this from.
    provide: {
      engine: ENGINE,
      shownHistories: Number(process.env.STALLCAST_R1_DOM_RUNS ?? 200),
      isAxeWhole: process.env.STALLCAST_AXE === 'all',
    },
    ...PATIENCE,
    exclude: [...NODE_ONLY_TESTS.map((role) => `**/*.${role}.test.ts`), ...(ENGINE ? ON_ONE_ENGINE : [])],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      api: { host: '127.0.0.1' },
      provider: playwright(),
      instances: [
        {
          browser: 'chromium',
          name: `${name} (${ENGINES[ENGINE] ?? 'chromium'})`,
          provider: playwright({ launchOptions: browserLaunch(ENGINE) }),
        },
      ],
    },
  },
});

const browserProjects = [
  ...BROWSER_PACKAGES.map((name) => browserProject(name, `packages/${name}/src/**/*.test.ts`)),
  browserProject('ledger-browser', 'packages/ledger/src/**/*.browser.test.ts', 0),
  browserProject('adapters-browser', 'packages/adapters/src/**/*.browser.test.ts'),
  browserProject('truth', 'test/truth/**/*.browser.test.ts', 0),
];

const nodeProjects = [
  ...NODE_PACKAGES.map((name) => nodeProject(name, [`packages/${name}/{src,bootstrap}/**/*.test.ts`])),
  ...BROWSER_PACKAGES.map((name) =>
    nodeProject(
      `${name}-node`,
      NODE_ONLY_TESTS.map((role) => `packages/${name}/src/**/*.${role}.test.ts`),
      [ALL_WORDS],
    ),
  ),
  nodeProject('repo', ['test/repo/**/*.test.ts']),
  nodeProject('soak', ['test/soak/**/*.test.ts']),
  nodeProject('bench', ['test/bench/**/*.test.ts']),
  nodeProject('truth-node', ['test/truth/**/*.test.ts']),
  nodeProject('hostile', ['test/hostile/**/*.test.ts'], [ALL_WORDS]),
  nodeProject('examples', ['examples/*/*.test.ts']),
];

export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: WORKERS,
    projects: ENGINE ? browserProjects : [...nodeProjects, ...browserProjects],
  },
});
