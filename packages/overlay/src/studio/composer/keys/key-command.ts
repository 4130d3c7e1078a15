import type { Handle } from '../draft/resize-item.js';

/** What a key does to what is picked. */
export type KeyCommand =
  | { do: 'move'; dx: number; dy: number }
  | { do: 'resize'; handle: Handle; dx: number; dy: number }
  | { do: 'scale'; by: number }
  | { do: 'layer'; by: 1 | -1 }
  | { do: 'zoom'; by: -1 | 0 | 1 }
  | { do: 'undo' | 'redo' | 'duplicate' | 'remove' | 'lock' | 'hide' | 'group' | 'ungroup' | 'all' | 'none' };

/** The part of a keyboard event that counts. */
export interface PressedKey {
  key: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  shiftKey?: boolean;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Steps of an arrow key, px: a fine one, and one with Ctrl or Alt. */
const STEPS = [1, 10] as const;

/** Reads what a key press on the canvas means; null for nothing. */
export function keyCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): KeyCommand | null {
  const isControl = Boolean(ctrlKey) || Boolean(metaKey);
  const arrow = ARROWS[key];
  if (arrow) {
    const [x, y] = arrow;
    const step = STEPS[isControl || altKey ? 1 : 0];
    if (!shiftKey) return { do: 'move', dx: x * step, dy: y * step };
    return { do: 'resize', handle: x === 0 ? 's' : 'e', dx: x * STEPS[1], dy: y * STEPS[1] };
  }
  const letter = key.toLowerCase();
  if (isControl) {
    if (letter === 'z') return { do: shiftKey ? 'redo' : 'undo' };
    if (letter === '0') return { do: 'zoom', by: 0 };
    if (letter === '-') return { do: 'zoom', by: -1 };
    if (letter === '+' || letter === '=') return { do: 'zoom', by: 1 };
    const named = { y: 'redo', d: 'duplicate', a: 'all', g: shiftKey ? 'ungroup' : 'group' } as const;
    return letter in named ? { do: named[letter as keyof typeof named] } : null;
  }
  if (altKey) return null;
  switch (letter) {
    case 'delete':
    case 'backspace':
      return { do: 'remove' };
    case 'escape':
      return { do: 'none' };
    case '[':
      return { do: 'layer', by: -1 };
    case ']':
      return { do: 'layer', by: 1 };
    case '+':
    case '=':
      return { do: 'scale', by: 0.05 };
    case '-':
      return { do: 'scale', by: -0.05 };
    case 'l':
      return { do: 'lock' };
    case 'h':
      return { do: 'hide' };
    default:
      return null;
  }
}
