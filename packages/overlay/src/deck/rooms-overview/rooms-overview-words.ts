import type { Language } from '../../words/language.js';

type Said<A extends readonly unknown[]> = (...args: A) => string;

interface RoomsOverviewWords {
  title: string;
  nothing: string;
  hidden: string;
  quota: Said<[left: number, of: number]>;
  pool: Said<[left: number]>;
  open: Said<[room: string]>;
  /** On the key that hides one room. */
  hideOne: string;
}

/** All rooms of a stall side by side. */
export const roomsOverviewWords: Readonly<Record<Language, RoomsOverviewWords>> = {
  'zh-CN': {
    title: '各直播间',
    nothing: '没有讲解商品',
    hidden: '已全部隐藏',
    quota: (left, of) => `配额剩 ${left} / ${of}`,
    pool: (left) => `公共库存 ${left}`,
    open: (room) => `进入${room}`,
    hideOne: '隐藏这间',
  },
  en: {
    title: 'Rooms side by side',
    nothing: 'Nothing on air',
    hidden: 'Everything is hidden',
    quota: (left, of) => `${left} of its ${of} left`,
    pool: (left) => `${left} in the pool`,
    open: (room) => `Open ${room}`,
    hideOne: 'Hide this room',
  },
};
