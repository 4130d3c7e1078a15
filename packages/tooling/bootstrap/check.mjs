import { runSuites, STATIC_SUITES, vitestSuite } from './suites.mjs';

/** Format, lint, types, repo rules, unit and browser tests, on what is installed and with the current Chromium. */
export default function check() {
  return runSuites([STATIC_SUITES, vitestSuite()]);
}
