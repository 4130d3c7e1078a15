/** Lets a pointer take hold of the paper and move it under its window, until it lets go. */
export function panBoard(scroller: HTMLElement, event: PointerEvent): void {
  event.preventDefault();
  const board = event.currentTarget as HTMLElement; // The board listens.
  board.setPointerCapture(event.pointerId);
  const move = ({ movementX, movementY }: PointerEvent): void => scroller.scrollBy(-movementX, -movementY);
  board.addEventListener('pointermove', move);
  board.addEventListener('lostpointercapture', () => board.removeEventListener('pointermove', move), { once: true });
}
