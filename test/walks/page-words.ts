import type { Language } from '../../packages/overlay/src/words/language.js';

/** What the page says around its steps. */
export interface PageWords {
  title: string;
  otherLanguage: string;
  otherPage: string;
  handbook: string;
  handbookPage: string;
  intro: string;
  countTitle: string;
  table: {
    columns: {
      way: string;
      steps: string;
      presses: string;
      drags: string;
      keys: string;
      turns: string;
      machine: string;
      person: string;
    };
    seconds(count: string): string;
    minutes(count: string): string;
    firstStart(first: string, second: string, machine: string): string;
    notes: readonly string[];
  };
}

const ZH_CN: PageWords = {
  title: '两分钟看一遍',
  otherLanguage: 'English',
  otherPage: 'walk-through.md',
  handbook: '详细的说明',
  handbookPage: 'README.zh-CN.md',
  intro:
    '头两段每次开播都用得上，后面的用到再看。红圈里的数字就是第几步。这一页是程序自己照着做一遍写出来的：步骤、按键的名字、图片和次数都从页面上来，页面改了，测试会要求重做，所以不会过时。',
  countTitle: '要点几下、要多久',
  table: {
    columns: {
      way: '办法',
      steps: '步',
      presses: '点几下（网页 + 别处）',
      drags: '拖',
      keys: '敲几个键（网页 + 别处）',
      turns: '换窗口',
      machine: '机器用的时间',
      person: '人用的时间（估计）',
    },
    seconds: (count) => `${count} 秒`,
    minutes: (count) => `${count} 分钟`,
    firstStart: (first, second, machine) =>
      `第一次 \`npm start\`，从一份新拷贝（下载、安装、构建都算上）到印出链接：${first} 秒；第二次 ${second} 秒（${machine}，网很快；网慢就久一些）。`,
    notes: [
      '网页里的点、拖、敲是浏览器自己数的，不是手写的；别处（终端、OBS、手机相机）的按步骤里写的数。',
      '“人用的时间”是**估计**，没有请真人来量：先读一遍句子，再用[按键级模型](https://doi.org/10.1145/358886.358895)（Card、Moran、Newell，1980）算手上的时间，敲键取最慢的一档，不熟悉键盘，一下 1.2 秒；读句子取 [IReST](https://doi.org/10.1167/iovs.11-8284)（2012）各种语言的平均数。找不到窗口、犹豫、按错，都没有算进去；手机上的手指按鼠标算。',
    ],
  },
};

const EN: PageWords = {
  title: 'In two minutes',
  otherLanguage: '中文',
  otherPage: 'walk-through.zh-CN.md',
  handbook: 'The handbook',
  handbookPage: 'README.md',
  intro:
    'The first two parts are for every show, the rest for when you need it. The number in the red ring is that of the step. A program wrote this page by doing all of it: steps, names of keys, pictures and figures come off the pages themselves, and a test asks for it anew when a page changes, so that it cannot go stale.',
  countTitle: 'How many presses, how long',
  table: {
    columns: {
      way: 'way',
      steps: 'steps',
      presses: 'presses (pages + elsewhere)',
      drags: 'drags',
      keys: 'keys typed (pages + elsewhere)',
      turns: 'window changes',
      machine: 'the machine’s time',
      person: 'a person’s time (estimate)',
    },
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    firstStart: (first, second, machine) =>
      `The first \`npm start\`, from a fresh clone to the printed links with all downloads, installing and building: ${first} s; the second ${second} s (${machine}, a fast line; a slow one takes longer).`,
    notes: [
      'Presses, drags and keys in pages are counted by the browser, not written by hand; those elsewhere (terminal, OBS, the phone’s camera) as the sentences say.',
      'A person’s time is an **estimate**, nobody was timed: reading the sentence, then the [keystroke-level model](https://doi.org/10.1145/358886.358895) (Card, Moran and Newell, 1980) with its slowest typist, who does not know the keyboard and takes 1.2 s for a key; reading at the mean of the languages of [IReST](https://doi.org/10.1167/iovs.11-8284) (2012). Looking for windows, doubts and slips are not in it; a finger counts as a mouse.',
    ],
  },
};

/** The words of the page in one language. */
export function pageWords(language: Language): PageWords {
  return language === 'en' ? EN : ZH_CN;
}
