// @ts-check
/** Each folder of bench/questions is whole. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

const questions = join(import.meta.dirname, '..', '..', 'bench', 'questions');

describe('the folder of a question', () => {
  for (const name of readdirSync(questions)) {
    const has = (/** @type {string} */ file) => existsSync(join(questions, name, file));

    test(`${name} says what is asked, and has answers of the library and of the limit`, () => {
      assert.ok(has('README.md'));
      for (const contender of ['asyncio', 'limit'])
        assert.ok(has(`${contender}.cpp`) || has(`${contender}_server.cpp`), contender);
    });
    test(`${name} has a small enough case for tests`, () => {
      const { cases } = JSON.parse(readFileSync(join(questions, name, 'question.json'), 'utf8'));
      assert.ok(cases.some((/** @type {{ arg: number | null }} */ { arg }) => arg === null || arg <= 1_000));
    });
  }
});
