// @ts-check
/**
 * `count` delays from 0 to just below `range`: those of support/random_delays.hpp.
 * @param {number} count @param {number} range
 */
export function randomDelays(count, range) {
  const delays = [];
  let state = 1;
  for (let i = 0; i < count; ++i) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    delays.push(Math.floor((state / 2 ** 32) * range));
  }
  return delays;
}
