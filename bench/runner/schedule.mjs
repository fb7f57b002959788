// @ts-check
/** Who is asked when: peers alternate within each question, so that a busy moment of the machine hits all of them. */

/**
 * The order of contenders in a round: there and back, so that none always comes after the same other.
 * @template T @param {readonly T[]} contenders @param {number} round from 0
 */
export const orderOf = (contenders, round) => (round % 2 === 0 ? [...contenders] : [...contenders].reverse());

/**
 * Asks all contenders one question, in rounds. One that fails is not asked again.
 * @template {{ id: string }} T
 * @param {readonly T[]} contenders @param {number} rounds
 * @param {(contender: T) => Promise<number[]>} measure
 * @param {(error: unknown) => string} explain tells why there is no answer; rethrows what is not a contender's fault
 * @returns {Promise<Record<string, import('./statistics.mjs').Answer>>}
 */
export async function askInRounds(contenders, rounds, measure, explain) {
  /** @type {Record<string, import('./statistics.mjs').Answer>} */
  const answers = Object.fromEntries(contenders.map(({ id }) => [id, { samples: [] }]));
  for (let round = 0; round < rounds; ++round) {
    for (const contender of orderOf(contenders, round)) {
      const answer = answers[contender.id];
      if (!answer || answer.error) continue;
      try {
        answer.samples.push(...(await measure(contender)));
      } catch (error) {
        answers[contender.id] = { samples: [], error: explain(error) };
      }
    }
  }
  return answers;
}
