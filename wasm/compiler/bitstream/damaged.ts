/** The columns are not what was written. */
export class Damaged extends Error {
  override readonly name = 'Damaged';

  constructor() {
    super('the precompiled header is damaged');
  }
}
