import type { Language } from '../../words/language.js';
import type { Ground } from '../look/ground.js';

interface SettingsWords {
  look: string;
  looks: Readonly<Record<Ground, string>>;
  install: string;
  installHint: string;
  later: string;
}

/** What the deck looks like on this device, and where it is opened from. */
export const settingsWords: Readonly<Record<Language, SettingsWords>> = {
  'zh-CN': {
    look: '明暗',
    looks: { auto: '跟随手机', light: '白天', dark: '夜里' },
    install: '放到桌面',
    installHint: '像应用一样打开，断网也能打开。',
    later: '不用了',
  },
  en: {
    look: 'Brightness',
    looks: { auto: 'As the phone', light: 'Day', dark: 'Night' },
    install: 'Put it on the home screen',
    installHint: 'It opens like an app, also without a line.',
    later: 'No, thanks',
  },
};
