import type { Language } from '../../words/language.js';

/** Every string of the overlay's doctor. */
export interface DoctorWords {
  title: string;
  hint: string;
  obs: string;
  notInObs: string;
  engine: string;
  tooOld: string;
  secure: string;
  isSecure: string;
  isNotSecure: string;
  size: string;
  hidden: string;
  source: string;
  local: string;
  key: string;
  hasKey: string;
  noKey: string;
  age: string;
  level: Record<'waiting' | 'live' | 'stale' | 'offline', string>;
  seconds(seconds: number): string;
  scene: string;
  plain: string;
  ownScene: string;
  look: string;
  failed: string;
  nothingFailed: string;
  findings: string;
  allWell: string;
}

const ZH_CN: DoctorWords = {
  title: 'Stallcast 体检',
  hint: '按 D 键收起。观众也看得到这块板，看完就收起来。',
  obs: 'OBS',
  notInObs: '不在 OBS 里（这是浏览器）',
  engine: '浏览器内核',
  tooOld: '太旧了：请把 OBS 更新到 28 或更新的版本',
  secure: '安全页面',
  isSecure: '是',
  isNotSecure: '不是（本机和局域网地址都这样，不影响使用）',
  size: '画面大小',
  hidden: '现在看不见',
  source: '数据来自',
  local: '这个浏览器自己',
  key: '钥匙',
  hasKey: '有',
  noKey: '没有',
  age: '数据',
  level: { waiting: '还没有来过', live: '实时', stale: '旧了', offline: '断线' },
  seconds: (seconds) => `${seconds} 秒前`,
  scene: '场景',
  plain: '默认：商品卡和订单',
  ownScene: '自己做的场景',
  look: '主题',
  failed: '上一次出错',
  nothingFailed: '没有',
  findings: '为什么没有显示',
  allWell: '一切正常。',
};

const EN: DoctorWords = {
  title: 'Stallcast doctor',
  hint: 'Press D to close. Viewers see this board as well: close it when you have read it.',
  obs: 'OBS',
  notInObs: 'not in OBS (this is a browser)',
  engine: 'Engine',
  tooOld: 'too old: update OBS to 28 or later',
  secure: 'Secure page',
  isSecure: 'yes',
  isNotSecure: 'no (so it is on this computer and in the local network; all works)',
  size: 'Size',
  hidden: 'hidden now',
  source: 'Data comes from',
  local: 'this browser itself',
  key: 'Key',
  hasKey: 'there is one',
  noKey: 'none',
  age: 'Data',
  level: { waiting: 'none came yet', live: 'live', stale: 'old', offline: 'the line is down' },
  seconds: (seconds) => `${seconds} s ago`,
  scene: 'Scene',
  plain: 'none: card and orders',
  ownScene: 'your own',
  look: 'Theme',
  failed: 'What failed last',
  nothingFailed: 'nothing',
  findings: 'Why is it blank?',
  allWell: 'All is well.',
};

/** The doctor's words in one language. */
export function doctorWords(language: Language): DoctorWords {
  return language === 'en' ? EN : ZH_CN;
}
