import { parsePosition, type Command, type Position } from '@stallcast/protocol';
import type { Sentence } from '../../words/language.js';
import { UnansweredError, type CommandAnswer, type CommandSender } from './command-sender.js';

/** How long an answer may take. A relay answers in milliseconds; a village line may not. */
const PATIENCE_MS = 10_000;

export interface RelaySenderOptions {
  /** The stall's address, for example `http://127.0.0.1:7788/stalls/orchard`. */
  stallUrl: string;
  /** The deck key. */
  key: string;
  fetch?: typeof globalThis.fetch;
}

/** Sends commands to a relay's `commands` door. */
export function relayCommandSender({ stallUrl, key, fetch = globalThis.fetch }: RelaySenderOptions): CommandSender {
  const open = new Set<AbortController>();

  return {
    async send(command) {
      const controller = new AbortController();
      const impatience = setTimeout(() => controller.abort(), PATIENCE_MS);
      open.add(controller);
      try {
        const response = await fetch(`${stallUrl}/commands`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify(command satisfies Command),
          cache: 'no-store',
          signal: controller.signal,
        });
        return await readAnswer(response);
      } catch (cause) {
        if (cause instanceof UnansweredError) throw cause;
        throw new UnansweredError('The relay did not answer.', { cause });
      } finally {
        clearTimeout(impatience);
        open.delete(controller);
      }
    },
    close() {
      for (const controller of open) controller.abort();
    },
  };
}

async function readAnswer(response: Response): Promise<CommandAnswer> {
  const { status } = response;
  // A relay that is busy or starting says so with these; the same command may be sent again.
  if (status >= 500 || status === 429 || status === 408) throw new UnansweredError(`The relay answered ${status}.`);

  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const position = readPosition(body);
    if (!position) throw new UnansweredError('The relay answered without a position.');
    return { ok: true, position };
  }
  const overtakenAt = readOvertaken(body);
  return { ok: false, status, message: readSentence(body, status), ...(overtakenAt && { overtakenAt }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readPosition(body: unknown): Position | null {
  if (!isRecord(body)) return null;
  const { epoch, offset } = body;
  return typeof epoch === 'string' && typeof offset === 'number' ? { epoch, offset } : null;
}

/** The position that a refusal tells of, where it is one of two operators at once. */
function readOvertaken(body: unknown): string | null {
  const overtaken = isRecord(body) ? body['overtaken'] : null;
  const seen = isRecord(overtaken) ? overtaken['seen'] : null;
  return typeof seen === 'string' && parsePosition(seen) ? seen : null;
}

/** The sentence of a problem document, in both languages where the relay gives both. */
function readSentence(body: unknown, status: number): Sentence {
  const problem = isRecord(body) ? body : {};
  const { message, detail } = problem;
  const said = typeof detail === 'string' && detail ? detail : null;
  if (isRecord(message) && typeof message['en'] === 'string' && typeof message['zh-CN'] === 'string') {
    return { en: message['en'], 'zh-CN': message['zh-CN'] };
  }
  if (status === 401 || status === 403) return KEY_REFUSED;
  return said
    ? { en: said, 'zh-CN': said }
    : { en: `The relay refused this (${status}).`, 'zh-CN': `中继拒绝了这一步（${status}）。` };
}

const KEY_REFUSED: Sentence = {
  en: 'The relay does not take this deck key: open the deck link from the terminal again.',
  'zh-CN': '控台钥匙不对：请重新打开终端里打印的控台链接。',
};
