/** One province-level division of China and how shops write it. */
export interface ChineseProvince {
  name: string;
  /** n of WooCommerce's state code CNn; 0 where WooCommerce lists it as a country. */
  woocommerce: number;
  /** The part of ISO 3166-2 after `CN-`, in lower case. */
  iso: string;
  english: string;
}

const ROWS: readonly (readonly [name: string, woocommerce: number, iso: string, english: string])[] = [
  ['云南', 1, 'yn', 'yunnan'],
  ['北京', 2, 'bj', 'beijing'],
  ['天津', 3, 'tj', 'tianjin'],
  ['河北', 4, 'he', 'hebei'],
  ['山西', 5, 'sx', 'shanxi'],
  ['内蒙古', 6, 'nm', 'inner mongolia'],
  ['辽宁', 7, 'ln', 'liaoning'],
  ['吉林', 8, 'jl', 'jilin'],
  ['黑龙江', 9, 'hl', 'heilongjiang'],
  ['上海', 10, 'sh', 'shanghai'],
  ['江苏', 11, 'js', 'jiangsu'],
  ['浙江', 12, 'zj', 'zhejiang'],
  ['安徽', 13, 'ah', 'anhui'],
  ['福建', 14, 'fj', 'fujian'],
  ['江西', 15, 'jx', 'jiangxi'],
  ['山东', 16, 'sd', 'shandong'],
  ['河南', 17, 'ha', 'henan'],
  ['湖北', 18, 'hb', 'hubei'],
  ['湖南', 19, 'hn', 'hunan'],
  ['广东', 20, 'gd', 'guangdong'],
  ['广西', 21, 'gx', 'guangxi'],
  ['海南', 22, 'hi', 'hainan'],
  ['重庆', 23, 'cq', 'chongqing'],
  ['四川', 24, 'sc', 'sichuan'],
  ['贵州', 25, 'gz', 'guizhou'],
  ['陕西', 26, 'sn', 'shaanxi'],
  ['甘肃', 27, 'gs', 'gansu'],
  ['青海', 28, 'qh', 'qinghai'],
  ['宁夏', 29, 'nx', 'ningxia'],
  ['澳门', 30, 'mo', 'macao'],
  ['西藏', 31, 'xz', 'tibet'],
  ['新疆', 32, 'xj', 'xinjiang'],
  ['香港', 0, 'hk', 'hong kong'],
  ['台湾', 0, 'tw', 'taiwan'],
];

/** The 34 province-level divisions. */
export const CHINESE_PROVINCES: readonly ChineseProvince[] = ROWS.map(([name, woocommerce, iso, english]) => ({
  name,
  woocommerce,
  iso,
  english,
}));
