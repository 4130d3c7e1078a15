import { formatPosition, type Position } from '@stallcast/protocol';

/** What the stall held from a place in its log on. */
interface Step extends Position {
  left: number;
  /** When it was surely written, ms since 1970. */
  at: number;
}

/**
 * What a page must show at each place of the log, from nothing but the test's own commands and the places they were answered
 * with. It knows neither fold nor relay.
 */
export class Truth {
  readonly #steps: Step[] = [];
  readonly orders: string[] = [];

  /** Writes down that from this place on so much is left. */
  note(position: Position, left: number): void {
    this.#steps.push({ epoch: position.epoch, offset: position.offset, left, at: Date.now() });
  }

  get head(): string {
    const last = this.#steps.at(-1);
    return last ? formatPosition(last) : '';
  }

  get left(): number {
    return this.#steps.at(-1)?.left ?? 0;
  }

  /** What is left at a place; undefined for one that the test did not make. */
  leftAt(place: string): number | undefined {
    return this.#steps.findLast((step) => formatPosition(step) === place)?.left;
  }

  /** When the next step after a place was written; undefined for the last. */
  nextAfter(place: string): number | undefined {
    const index = this.#steps.findLastIndex((step) => formatPosition(step) === place);
    return index === -1 ? undefined : this.#steps[index + 1]?.at;
  }

  /** Everything that was left between two places, both included. */
  between(first: string, last: string): number[] {
    const [from, to] = [first, last].map((place) => this.#steps.findLastIndex((s) => formatPosition(s) === place));
    return this.#steps.slice(Math.min(from ?? 0, to ?? 0), Math.max(from ?? 0, to ?? 0) + 1).map(({ left }) => left);
  }
}
