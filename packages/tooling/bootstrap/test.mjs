import { hasBrowser, installBrowser } from './browser-install.mjs';
import { ENGINES, enginesRunHere, unpackEngine } from './engines.mjs';
import { missingObs } from './obs-studio.mjs';
import { missingPageEngines } from './page-engines.mjs';
import { setUpSteps } from './setup.mjs';
import { runSteps } from './steps.mjs';
import {
  FAULT_SUITE,
  OBS_SUITE,
  PAGE_ENGINE_SUITE,
  PLAYWRIGHT_SUITES,
  runSuites,
  STATIC_SUITES,
  vitestSuite,
} from './suites.mjs';

/** Sets up what the tests need, the browsers included, and runs them all. */
export default async function test() {
  const steps = setUpSteps({ tests: true });
  if (!hasBrowser()) steps.push({ words: '准备浏览器 Getting a browser', work: installBrowser });
  if (enginesRunHere) {
    steps.push({
      words: '解开 OBS 的浏览器内核 Unpacking the engines of OBS',
      work: () => Promise.all(Object.keys(ENGINES).map(unpackEngine)),
    });
  }
  await runSteps(steps);
  if (!enginesRunHere) {
    console.log('OBS 的浏览器内核只在 Linux x64 上测试。 The engines of OBS are tested on Linux x64 only.');
  }

  for (const sentence of [...missingPageEngines(), ...missingObs()]) console.log(sentence);

  const engines = enginesRunHere ? Object.keys(ENGINES) : [];
  return runSuites(
    [
      STATIC_SUITES,
      vitestSuite(),
      ...engines.map(vitestSuite),
      PAGE_ENGINE_SUITE,
      FAULT_SUITE,
      OBS_SUITE,
      ...PLAYWRIGHT_SUITES,
    ],
    { hasSecondTry: true },
  );
}
