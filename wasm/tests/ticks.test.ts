import assert from 'node:assert/strict';
import { test } from 'node:test';
import { driveBlocking, MacrotaskDriver, type Tick } from '../run/ticks.ts';

/** Answers with the given values, one a tick, then stops the loop. */
function answers(...values: number[]): { tick: Tick; times: number[] } {
  const times: number[] = [];
  const begin = performance.now();
  return { tick: () => (times.push(performance.now() - begin), values.shift() ?? -1), times };
}

test('timers are waited for and never fire early, on both ways', async () => {
  const macrotasks = answers(0, 20);
  const driver = new MacrotaskDriver();
  await driver.drive(macrotasks.tick);
  driver.dispose();
  const blocking = answers(0, 20);
  driveBlocking(blocking.tick);
  for (const { times } of [macrotasks, blocking]) {
    assert.equal(times.length, 3);
    assert.ok((times[2] ?? 0) - (times[1] ?? 0) >= 19.5);
  }
});

test('a loop that is always ready starves no timer', async () => {
  const driver = new MacrotaskDriver();
  let done = false;
  setTimeout(() => (done = true), 10);
  await driver.drive(() => (done ? -1 : 0));
  driver.dispose();
});

test('a timer is set only to wait for one', async (context) => {
  const timers = context.mock.method(globalThis, 'setTimeout');
  const busy = new MacrotaskDriver();
  await busy.drive(answers(0, 0, 0).tick);
  busy.dispose();
  assert.equal(timers.mock.callCount(), 0);
  const waiting = new MacrotaskDriver();
  await waiting.drive(answers(0, 3, 0).tick);
  waiting.dispose();
  assert.equal(timers.mock.callCount(), 1);
});

test('a loop that only the host can wake costs nothing', async (context) => {
  const timers = context.mock.method(globalThis, 'setTimeout');
  const { tick, times } = answers(Infinity);
  const driver = new MacrotaskDriver();
  void driver.drive(tick);
  // Two rounds of messages: the driver's own would have come by then.
  for (let round = 0; round < 2; round++) await new Promise((resolve) => setImmediate(resolve));
  driver.dispose();
  assert.deepEqual([times.length, timers.mock.callCount()], [1, 0]);
});

test('what a tick throws ends the drive', async () => {
  const driver = new MacrotaskDriver();
  const failing = (): number => {
    throw new Error('trap');
  };
  await assert.rejects(driver.drive(failing), /trap/);
  driver.dispose();
  assert.throws(() => driveBlocking(failing), /trap/);
});

test('a program that waits for nothing is not waited for', () => {
  assert.throws(() => driveBlocking(() => Infinity), /waits for the host/);
});
