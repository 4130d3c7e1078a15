import { existsSync } from 'node:fs';

const OBS = '/usr/bin/obs';
const XVFB = '/usr/bin/Xvfb';

/**
 * Finds OBS and a display for it: what Debian calls `obs-studio`, `obs-plugins` and `xvfb`.
 *
 * @returns {{ obs: string, display: string } | undefined} undefined when one of them is not there.
 */
export function findObs() {
  return existsSync(OBS) && existsSync(XVFB) ? { obs: OBS, display: XVFB } : undefined;
}

/**
 * Says that OBS is not on this machine, and how it comes onto it.
 *
 * @returns {string[]} A sentence in both languages, or none.
 */
export function missingObs() {
  if (findObs()) return [];
  return [
    '没有 OBS，跳过它的测试。 The tests with a real OBS are skipped: apt-get install obs-studio obs-plugins xvfb brings it.',
  ];
}
