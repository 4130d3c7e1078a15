import type { SceneItem } from '@stallcast/elements';

/** What several items say of one thing: the value of all of them, or that it differs. */
export interface SharedValue<T> {
  isMixed: boolean;
  /** What all of them have; of the first, where it differs. */
  value: T;
}

/** Reads what items have in common. There has to be one at least. */
export function sharedValue<T>(items: readonly SceneItem[], read: (item: SceneItem) => T): SharedValue<T | undefined> {
  const [first, ...rest] = items.map(read);
  return { value: first, isMixed: rest.some((one) => one !== first) };
}
