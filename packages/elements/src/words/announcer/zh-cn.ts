/** The words of the live region, in Chinese: loaded with it. The other languages have the same keys. */
export const zhCN = {
  demo: '演示',
  now: (title: string, price: string) => `讲解中：${title}${price && `，${price}`}`,
  opened: (title: string, price: string) => `${title}，开价 ${price}`,
  price: (title: string, price: string) => `${title}，现价 ${price}`,
  stock: (title: string, caption: string, count: string, unit: string) => `${title}，${caption} ${count} ${unit}`,
  gone: (title: string) => `${title}，已抢光`,
  back: (title: string) => `${title}，又有货了`,
  orders: (count: number) => `新增 ${count} 单`,
  said: (text: string) => `公告：${text}`,
  reached: (goal: string) => `${goal}，已达成`,
  between: '。',
};

/** The words of the live region in one language. */
export type AnnouncerWords = typeof zhCN;
