import { CANVASES, type SceneCanvas } from '@stallcast/elements';
import type { Sentence } from '../../../words/language.js';
import type { Frame } from '../draft/frame.js';

/** The platforms that the studio has guides for. */
export type PlatformName = 'douyin' | 'kuaishou' | 'taobao' | 'tiktok' | 'youtube';

/** A part of the picture that something else covers. */
export interface Area extends Frame {
  what: 'header' | 'comments' | 'card' | 'bar' | 'buttons' | 'face';
}

/** When the guides were looked through last. */
export const GUIDES_AS_OF = '2026-11';

/**
 * What a platform's app lays over a phone's picture.
 *
 * None was measured on a phone: of all five, `known` is `estimated`. No platform publishes these figures for live rooms; what TikTok and YouTube
 * publish is for advertisements and short films, whose captions lie elsewhere. Each estimate is drawn generously around what every live room of the app
 * has: a header with the host's name, comments at the lower left, the product card or buttons at the lower right, an input bar. A host checks
 * with a screenshot of the own room as the backdrop.
 */
export interface Platform extends Sentence {
  /** Whether somebody measured it on a phone, or it is a cautious guess. */
  known: 'measured' | 'estimated';
  /** What it rests on. */
  source: Sentence;
  areas: readonly Area[];
}

const area = (what: Area['what'], x: number, y: number, right: number, bottom: number): Area => ({
  what,
  x,
  y,
  width: right - x,
  height: bottom - y,
});

const ROOM_WITH_CARD: Sentence = {
  'zh-CN': '按带货直播间常见的布局估的（页头、左下评论、右下商品卡、输入栏），没有在手机上量过。',
  en: 'Estimated from the usual layout of its shopping rooms (header, comments, product card, input bar); not measured on a phone.',
};

const ROOM_WITH_BUTTONS: Sentence = {
  'zh-CN':
    '按直播间常见的布局估的（页头、左下评论、右侧按钮、输入栏），没有在手机上量过；平台公布的安全区是给广告和短视频的，不适用于直播。',
  en: 'Estimated from the usual layout of its live rooms (header, comments, side buttons, input bar); not measured on a phone. The safe zones that it publishes are for advertisements and short films.',
};

const FACE = area('face', 300, 470, 790, 750);

/** On the portrait canvas, px. */
export const PLATFORMS: Readonly<Record<PlatformName, Platform>> = {
  douyin: {
    'zh-CN': '抖音',
    en: 'Douyin',
    known: 'estimated',
    source: ROOM_WITH_CARD,
    areas: [
      area('header', 0, 0, 1080, 224),
      area('comments', 0, 1272, 690, 1736),
      area('card', 706, 1272, 1080, 1736),
      area('bar', 0, 1752, 1080, 1920),
      FACE,
    ],
  },
  kuaishou: {
    'zh-CN': '快手',
    en: 'Kuaishou',
    known: 'estimated',
    source: ROOM_WITH_CARD,
    areas: [
      area('header', 0, 0, 1080, 232),
      area('comments', 0, 1290, 720, 1736),
      area('card', 736, 1290, 1080, 1736),
      area('bar', 0, 1752, 1080, 1920),
      FACE,
    ],
  },
  taobao: {
    'zh-CN': '淘宝直播',
    en: 'Taobao Live',
    known: 'estimated',
    source: ROOM_WITH_CARD,
    areas: [
      area('header', 0, 0, 1080, 240),
      area('comments', 0, 1300, 660, 1736),
      area('card', 676, 1300, 1080, 1736),
      area('bar', 0, 1752, 1080, 1920),
      FACE,
    ],
  },
  tiktok: {
    'zh-CN': 'TikTok',
    en: 'TikTok',
    known: 'estimated',
    source: ROOM_WITH_BUTTONS,
    areas: [
      area('header', 0, 0, 1080, 224),
      area('comments', 0, 1280, 800, 1730),
      area('buttons', 940, 1280, 1080, 1730),
      area('bar', 0, 1746, 1080, 1920),
      FACE,
    ],
  },
  youtube: {
    'zh-CN': 'YouTube',
    en: 'YouTube',
    known: 'estimated',
    source: ROOM_WITH_BUTTONS,
    areas: [
      area('header', 0, 0, 1080, 200),
      area('comments', 0, 1320, 900, 1736),
      area('buttons', 916, 1000, 1080, 1736),
      area('bar', 0, 1752, 1080, 1920),
      FACE,
    ],
  },
};

/** What is to be kept free on a canvas. On a wide one apps lay nothing over the picture that would differ between them. */
export function areasOf(platform: PlatformName, canvas: SceneCanvas): readonly Area[] {
  return canvas === 'portrait' ? PLATFORMS[platform].areas : [area('face', 560, 170, 1480, 760)];
}

/** What is left for widgets, px: between header and comments, or 5 % from each side. */
export function ownArea(platform: PlatformName, canvas: SceneCanvas): Frame {
  const { width, height } = CANVASES[canvas];
  if (canvas === 'landscape') return area('face', 96, 54, width - 96, height - 54);
  const areas = PLATFORMS[platform].areas;
  const header = areas.find(({ what }) => what === 'header');
  const comments = areas.find(({ what }) => what === 'comments');
  const top = (header ? header.y + header.height : 0) + 16;
  const bottom = (comments?.y ?? height) - 16;
  return { x: 40, y: top, width: width - 80, height: bottom - top };
}
