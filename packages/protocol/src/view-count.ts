/**
 * How often a stream was opened since it began, as platforms tell it.
 *
 * It is a sum: nobody tells how many are watching, so nothing here says so.
 */
export interface ViewCount {
  /** A whole number, 0 or more. */
  count: number;
  basis: 'cumulative';
}

/**
 * Names a count of views with what it rests on: 累计观看 2 万, 20,000 views in all.
 *
 * Chinese counts from ten thousand on in 万, rounded down, so that it never says more than there were.
 *
 * @returns Null for what is no count.
 */
export function viewCountText({ count, basis }: ViewCount, language: 'zh-CN' | 'en'): string | null {
  // A count of people who watch, should a source ever send one, is none of these.
  if (basis !== 'cumulative' || !Number.isSafeInteger(count) || count < 0) return null;
  if (language === 'en') return `${grouped(count)} ${count === 1 ? 'view' : 'views'} in all`;
  if (count < 10_000) return `累计观看 ${count}`;
  return `累计观看 ${grouped(Math.floor(count / 1_000) / 10)} 万`;
}

const grouped = (figure: number) => figure.toLocaleString('en-US', { maximumFractionDigits: 1 });
