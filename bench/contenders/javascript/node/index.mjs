// @ts-check
/** All benchmarks: those of a browser, and those that ask what only Node can tell. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { benchmarksOf } from '../benchmark.mjs';

const questions = join(import.meta.dirname, '..', '..', '..', 'questions');

/** @param {string} question @returns {Promise<import('../benchmark.mjs').Benchmark[]>} */
async function answersTo(question) {
  const folder = join(questions, question);
  const program = ['javascript.mjs', 'node.mjs'].map((name) => join(folder, name)).find((file) => existsSync(file));
  if (!program) return [];
  const { runs } = await import(pathToFileURL(program).href);
  return benchmarksOf(JSON.parse(readFileSync(join(folder, 'question.json'), 'utf8')), runs);
}

/** @type {readonly import('../benchmark.mjs').Benchmark[]} */
export const benchmarks = (await Promise.all(readdirSync(questions).map(answersTo))).flat();
