/** Why a shop could not be asked: half a sentence in each language that says what came and what to do. */
export class ShopFault extends Error {
  override readonly name = 'ShopFault';

  constructor(
    readonly zh: string,
    readonly en: string,
    /** How long the shop itself wants to be left alone, in ms. */
    readonly retryAfterMs?: number,
  ) {
    super(en);
  }
}
