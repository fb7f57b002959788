import { expect, test } from 'vitest';
import { isCostly } from '../src/page/compile/connection.ts';

test('a connection costs if it is slow, metered or to be spared; one of which nothing is known does not', () => {
  expect(isCostly(undefined)).toBe(false);
  expect(isCostly({})).toBe(false);
  expect(isCostly({ saveData: false, effectiveType: '4g', type: 'wifi' })).toBe(false);
  expect(isCostly({ saveData: true, effectiveType: '4g' })).toBe(true);
  expect(isCostly({ effectiveType: '3g' })).toBe(true);
  expect(isCostly({ effectiveType: '4g', type: 'cellular' })).toBe(true);
});
