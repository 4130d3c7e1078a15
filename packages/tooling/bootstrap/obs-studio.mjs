import { existsSync } from 'node:fs';

const OBS = '/usr/bin/obs';
const XVFB = '/usr/bin/Xvfb';
const XDOTOOL = '/usr/bin/xdotool';

/**
 * Finds OBS and a display for it: what Debian calls `obs-studio`, `obs-plugins` and `xvfb`.
 *
 * @returns {{ obs: string, display: string } | undefined} undefined when one of them is not there.
 */
export function findObs() {
  return existsSync(OBS) && existsSync(XVFB) ? { obs: OBS, display: XVFB } : undefined;
}

/**
 * Finds what moves the mouse of a display.
 *
 * @returns {string | undefined} undefined when it is not there.
 */
export function findXdotool() {
  return existsSync(XDOTOOL) ? XDOTOOL : undefined;
}

/**
 * Says that OBS is not on this machine, and how it comes onto it.
 *
 * @returns {string[]} A sentence in both languages, or none.
 */
export function missingObs() {
  if (findObs() && findXdotool()) return [];
  if (findObs()) {
    return [
      '没有 xdotool，跳过把牌子拖进 OBS 的测试。 The test that drags a tag into OBS is skipped: apt-get install xdotool brings it.',
    ];
  }
  return [
    '没有 OBS，跳过它的测试。 The tests with a real OBS are skipped: apt-get install obs-studio obs-plugins xvfb xdotool brings it.',
  ];
}
