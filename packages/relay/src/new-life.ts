/** What the terminal says when a stall's log begins a new life. */
export function newLifeSentence(stall: string): string {
  return [
    `摊位 ${stall} 的数据是恢复或拷来的副本：记录从这里重新接续，所有画面会自动取最新的内容。`,
    `The data of the stall ${stall} are a copy that was put back: its log begins a new life from here, and every screen takes the whole state anew.`,
    '',
  ].join('\n');
}
