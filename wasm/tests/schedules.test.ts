/** Programs under schedules: the same orders as natively (tests/unit/native/schedule_option_test.cpp), and what is found among them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSchedule } from '../api/schedules.ts';
import type { Exploration, ProgramOptions } from '../api/types.ts';
import { exploreProgram } from '../run/explore.ts';
import { runProgram } from '../run/host.ts';
import { Scheduler } from '../run/scheduler.ts';
import { build, run } from './support.ts';

const letters = `
  asyncio::Coro<void> writer(std::string& text, char letter) {
    co_await asyncio::sleep(1h);
    text += letter;
  }
  asyncio::Coro<void> letters() {
    std::string text;
    co_await asyncio::gather(writer(text, 'a'), writer(text, 'b'), writer(text, 'c'), writer(text, 'd'));
    std::println("{}", text);
  }`;

const bank = `
  asyncio::Coro<void> pay_in(int& balance) { co_await asyncio::sleep(1s); balance = 1; }
  asyncio::Coro<void> withdraw(int& balance) {
    co_await asyncio::sleep(1s);
    if (balance == 0) throw std::runtime_error("insufficient funds");
    std::println("paid out");
  }
  asyncio::Coro<void> day() {
    int balance = 0;
    co_await asyncio::gather(pay_in(balance), withdraw(balance));
  }
  int main() { asyncio::run(day()); }`;

const under = (text: string): Pick<ProgramOptions, 'scheduler'> => {
  const schedule = parseSchedule(text);
  assert.ok(schedule, text);
  return { scheduler: new Scheduler(schedule) };
};

async function explore(source: string, runs = 300, ms = 60_000): Promise<Exploration> {
  return exploreProgram({ module: await build(source), runs, ms, seed: 1, onProgress: () => {} });
}

test('a schedule gives what it gives natively', async () => {
  const module = await build(`${letters} int main() { asyncio::run(letters()); asyncio::run(letters()); }`);
  const outcomes: string[] = [];
  for (const schedule of ['fifo', 'seed=1', 'seed=2', 'seed=3', 'seed=4', '2.0:1,13.2:1']) {
    let stdout = '';
    const { clockMs } = await runProgram({ module, ...under(schedule), onOutput: (_stream, text) => (stdout += text) });
    assert.ok(clockMs >= 7_200_000);
    outcomes.push(stdout.replaceAll('\n', ' ').trim());
  }
  assert.deepEqual(outcomes, ['abcd abcd', 'bcda adbc', 'bdca cbda', 'cdba abdc', 'dbac bcda', 'bacd abdc']);
});

test('all orders of a small program are tried, and each outcome can be had again', async () => {
  const found = await explore(`${letters} int main() { asyncio::run(letters()); }`);
  assert.equal(found.groups.length, 24);
  const module = await build(`${letters} int main() { asyncio::run(letters()); }`);
  for (const { schedule, head } of found.groups) {
    for (const jspi of 'Suspending' in WebAssembly ? [true, false] : [false]) {
      let stdout = '';
      await runProgram({ module, jspi, ...under(schedule), onOutput: (_stream, text) => (stdout += text) });
      assert.equal(stdout, head, schedule);
    }
  }
});

test('a race is found by one deviation, and told by the names of the tasks', async () => {
  const { groups, complete } = await explore(bank);
  assert.ok(complete);
  assert.equal(groups.length, 2);
  const [right, wrong] = groups;
  assert.deepEqual([right?.schedule, right?.head, right?.failure], ['fifo', 'paid out\n', undefined]);
  assert.equal(wrong?.failure?.message, 'insufficient funds');
  assert.equal(wrong.deviations, 1);
  const [told] = wrong.told;
  assert.match(told?.first ?? '', /^Task-\d+ \(withdraw\)$/);
  assert.match(told?.second ?? '', /^Task-\d+ \(pay_in\)$/);
});

test('a right program has one outcome, and one of one task one order', async () => {
  const locked = bank.replace(
    'int& balance) { co_await asyncio::sleep(1s); balance = 1; }',
    'int& balance) { balance = 1; co_return; }',
  );
  assert.equal((await explore(locked)).groups.length, 1);
  const single = await explore('int main() { asyncio::run(asyncio::sleep(1h)); }');
  assert.deepEqual([single.runs, single.complete], [1, true]);
});

test('timers that are due at the same time have no order; callbacks have', async () => {
  const program = (call: string): string => `
    asyncio::Coro<void> two() {
      auto& loop = asyncio::get_running_loop();
      for (const char* name : {"a", "b"}) loop.${call}[name] { std::print("{}", name); });
      co_await asyncio::sleep(2s);
    }
    int main() { asyncio::run(two()); }`;
  assert.deepEqual((await explore(program('call_later(1s, '))).groups.map(({ head }) => head).sort(), ['ab', 'ba']);
  assert.deepEqual(
    (await explore(program('call_soon('))).groups.map(({ head }) => head),
    ['ab'],
  );
});

test('a run under a schedule has no chance of its own, no time of its own, and no network', async () => {
  const source = `
    #include <random>
    int main() {
      const auto begin = std::chrono::steady_clock::now();
      while (std::chrono::steady_clock::now() - begin < 10ms) {}
      std::println("{} {}", std::random_device()(), std::chrono::system_clock::now().time_since_epoch().count());
    }`;
  const first = await run(source, under('fifo'));
  assert.equal(first.failure, undefined);
  assert.equal((await run(source, under('fifo'))).stdout, first.stdout);
  assert.equal(first.clock, 'virtual');
});

test('a run that does not end is ended, and the others go on', async () => {
  const { groups, runs } = await explore(
    `asyncio::Coro<void> forever() { for (;;) co_await asyncio::sleep(1s); }
     int main() { asyncio::run(forever()); }`,
    5,
    3_000,
  );
  assert.equal(groups[0]?.failure?.kind, 'unfinished');
  assert.ok(runs >= 1);
});

test('what is told of a flood of output is little, and still tells runs apart', async () => {
  const { groups } = await explore(
    bank.replace('std::println("paid out")', 'for (int i = 0; i < 20000; ++i) std::println("{}", i)'),
  );
  assert.equal(groups.length, 2);
  for (const { head, tail } of groups) assert.ok(head.length + tail.length <= 4_000);
  assert.match(groups[0]?.tail ?? '', /19999\n$/);
});
