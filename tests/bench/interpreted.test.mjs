// @ts-check
/** The benchmarks of JavaScript and of Python still work, and give the same names as those of C++. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { benchmarks } from '../../bench/contenders/javascript/node/index.mjs';
import { python } from '../../bench/runner/contenders.mjs';
import { echoBenchmark, questions } from '../../bench/runner/questions.mjs';

const names = new Set(questions.map(({ benchmark }) => benchmark).filter((name) => name !== echoBenchmark));
const largest = 1_000;

/** A benchmark's smallest argument, no larger than needs be. @param {string} name */
const small = (name) => {
  const args = questions.filter(({ benchmark }) => benchmark === name).map(({ arg }) => arg);
  return args[0] === null ? null : Math.min(largest, ...args.map(Number));
};

/** @param {{ operations: number, nanoseconds?: number, bytes?: number }} measurement */
function looksRight({ operations, nanoseconds, bytes }) {
  assert.ok(operations > 0);
  assert.equal(typeof (nanoseconds ?? bytes), 'number');
}

describe('JavaScript', () => {
  test('answers every question', () => {
    assert.deepEqual(new Set(benchmarks.map(({ name }) => name)), names);
  });
  for (const { name, run } of benchmarks) {
    test(name, async () => looksRight(await run(small(name), () => performance.now() * 1e6)));
  }
});

describe('Python', () => {
  const runPython = (/** @type {string[]} */ ...args) =>
    execFileSync(python, ['bench/contenders/python/run.py', ...args], { encoding: 'utf8' }).trim();

  test('answers every question', () => {
    assert.deepEqual(new Set(runPython('--list').split('\n')), names);
  });
  for (const name of names) {
    test(name, () => {
      const arg = small(name);
      looksRight(JSON.parse(runPython(name, '--repetitions=1', ...(arg === null ? [] : [`--arg=${arg}`]))));
    });
  }
});
