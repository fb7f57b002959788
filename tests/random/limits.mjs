// @ts-check
/**
 * What programs must not do, because the library is known to differ there from CPython: on purpose
 * (docs/departures.md), or not yet mended. When one is mended its limit goes.
 *
 * Two more have their place in the interpreters:
 * - messages: CPython gives the message of a cancellation to the first who awaits the cancelled task, the library to
 *   all. So it is traced only where the task itself was waiting (OWN_WAITS in python/bodies.py).
 * - departures: python/departures.py makes CPython do what the library does on purpose.
 *
 * And some operations do not exist:
 * - ContextVar.reset(): the library takes the tokens of some other contexts, and refuses some of its own.
 * - dropping a generator half-way: "A generator that is dropped half-way dies at once".
 * - TaskGroup.cancel(): CPython 3.14 has none.
 * - awaiting one's own task: CPython leaves it marked, and whoever awaits it later gets "await wasn't used with future".
 */

/** @typedef {import('./generate.mjs').Block} Block */

/**
 * wait_for() with no time left gives CancelledError for a gather() that it cancels, CPython TimeoutError.
 * @param {number | null} timeout @param {boolean} isGather
 */
export const mayWaitFor = (timeout, isGather) => !isGather || timeout === null || timeout > 0;

/**
 * Errors that nobody retrieves are compared in programs without wait(FIRST_EXCEPTION), which looks at one error too
 * many, and without gather(return_exceptions=True), which when cancelled looks at too few.
 * @param {unknown} program
 */
export const reportsAreComparable = (program) => {
  const text = JSON.stringify(program);
  return !text.includes('"FIRST_EXCEPTION"') && !/\["gather","\w+",1/.test(text);
};

/**
 * What a generator may catch where it yields, for it yields again: after it has ignored GeneratorExit, CPython's next
 * aclose() throws StopAsyncIteration, the library's throws GeneratorExit in once more.
 */
export const caughtAtYield = ['ValueError', 'Exception', 'CancelledError', null, null];

/**
 * A body waits only for slots whose bodies come after it: a circle of waits is a RecursionError in CPython when it is
 * cancelled, and through gather() a stack overflow in the library.
 * @param {number} waiter @param {number} rank the first body that the slot may run
 */
export const mayAwait = (waiter, rank) => rank > waiter;
