import type { Browser } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesktop } from '../desktop.js';
import { waitForWindow } from '../drag-tag.js';
import { openObs } from '../open-obs.js';
import { cutPicture, type Box } from './ring.js';

const SCREEN = [1000, 860] as const;
// Where things are in a window of this size: OBS 29 has them there in either language.
const PLUS = [224, 817] as const;
const MENU = {
  'zh-CN': { piece: [200, 560, 400, 290], browser: [227, 582, 202, 36] },
  en: { piece: [200, 440, 400, 410], browser: [227, 453, 256, 36] },
} as const;
/** The menu Tools, with what is in it; the window of scripts, and its plus. */
const TOOLS = {
  'zh-CN': { piece: [330, 0, 330, 215], menu: [443, 2, 54, 28], item: [446, 136, 141, 29] },
  en: { piece: [250, 0, 330, 215], menu: [355, 2, 48, 28], item: [359, 132, 187, 29] },
} as const;
const SCRIPTS = [60, 60, 620, 380] as const;
const SCRIPTS_PIECE = [60, 190, 440, 200] as const;
const SCRIPTS_PLUS = { 'zh-CN': [79, 335, 38, 36], en: [79, 339, 38, 36] } as const;
const DIALOG = [100, 40, 560, 700] as const;
/** What is to be filled in, from where the words before it end. */
const fieldsFrom = (left: number): readonly Box[] => [
  [left, 366, 112, 34],
  [left, 401, 651 - left, 40],
  [left, 444, 632 - left, 84],
];
const SETTINGS = { is_local_file: true, local_file: 'D:/stallcast/overlay.html', width: 1080, height: 1920 };

/** OBS's own windows: its sources with the menu of what can be added, and the properties of a browser source. */
export async function shootSources(
  browser: Browser,
  language: 'zh-CN' | 'en',
  pathOf: (what: string) => string,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-pictures-'));
  const file = join(folder, 'screen.png');
  const real = await openObs({ screen: SCREEN, language: language === 'en' ? 'en-US' : 'zh-CN' });
  try {
    const desktop = openDesktop(real.display);
    const main = await waitForWindow(desktop, '^OBS ');
    await desktop.placeWindow(main, [0, 0, ...SCREEN]);
    await rest();
    await desktop.click(PLUS);
    await rest();
    await desktop.shoot(file);
    const { piece, browser: item } = MENU[language];
    await cutPicture(browser, readFileSync(file), piece, [[203, 796, 44, 42], item], pathOf('add'));

    await desktop.press(main, 'Escape');
    await desktop.press(main, 'alt+t');
    await rest();
    await desktop.shoot(file);
    const { piece: tools, menu, item: entry } = TOOLS[language];
    await cutPicture(browser, readFileSync(file), tools, [menu, entry], pathOf('tools'));
    await desktop.press(main, 'Escape');
    await real.obs.call('CreateInput', {
      sceneName: 'Scene',
      inputName: 'Stallcast',
      inputKind: 'browser_source',
      inputSettings: SETTINGS,
    });
    await real.obs.call('OpenInputPropertiesDialog', { inputName: 'Stallcast' });
    const dialog = await waitForWindow(desktop, 'Stallcast');
    await desktop.placeWindow(dialog, [...DIALOG]);
    await rest();
    await desktop.shoot(file);
    await cutPicture(
      browser,
      readFileSync(file),
      [100, 364, 560, 172],
      fieldsFrom(language === 'en' ? 203 : 193),
      pathOf('file'),
    );
  } finally {
    await real.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The window of scripts as a host finds it: in an OBS that has none yet, not even the one that stands in for its browser. */
export async function shootScripts(
  browser: Browser,
  language: 'zh-CN' | 'en',
  pathOf: (what: string) => string,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stallcast-pictures-'));
  const file = join(folder, 'screen.png');
  const locale = language === 'en' ? 'en-US' : 'zh-CN';
  const real = await openObs({ screen: SCREEN, language: locale, hasBrowserSource: false });
  try {
    const desktop = openDesktop(real.display);
    const main = await waitForWindow(desktop, '^OBS ');
    await desktop.placeWindow(main, [0, 0, ...SCREEN]);
    await rest();
    await desktop.press(main, 'alt+t');
    await rest();
    const [x, y, width, height] = TOOLS[language].item;
    await desktop.click([x + width / 2, y + height / 2]);
    const scripts = await waitForWindow(desktop, '^(脚本|Scripts)$');
    await desktop.placeWindow(scripts, [...SCRIPTS]);
    await rest();
    await desktop.shoot(file);
    await cutPicture(browser, readFileSync(file), SCRIPTS_PIECE, [SCRIPTS_PLUS[language]], pathOf('scripts'));
  } finally {
    await real.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** OBS tells nobody when it has painted. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 1_500));
