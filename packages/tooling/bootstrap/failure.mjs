/** Something a person can mend: one sentence in Chinese and one in English. */
export class Failure extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   */
  constructor(chinese, english) {
    super(`${chinese}\n${english}`);
    this.name = 'Failure';
  }
}
