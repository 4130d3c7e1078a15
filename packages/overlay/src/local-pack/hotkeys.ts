import { sendLocalCommand } from '@stallcast/adapters/local';
import { passCommands } from '@stallcast/adapters/obs';

/**
 * Passes on to the ledger what a hotkey script of OBS sends to this overlay, where it shows a stall of this browser's storage.
 *
 * What went wrong stands in OBS's log, in one line each.
 */
export function passHotkeys(src: () => string): () => void {
  const say = (error: Error) => console.error(`Stallcast: ${error.message}`);
  return passCommands({
    async send(command) {
      const stall = /^local:([^/#?]+)/.exec(src())?.[1];
      if (stall === undefined) throw new Error(NOT_LOCAL);
      const outcome = await sendLocalCommand(stall, command);
      if (!outcome.ok) throw new Error(`${outcome.refusal.message['zh-CN']} / ${outcome.refusal.message.en}`);
    },
    fault: say,
  });
}

const NOT_LOCAL =
  '这个画面不是从本机账本读的，快捷键没有执行。 / Expected an overlay of a stall in this browser for a hotkey, got another: nothing was done.';
