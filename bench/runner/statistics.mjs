// @ts-check
/** Figures out of samples, and comparisons out of figures. */
import { timesPython } from './questions.mjs';

/** @typedef {import('./questions.mjs').Question} Question */

/**
 * What a contender answered: samples, in the question's unit for one operation; or why there are none. `allocations` and
 * `bytes`: what an operation asks of malloc, once warm.
 * @typedef {{ samples: number[], error?: string, allocations?: number, bytes?: number }} Answer
 */

/** @typedef {{ id: string, label: string, kind: 'ours' | 'limit' | 'peer' }} Competitor */

/**
 * How this library stands: its figure, the best peer's, ratios of the two and to the limit; how many times the figure
 * of CPython and uvloop is; its share of Node's as WebAssembly in the same Node; which targets are missed. What is not
 * known is undefined.
 * @typedef {object} Comparison
 * @property {number | undefined} ours
 * @property {number | undefined} limit
 * @property {{ label: string, value: number } | undefined} best
 * @property {number | undefined} ofBest
 * @property {number | undefined} ofLimit
 * @property {number | undefined} timesCpython
 * @property {number | undefined} timesUvloop
 * @property {number | undefined} wasmOfNode
 * @property {string[]} misses
 */

/** @param {readonly number[]} samples @param {number} share of the samples that are not above @returns {number} */
export function quantile(samples, share) {
  if (samples.length === 0) throw new Error('no samples');
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = Number(sorted[Math.floor(at)]);
  const above = Number(sorted[Math.ceil(at)]);
  return below + (above - below) * (at - Math.floor(at));
}

/** @param {readonly number[]} samples */
export const median = (samples) => quantile(samples, 0.5);

/** How wide the middle half of the samples is, as a share of the median. @param {readonly number[]} samples */
export const spread = (samples) => (quantile(samples, 0.75) - quantile(samples, 0.25)) / median(samples);

/** The median of a contender's samples, if it has any. @param {Answer | undefined} answer */
export const figureOf = (answer) => (answer && answer.samples.length > 0 ? median(answer.samples) : undefined);

/**
 * @param {Question} question @param {readonly Competitor[]} competitors
 * @param {Readonly<Record<string, Answer>>} answers by contender
 * @returns {Comparison}
 */
export function compare(question, competitors, answers) {
  const figure = (/** @type {string} */ id) => figureOf(answers[id]);
  const ours = figure('asyncio');
  const limit = figure('limit');
  const best = bestPeer(question, competitors, figure);
  const ofBest = ratio(ours, best?.value);
  const ofLimit = ratio(ours, limit);
  const timesCpython = ratio(figure('cpython'), ours);
  const timesUvloop = ratio(figure('uvloop'), ours);
  const wasmOfNode = ratio(figure('wasm'), figure('node'));
  const misses = [
    ...missedShares(question.target, { ofBest, ofLimit }),
    ...missedValues(question.target, ours, figure),
    ...missedPython({ CPython: timesCpython, uvloop: timesUvloop }),
  ];
  return { ours, limit, best, ofBest, ofLimit, timesCpython, timesUvloop, wasmOfNode, misses };
}

/**
 * @param {Question} question @param {readonly Competitor[]} competitors
 * @param {(id: string) => number | undefined} figure
 */
function bestPeer(question, competitors, figure) {
  /** @type {{ label: string, value: number } | undefined} */
  let best;
  for (const { id, label, kind } of competitors) {
    const value = figure(id);
    if (kind !== 'peer' || question.aside.includes(id) || value === undefined) continue;
    if (!best || value < best.value) best = { label, value };
  }
  return best;
}

/** @param {number | undefined} a @param {number | undefined} b */
const ratio = (a, b) => (a === undefined || b === undefined || b === 0 ? undefined : a / b);

/** @param {number | undefined} value @param {number | undefined} most */
const exceeds = (value, most) => value !== undefined && most !== undefined && value > most;

/**
 * @param {import('./questions.mjs').Target} target
 * @param {{ ofBest: number | undefined, ofLimit: number | undefined }} shares
 */
function missedShares({ ofBestPeer, ofLimit }, shares) {
  return [
    ...(exceeds(shares.ofBest, ofBestPeer) ? [`≤ ${ofBestPeer} of the best peer`] : []),
    ...(exceeds(shares.ofLimit, ofLimit) ? [`≤ ${ofLimit} of the limit`] : []),
  ];
}

/**
 * @param {import('./questions.mjs').Target} target @param {number | undefined} ours
 * @param {(id: string) => number | undefined} figure
 */
function missedValues({ atMost, ofContender }, ours, figure) {
  const [id, share] = ofContender ?? ['', 0];
  return [
    ...(exceeds(ours, atMost) ? [`≤ ${atMost}`] : []),
    ...(ofContender && exceeds(ratio(ours, figure(id)), share) ? [`≤ ${share} of ${id}`] : []),
  ];
}

/** @param {Record<string, number | undefined>} times */
function missedPython(times) {
  return Object.entries(times)
    .filter(([, value]) => value !== undefined && value < timesPython)
    .map(([label]) => `≥ ${timesPython} × ${label}`);
}
