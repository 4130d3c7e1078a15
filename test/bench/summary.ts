import type { RatioTable } from './ratio-table.js';
import type { Results } from './results.js';

/** What the run found, in one paragraph, for hosts. */
export function summaryInChinese(
  { verdicts, frames, measured, machine }: Pick<Results, 'verdicts' | 'frames' | 'measured' | 'machine'>,
  { tally, beaten }: RatioTable,
): string {
  const count = (outcome: string) => verdicts.filter((one) => one.outcome === outcome).length;
  const painted = frames.filter(({ variant }) => variant === 'widgets').reduce((sum, { idle }) => sum + idle, 0);
  const isStill =
    frames.length > 0 &&
    painted === 0 &&
    measured.every(({ id, verdicts: own }) => id !== 'P1' || own.every(({ outcome }) => outcome === 'met'));
  return [
    `**中文摘要。** 同一台机器（${machine.cores} 核，${machine.system}，没有显卡）、同一次运行、同一个浏览器里，让 Stallcast 和别的做法干同样的活：手写脚本（能做到的极限）、Vue、React、`,
    `jQuery 挂件、销售弹窗、NodeCG。与对手的 ${tally.ours + tally.even + tally.theirs} 项比较中，我们更省的有 ${tally.ours} 项，持平 ${tally.even} 项，不如对手的 ${tally.theirs} 项`,
    beaten.length > 0 ? '（下面逐条写明，不隐瞒）。' : '。',
    isStill ? '什么都没变的时候，画面一帧也不重绘。' : frames.length > 0 ? '**静止时仍有重绘，见下。**' : '',
    `${count('met')} 条界限和目标已达到，${count('goal not reached')} 条目标还没有达到，`,
    count('missed') > 0 ? `**${count('missed')} 条界限被突破**。` : '没有界限被突破。',
    '时间因机器而异，所以这里只写比值和次数：0.25 就是对方的四分之一。',
  ].join('');
}
