import { scopeOf, toggleFeatured } from './feature-toggle.js';
import { deriveHistory } from '../outbox/derive-history.js';
import type { Desk } from './desk.js';

/** The part of a key's event that hotkeys look at. */
export type HotkeyPress = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey' | 'composedPath'>;

/**
 * Does what a key of the keyboard stands for; true where it stands for something.
 *
 * 1 to 9 feature the product of that link, N the next one, U takes the latest step back, H hides all. Showing again stays a long press.
 */
export function pressHotkey(desk: Desk, press: HotkeyPress): boolean {
  if (press.repeat || press.ctrlKey || press.metaKey || press.altKey || isTyping(press)) return false;
  const { key } = press;
  if (/^[1-9]$/.test(key)) {
    const product = desk.store.$products.get().find(({ linkNo }) => linkNo === Number(key));
    if (product) toggleFeatured(desk, product.id);
    return product !== undefined;
  }
  switch (key.toLowerCase()) {
    case 'n':
      if (!isUnderWay(desk)) desk.send('next-in-run', scopeOf(desk));
      return true;
    case 'u': {
      const undoId = deriveHistory(desk.outbox.$commands.get())[0]?.undoId;
      if (undoId) desk.send('undo', { commandId: undoId });
      return true;
    }
    case 'h':
      if (!desk.store.$panic.get()) desk.send('panic', { on: true, ...scopeOf(desk) });
      return true;
    default:
      return false;
  }
}

/** Whether a key goes into a field, or into a sheet that is open: there it means what it says. */
function isTyping(press: HotkeyPress): boolean {
  return press.composedPath().some((target) => {
    if (!(target instanceof HTMLElement)) return false;
    return target.matches('input, textarea, select, dialog') || target.isContentEditable;
  });
}

function isUnderWay(desk: Desk): boolean {
  return desk.outbox.$commands
    .get()
    .some(({ command, stage }) => command.type === 'next-in-run' && (stage === 'waiting' || stage === 'accepted'));
}
