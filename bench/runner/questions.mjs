// @ts-check
/** The questions: rows of the table, and what is wanted of each answer. */

/**
 * What this library's figure must not exceed: shares of the best peer's, of the limit's, of one contender's, or a value.
 * @typedef {{ ofBestPeer?: number, ofLimit?: number, ofContender?: [string, number], atMost?: number }} Target
 */

/**
 * `benchmark` and `arg`: by what name contenders know it. `aside`: who answers another question, and is shown without
 * being compared.
 * @typedef {object} Question
 * @property {number} row
 * @property {string} what
 * @property {string} benchmark
 * @property {number | null} arg
 * @property {'ns' | 'bytes'} unit
 * @property {Target} target
 * @property {readonly string[]} aside
 */

/** How many times faster than CPython, and uvloop, every answer should be. */
export const timesPython = 20;

/** The benchmark that an echo server and a load answer, not a program of its own. */
export const echoBenchmark = 'echo';

const hotPath = { ofBestPeer: 0.8, ofLimit: 1.5 };
const timerKept = { ofBestPeer: 0.5 };

/**
 * @param {number} row @param {string} what @param {string} benchmark @param {readonly number[]} args
 * @param {Target} target @param {Partial<Question>} [more] @returns {Question[]}
 */
const ask = (row, what, benchmark, args, target, more = {}) =>
  (args.length > 0 ? args : [null]).map((arg) => ({
    ...{ row, what, benchmark, arg, unit: 'ns', target, aside: [] },
    ...more,
  }));

/** @type {readonly Question[]} */
export const questions = [
  ...ask(1, 'await a coroutine that returns at once', 'await_finished', [], hotPath),
  ...ask(2, 'await chain so deep, a level', 'await_chain', [1_000, 100_000, 1_000_000], hotPath),
  // An idle handle of libuv stays in a list: nothing is suspended, nothing is queued.
  ...ask(3, 'yield through the loop, so many tasks', 'yield', [1, 1_000, 100_000], hotPath, { aside: ['libuv'] }),
  ...ask(4, 'create so many tasks, then join them, a task', 'create_and_join', [1_000_000], hotPath),
  ...ask(5, 'gather so many coroutines, a child', 'gather', [10, 1_000, 100_000], hotPath),
  ...ask(6, 'insert one timer of so many', 'timer_insert', [1_000_000], timerKept),
  ...ask(6, 'cancel it', 'timer_cancel', [1_000_000], timerKept),
  ...ask(6, 'fire one timer of so many', 'timer_fire', [100_000], { ofBestPeer: 0.7 }),
  ...ask(7, 'queue ping-pong, a message', 'queue_ping_pong', [], hotPath),
  ...ask(8, 'take and release a free lock', 'lock_free', [], hotPath),
  ...ask(8, 'the same with so many in line', 'lock_contended', [1_000], hotPath),
  ...ask(9, 'create so many sleeping tasks and cancel them, a task', 'cancel_sleeping', [100_000], { atMost: 100 }),
  ...ask(10, 'memory of a sleeping task', 'sleeping_task_memory', [100_000], { atMost: 250 }, { unit: 'bytes' }),
  ...ask(11, 'TCP echo of 64 bytes, so many connections, a request', echoBenchmark, [50, 500], {
    ofContender: ['asio_callbacks', 1],
  }),
];

/** By what a question is named in results: `yield/1000`. @param {Question} question */
export const nameOf = ({ benchmark, arg }) => (arg === null ? benchmark : `${benchmark}/${arg}`);
