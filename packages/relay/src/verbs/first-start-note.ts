/** What the person asked for, and what the data folder has. */
export interface FirstStart {
  /** The stall that was named by flag or environment; undefined where none was. */
  stall: string | undefined;
  /** Whether an empty, real stall was asked for. */
  withoutExample: boolean;
  stalls: readonly string[];
  /** Stalls whose session is the example's. */
  synthetic: readonly string[];
}

/** Says what of the settings had no effect, as it counts at a folder's first start alone. Chinese first; empty where nothing is to be said. */
export function firstStartNote({ stall, withoutExample, stalls, synthetic }: FirstStart): string {
  const lines: string[] = [];
  if (stall !== undefined && !stalls.includes(stall)) {
    lines.push(
      `--stall ${stall} 只在第一次启动时有效，这个数据文件夹里已经有 ${stalls.join('、')}：要新建 ${stall}，请运行 stallcast stall add ${stall}。`,
      `--stall ${stall} counts only at the first start, and this data folder has ${stalls.join(', ')} already: to make ${stall}, run "stallcast stall add ${stall}".`,
    );
  }
  if (withoutExample && synthetic.length > 0) {
    lines.push(
      `--example 0 只在第一次启动时有效，摊位 ${synthetic.join('、')} 还是演示：要开真的一场，请在控台点“结束演示”。`,
      `--example 0 counts only at the first start, and ${synthetic.join(', ')} still holds the example: to sell for real, press “End the example” in the deck.`,
    );
  }
  return lines.length > 0 ? `\n${lines.join('\n')}\n` : '';
}
