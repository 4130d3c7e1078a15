import { callOff, play, travel, whenOver, type Moment } from '../../internal/motion.js';

/** A part as it stood before an update: a copy to fade out, and where it was. */
interface Past {
  copy: HTMLElement;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Remembers how a part of a widget looks, before an update takes it away. Null where there is none. */
export function remember(host: HTMLElement, part: Element | null): Past | null {
  if (!part) return null;
  const box = part.getBoundingClientRect();
  const within = host.getBoundingClientRect();
  // The page scales its canvas; boxes are measured on the screen.
  const scale = host.offsetWidth > 0 ? within.width / host.offsetWidth : 1;
  const copy = part.cloneNode(true) as HTMLElement;
  return {
    copy,
    left: (box.left - within.left) / scale,
    top: (box.top - within.top) / scale,
    // A hair more than measured, or the copy's last letter does not fit.
    width: Math.ceil(box.width / scale) + 1,
    height: box.height / scale,
  };
}

/** Lets what is gone fade out where it stood. One copy a place: a later one replaces it. */
export function fadeOut(
  layer: Element | null,
  past: Past | null,
  place: string,
  rise: number,
  moment: Moment = 'change',
): void {
  if (!layer || !past) return;
  layer.querySelector(`[data-place='${place}']`)?.remove();
  const { copy, left, top, width, height } = past;
  copy.dataset.place = place;
  copy.removeAttribute('part');
  Object.assign(copy.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  layer.append(copy);
  const away = [{ opacity: 1 }, { opacity: 0, transform: `translateY(${rise}px)` }];
  whenOver(play(copy, away, moment, { fill: 'forwards' }), () => copy.remove());
}

/** A part comes in from below, or from the side for one that is pulled out. */
export function fadeIn(part: Element | null, from: string, delay = 0, moment: Moment = 'change'): void {
  const frames = [
    { opacity: 0, transform: from },
    { opacity: 1, transform: 'none' },
  ];
  play(part, frames, moment, { delay, fill: 'backwards' });
}

/** The whole plate comes in. */
export function plateIn(plate: Element | null): void {
  if (!plate) return;
  play(
    plate,
    [
      { opacity: 0, transform: `translateY(${travel(plate)}px)` },
      { opacity: 1, transform: 'none' },
    ],
    'in',
  );
}

/** The board grows or shrinks to its content without a layout a frame. */
export function stretch(board: HTMLElement | null, before: number): void {
  if (!board || before === 0 || before === board.offsetWidth) return;
  const origin = getComputedStyle(board).direction === 'rtl' ? '100% 0' : '0 0';
  board.style.transformOrigin = origin;
  play(board, [{ transform: `scaleX(${before / board.offsetWidth})` }, { transform: 'none' }], 'change');
}

/** The line of a cancelled order draws through. */
export function strike(line: Element | null): void {
  play(line, [{ transform: 'scaleX(0)' }, { transform: 'none' }], 'cancelled');
}

/** Rows run down by one, the new one from above; from where they are, if they still run. */
export function runIn(rows: HTMLElement | null): void {
  const first = rows?.firstElementChild as HTMLElement | null | undefined;
  if (!rows || !first) return;
  const running = rows.getAnimations();
  const rest = running.length > 0 ? new DOMMatrixReadOnly(getComputedStyle(rows).transform).m42 : 0;
  for (const animation of running) callOff(animation);
  play(rows, [{ transform: `translateY(${rest - first.offsetHeight}px)` }, { transform: 'none' }], 'change');
}

/** Ends all motion where it was to lead. */
export function settle(root: Node): void {
  if (!(root instanceof ShadowRoot)) return;
  for (const animation of root.getAnimations()) callOff(animation);
}
