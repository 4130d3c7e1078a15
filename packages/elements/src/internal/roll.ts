import { render } from 'lit';
import { glyph } from './figures.js';
import { callOff, isMotionSought, paceOf, play, whenOver, type Pace } from './motion.js';

/** Further than this a digit does not roll: it changes over. No slot machine. */
const MAX_STEPS = 3;
const STAGGER_MS = 30;
/** A number that changed less than this ago changes without motion: nobody reads digits that never come to rest. */
const READABLE_MS = 500;

/** The last change of a number, and what still moves of it. */
interface Rolling {
  at: number;
  motions: Animation[];
}
const rollings = new WeakMap<Element, Rolling>();

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
 * The number is already there; what it was is added for as long as it moves. One that changes more than twice a second stands
 * still: each change costs one frame then, where a motion costs every frame.
 */
export function rollFigure(
  figure: Element,
  before: string,
  after: string,
  isFalling = parseInt(after) < parseInt(before),
): void {
  const now = performance.now();
  const { at, motions } = rollings.get(figure) ?? { at: -Infinity, motions: [] };
  for (const motion of motions) callOff(motion);
  const rolling: Rolling = { at: now, motions: [] };
  rollings.set(figure, rolling);
  if (now - at < READABLE_MS && !isMotionSought()) return;

  const pace = paceOf(figure, 'roll');
  const cells = [...figure.querySelectorAll<HTMLElement>('.cell')];
  cells.reverse().forEach((cell, place) => {
    const now = after.at(-1 - place) ?? '';
    const past = before.at(-1 - place) ?? '';
    if (now === past) return;
    const delay = place * STAGGER_MS;
    const column = deriveColumn(past, now, isFalling);
    rolling.motions.push(
      ...(column.length > 0
        ? roll(cell, column, isFalling ? 1 : -1, delay, pace)
        : changeOver(cell, past, delay, pace)),
    );
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

function roll(cell: HTMLElement, column: readonly string[], direction: 1 | -1, delay: number, pace: Pace): Animation[] {
  const ghosts = column.map((char, i) => ghost(cell, char, direction * (i + 1)));
  const from = { transform: `translateY(${-direction * column.length * 100}%)` };
  cell.parentElement?.classList.add('rolling');
  const animation = play(cell, [from, { transform: 'none' }], 'roll', { delay, fill: 'backwards' }, pace);
  clearAway(animation, ghosts, cell);
  return animation ? [animation] : [];
}

function changeOver(cell: HTMLElement, past: string, delay: number, pace: Pace): Animation[] {
  const drawing = cell.firstElementChild;
  const ghosts = past ? [ghost(cell, past, 0)] : [];
  const away = play(ghosts[0], [{ opacity: 1 }, { opacity: 0 }], 'roll', { delay, fill: 'both' }, pace);
  const here = play(drawing, [{ opacity: 0 }, { opacity: 1 }], 'roll', { delay, fill: 'backwards' }, pace);
  clearAway(here, ghosts, cell);
  return [away, here].filter((one) => one !== null);
}

function clearAway(animation: Animation | null, ghosts: readonly HTMLElement[], cell: HTMLElement): void {
  whenOver(animation, () => {
    for (const one of ghosts) one.remove();
    if (!cell.querySelector('.past')) cell.parentElement?.classList.remove('rolling');
  });
}
