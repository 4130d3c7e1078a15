import { render } from 'lit';
import { glyph } from './figures.js';
import { callOff, play, whenOver } from './motion.js';

/** Further than this a digit does not roll: it changes over. No slot machine. */
const MAX_STEPS = 3;
const STAGGER_MS = 30;

/** The digits that a rolling column passes, from the new one to the old one. Empty where it does not roll. */
export function deriveColumn(before: string, after: string, isFalling: boolean): string[] {
  if (!/^\d$/.test(before) || !/^\d$/.test(after)) return [];
  const from = Number(before);
  const to = Number(after);
  const steps = (isFalling ? from - to + 10 : to - from + 10) % 10;
  if (steps > MAX_STEPS) return [];
  return Array.from({ length: steps }, (_, i) => String((to + (isFalling ? i + 1 : 9 - i)) % 10));
}

/**
 * Rolls the digits of a drawn number that changed, the rightmost first: down when it falls, up when it rises.
 *
 * The number is already there; what it was is added for as long as it moves.
 */
export function rollFigure(
  figure: Element,
  before: string,
  after: string,
  isFalling = parseInt(after) < parseInt(before),
): void {
  const cells = [...figure.querySelectorAll<HTMLElement>('.cell')];
  cells.reverse().forEach((cell, place) => {
    const now = after.at(-1 - place) ?? '';
    const past = before.at(-1 - place) ?? '';
    if (now === past) return;
    for (const animation of cell.getAnimations({ subtree: true })) callOff(animation);
    const delay = place * STAGGER_MS;
    const column = deriveColumn(past, now, isFalling);
    if (column.length > 0) roll(cell, column, isFalling ? 1 : -1, delay);
    else changeOver(cell, past, delay);
  });
}

function ghost(cell: HTMLElement, char: string, boxes: number): HTMLElement {
  const past = document.createElement('span');
  past.className = 'past';
  past.style.transform = `translateY(${boxes * 100}%)`;
  render(glyph(char), past);
  cell.append(past);
  return past;
}

function roll(cell: HTMLElement, column: readonly string[], direction: 1 | -1, delay: number): void {
  const ghosts = column.map((char, i) => ghost(cell, char, direction * (i + 1)));
  const from = { transform: `translateY(${-direction * column.length * 100}%)` };
  cell.parentElement?.classList.add('rolling');
  const animation = play(cell, [from, { transform: 'none' }], 'roll', { delay, fill: 'backwards' });
  clearAway(animation, ghosts, cell);
}

function changeOver(cell: HTMLElement, past: string, delay: number): void {
  const drawing = cell.firstElementChild;
  const ghosts = past ? [ghost(cell, past, 0)] : [];
  play(ghosts[0], [{ opacity: 1 }, { opacity: 0 }], 'roll', { delay, fill: 'both' });
  clearAway(play(drawing, [{ opacity: 0 }, { opacity: 1 }], 'roll', { delay, fill: 'backwards' }), ghosts, cell);
}

function clearAway(animation: Animation | null, ghosts: readonly HTMLElement[], cell: HTMLElement): void {
  whenOver(animation, () => {
    for (const one of ghosts) one.remove();
    if (!cell.querySelector('.past')) cell.parentElement?.classList.remove('rolling');
  });
}
