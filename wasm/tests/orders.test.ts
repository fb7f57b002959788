/** Which orders are tried, and how a schedule is made simple. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Deviation } from '../api/schedules.ts';
import { Chance } from '../run/chance.ts';
import { Orders } from '../run/orders.ts';
import { nextInOrder, Scheduler, type ChoicePoint } from '../run/scheduler.ts';
import { simplify } from '../run/simplify.ts';

/** Of one iteration in which so many tasks are ready. */
const pointsOf = (tasks: number): ChoicePoint[] =>
  Array.from({ length: tasks - 1 }, (_, slot) => ({ iteration: 1, slot, picks: tasks - 1 - slot }));

/** The order in which a schedule runs tasks 1, 2, … of one iteration. */
function orderOf(tasks: number, deviations: readonly Deviation[]): string {
  const scheduler = new Scheduler({ kind: 'deviations', deviations });
  const left = Array.from({ length: tasks }, (_, index) => index + 1);
  for (const task of left) scheduler.order(1, task, () => 0);
  return left
    .slice()
    .map(() =>
      left.splice(
        scheduler.order(1, nextInOrder, () => 0),
        1,
      ),
    )
    .join('');
}

test('each order of a few tasks is tried once, those with the fewest deviations first', () => {
  const orders = new Orders(1_000);
  const seen = [orderOf(4, [])];
  orders.add([], pointsOf(4));
  let latest = 0;
  for (let next = orders.next(); next !== undefined; next = orders.next()) {
    assert.ok(next.length >= latest);
    latest = next.length;
    seen.push(orderOf(4, next));
    orders.add(next, pointsOf(4));
  }
  assert.equal(seen.length, 24);
  assert.equal(new Set(seen).size, 24);
  assert.equal(orders.cut, false);
});

test('of too many single deviations some are tried, evenly spread', () => {
  const orders = new Orders(10);
  orders.add([], pointsOf(20));
  const tried: Deviation[][] = [];
  for (let next = orders.next(); next !== undefined; next = orders.next()) {
    tried.push(next);
    orders.add(next, pointsOf(20));
  }
  assert.equal(tried.length, 10);
  assert.ok(orders.cut);
  assert.ok(tried.every((deviations) => deviations.length === 1));
  assert.ok(new Set(tried.map(([deviation]) => deviation?.slot)).size > 5);
});

test('a scheduler remembers what it could have decided, and what it did', () => {
  const scheduler = new Scheduler({ kind: 'deviations', deviations: [{ iteration: 3, slot: 1, pick: 9 }] });
  for (const task of [11, 12, 13]) scheduler.order(3, task, () => 500);
  const given = [1, 2, 3].map(() => scheduler.order(3, nextInOrder, () => 500));
  assert.deepEqual(given, [0, 1, 0]);
  assert.deepEqual(scheduler.points, [
    { iteration: 3, slot: 0, picks: 2 },
    { iteration: 3, slot: 1, picks: 1 },
  ]);
  assert.deepEqual(scheduler.taken, [{ iteration: 3, slot: 1, pick: 1, first: 13, second: 12, time: 500 }]);
});

test('whatever a program tells, the answer is a number that it can have', () => {
  const scheduler = new Scheduler({ kind: 'seed', seed: 1 });
  for (const iteration of [5, 5, 1, 2 ** 32 - 1, 0])
    for (const task of [nextInOrder, 7, nextInOrder, nextInOrder, -(2 ** 31)])
      assert.equal(
        scheduler.order(iteration, task, () => 0),
        0,
      );
});

test('chance is the same natively', () => {
  const chance = new Chance(7);
  assert.deepEqual(
    Array.from({ length: 8 }, () => chance.below(1_000)),
    [609, 933, 66, 487, 376, 409, 112, 430],
  );
});

test('a schedule is left with what it needs', async () => {
  const whole = Array.from({ length: 40 }, (_, slot) => ({ iteration: 1, slot, pick: 1 }));
  let runs = 0;
  const simplest = await simplify(whole, (deviations) => {
    runs += 1;
    const fails = [7, 31].every((needed) => deviations.some(({ slot }) => slot === needed));
    return Promise.resolve(fails ? deviations : undefined);
  });
  assert.deepEqual(
    simplest.map(({ slot }) => slot),
    [7, 31],
  );
  assert.ok(runs < 60, `${runs} runs`);
});
