// @ts-check
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { askInRounds } from '../../bench/runner/schedule.mjs';

const contenders = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const rethrow = (/** @type {unknown} */ error) => {
  throw error;
};

describe('asking in rounds', () => {
  test('contenders alternate, there and back, and their samples come together', async () => {
    /** @type {string[]} */
    const asked = [];
    const measure = async (/** @type {{ id: string }} */ { id }) => {
      asked.push(id);
      return [asked.length];
    };
    const answers = await askInRounds(contenders, 2, measure, rethrow);
    assert.equal(asked.join(''), 'abccba');
    assert.deepEqual(answers['a'], { samples: [1, 6] });
    assert.deepEqual(answers['c'], { samples: [3, 4] });
  });
  test('one that fails keeps no samples, and is not asked again', async () => {
    let calls = 0;
    const measure = async (/** @type {{ id: string }} */ { id }) => {
      if (id === 'b' && ++calls > 0) throw new Error('crashed');
      return [1];
    };
    const answers = await askInRounds(contenders, 3, measure, (error) => String(error));
    assert.equal(calls, 1);
    assert.deepEqual(answers['b'], { samples: [], error: 'Error: crashed' });
    assert.deepEqual(answers['a'], { samples: [1, 1, 1] });
  });
  test('what is nobody’s fault comes out', async () => {
    const measure = async () => {
      throw new TypeError('our own');
    };
    await assert.rejects(askInRounds(contenders, 1, measure, rethrow), /our own/);
  });
});
