/** Something that keeps the relay from starting or a command line from working: one sentence in each language, and no stack. */
export class Mishap extends Error {
  override readonly name = 'Mishap';

  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
  }
}
