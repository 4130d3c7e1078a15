import { AdapterError, type Stop } from '@stallcast/protocol';
import { eventTarget, eventText } from './window-events.js';

/** The event that carries a command, such as a hotkey's: its detail is the command, as an object or as text. */
export const COMMAND_EVENT = 'stallcast-command';
const MAX_CHARS = 64 * 1024;

export interface CommandEventsOptions {
  /** Passes a command on; rejects where it cannot. */
  send(command: { id: string; type: string }): Promise<unknown>;
  /** Told what was not passed on, and why. */
  fault(error: AdapterError): void;
  /** @internal Where events arrive, for tests. @default window */
  target?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

/**
 * Passes commands on that arrive as events of the window, to a ledger that this page can write.
 *
 * A command brings its id: OBS gives an event to every source, and by the id it is done once. What it means is for the ledger
 * to say.
 */
export function passCommands({ send, fault, target = eventTarget() }: CommandEventsOptions): Stop {
  const refuse = (cause?: unknown) => (why: string) => fault(new AdapterError('bad-message', why, { cause }));

  function onEvent(event: Event): void {
    const command = parseCommandEvent(event);
    if (!command) return refuse()(NO_COMMAND);
    send(command).catch((error: unknown) => {
      refuse(error)(error instanceof Error ? error.message : NOT_PASSED);
    });
  }

  target.addEventListener(COMMAND_EVENT, onEvent);
  return () => target.removeEventListener(COMMAND_EVENT, onEvent);
}

function parseCommandEvent(event: Event): { id: string; type: string } | null {
  const text = eventText(event);
  if (text === null || text.length > MAX_CHARS) return null;
  try {
    const json = JSON.parse(text) as unknown;
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
    const { id, type } = json as Record<string, unknown>;
    return typeof id === 'string' && id !== '' && typeof type === 'string'
      ? (json as { id: string; type: string })
      : null;
  } catch {
    return null;
  }
}

const NO_COMMAND =
  '快捷键的指令要有 id 和 type，没有执行。 / Expected a command with an "id" of its own and a "type", got something else: nothing was done.';
const NOT_PASSED = '指令没有执行。 / Expected a ledger to take the command, got none: nothing was done.';
