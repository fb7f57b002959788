// @ts-check
/** The questions: rows of the table, and what is wanted of each answer. Each is a folder of bench/questions. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/toolchain/paths.mjs';

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

/**
 * What a folder's question.json says: its benchmarks, and the cases for which each is asked; those that are `small` are for
 * tests. `place`: where in its row it stands, if the row has more than one folder.
 * @typedef {object} Folder
 * @property {number} row
 * @property {number} [place]
 * @property {Record<string, Pick<Question, 'what' | 'target'> & Partial<Question>>} benchmarks
 * @property {readonly { arg: number | null, small?: boolean }[]} cases
 */

const folders = join(root, 'bench', 'questions');

/** @param {string} name @returns {Folder} */
const read = (name) => JSON.parse(readFileSync(join(folders, name, 'question.json'), 'utf8'));

/** @param {Folder} folder @returns {Question[]} */
const questionsOf = ({ row, benchmarks, cases }) =>
  Object.entries(benchmarks).flatMap(([benchmark, of]) =>
    cases.filter(({ small }) => !small).map(({ arg }) => ({ row, benchmark, arg, unit: 'ns', aside: [], ...of })),
  );

/** @type {readonly Question[]} */
export const questions = readdirSync(folders)
  .map(read)
  .sort((a, b) => a.row - b.row || (a.place ?? 1) - (b.place ?? 1))
  .flatMap(questionsOf);

/** By what a question is named in results: `yield/1000`. @param {Question} question */
export const nameOf = ({ benchmark, arg }) => (arg === null ? benchmark : `${benchmark}/${arg}`);
