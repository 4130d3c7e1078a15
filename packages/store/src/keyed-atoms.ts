import { atom, type PreinitializedWritableAtom, type ReadableAtom } from 'nanostores';

/** A family of atoms, one a key, made when first asked for. */
export function keyedAtoms<T>(read: (id: string) => T, same: (a: T, b: T) => boolean = Object.is) {
  const atoms = new Map<string, PreinitializedWritableAtom<T>>();
  return {
    atomOf(id: string): ReadableAtom<T> {
      let $value = atoms.get(id);
      if (!$value) atoms.set(id, ($value = atom(read(id))));
      return $value;
    },
    ids: () => atoms.keys(),
    /** Reads again: these keys, or all for null. */
    refresh(ids: ReadonlySet<string> | null): void {
      for (const id of ids ?? atoms.keys()) {
        const $value = atoms.get(id);
        if (!$value) continue;
        const value = read(id);
        if (!same(value, $value.get())) $value.set(value);
      }
    },
  };
}
