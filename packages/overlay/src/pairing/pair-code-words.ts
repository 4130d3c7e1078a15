import type { Language } from '../words/language.js';

/** Every string beside a QR code for a phone. */
export interface PairCodeWords {
  scan: string;
  wifi: string;
  once: string;
  copy: string;
  copied: string;
  addresses: string;
}

const ZH_CN: PairCodeWords = {
  scan: '用手机扫码',
  wifi: '手机和电脑要连同一个 Wi-Fi。用相机或微信扫，选“用浏览器打开”。',
  once: '这个码只显示这一次，别让外人拍到。',
  copy: '复制链接',
  copied: '已复制',
  addresses: '扫了打不开？换一个地址',
};

const EN: PairCodeWords = {
  scan: 'Scan with the phone',
  wifi: 'Phone and computer have to be on the same Wi-Fi.',
  once: 'The code is shown this once: let no stranger photograph it.',
  copy: 'Copy the link',
  copied: 'Copied',
  addresses: 'It does not open? Try another address',
};

/** The words beside a QR code in one language. */
export function pairCodeWords(language: Language): PairCodeWords {
  return language === 'en' ? EN : ZH_CN;
}
