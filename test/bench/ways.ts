import { CONTENDERS, type Contender } from './contenders.js';

/** A contender, told of changes one message each, or as the relay sends them: together, every 16 ms. */
export interface Way {
  contender: Contender;
  isBatched: boolean;
  /** For people. */
  name: string;
}

/** Who reads our frames is measured both ways: with batches as it is used, without as it is compared with the rivals. */
export const WAYS: readonly Way[] = CONTENDERS.flatMap((contender) => [
  { contender, isBatched: false, name: contender.name },
  ...(contender.wire === 'frames' ? [{ contender, isBatched: true, name: `${contender.name}, relay’s batches` }] : []),
]);

/** The ways of these contenders. */
export const waysOf = (contenders: readonly Contender[]): readonly Way[] =>
  WAYS.filter(({ contender }) => contenders.some(({ id }) => id === contender.id));

/** As each is used: ours with the relay's batches. */
export const usedWaysOf = (contenders: readonly Contender[]): readonly Way[] =>
  waysOf(contenders).filter(({ contender, isBatched }) => isBatched === (contender.id === 'widgets'));

/** What a way is called. */
export const nameOfWay = (contender: string, isBatched: boolean): string =>
  WAYS.find((way) => way.contender.id === contender && way.isBatched === isBatched)?.name ?? contender;
