/** Fonts that come with Windows, macOS and Linux, each as a list that a scene may hold. */
export const FONTS = {
  hei: 'PingFang SC, HarmonyOS Sans SC, MiSans, Microsoft YaHei, Noto Sans CJK SC, sans-serif',
  song: 'Songti SC, Noto Serif CJK SC, Noto Serif SC, STZhongsong, serif',
  kai: 'Kaiti SC, STKaiti, KaiTi, LXGW WenKai, serif',
  yuan: 'Yuanti SC, YouYuan, PingFang SC, Microsoft YaHei, sans-serif',
  fangsong: 'STFangsong, FangSong, Noto Serif CJK SC, serif',
} as const;
