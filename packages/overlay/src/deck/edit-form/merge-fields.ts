/** What is typed, by the name of its field. */
type Texts<F extends string> = Readonly<Record<F, string>>;

/** What to save, and the fields that two operators have changed to different things since the form was opened. */
export interface Merged<F extends string> {
  fields: Texts<F>;
  clashes: F[];
}

/**
 * Joins what was typed with what somebody else has saved meanwhile: a field that was not touched here takes their text, and one that
 * both have changed is a clash, for people to decide.
 */
export function mergeFields<F extends string>(opened: Texts<F>, typed: Texts<F>, saved: Texts<F>): Merged<F> {
  const names = Object.keys(opened) as F[];
  const isTouched = (name: F): boolean => typed[name] !== opened[name];
  return {
    fields: Object.fromEntries(names.map((name) => [name, isTouched(name) ? typed[name] : saved[name]])) as Texts<F>, // the same names, each with a text
    clashes: names.filter((name) => isTouched(name) && saved[name] !== opened[name] && saved[name] !== typed[name]),
  };
}
