import type { Ledger } from '@stallcast/ledger';
import { formatPosition } from '@stallcast/protocol';
import { UnansweredError, type CommandSender } from '../deck/command-sender/command-sender.js';

/** Gives commands to a ledger that this page holds itself. */
export function ledgerCommandSender(ledger: Ledger): CommandSender {
  return {
    async send(command) {
      const outcome = await ledger.command(command).catch((cause: unknown) => {
        throw new UnansweredError('The storage did not take the command.', { cause });
      });
      if (outcome.ok) return { ok: true, position: outcome.position };
      const { status, message, overtaken } = outcome.refusal;
      return { ok: false, status, message, ...(overtaken && { overtakenAt: formatPosition(overtaken.position) }) };
    },
    close: () => {},
  };
}
