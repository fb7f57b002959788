/** What a program asks of the host, counted call by call, under a clock that the test moves. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { ProgramOptions } from '../api/types.ts';
import { run } from './support.ts';

interface Counted {
  /** Calls by name, `asyncio_tick` among them. */
  calls: Record<string, number>;
  /** What the ticks answered. */
  answers: number[];
}

type Calls = Record<string, (...args: unknown[]) => unknown>;

/**
 * Runs a program and counts its calls of the host and the host's ticks.
 * @param msPerLook how far the clock goes on whenever it is looked at; and while the program waits, for as long as it waits
 */
async function count(
  context: TestContext,
  source: string,
  msPerLook: number,
  options: Partial<ProgramOptions> = {},
): Promise<Counted> {
  const calls: Record<string, number> = {};
  const answers: number[] = [];
  let time = 0;
  const counted = (from: Calls): Calls =>
    Object.fromEntries(
      Object.entries(from).map(([name, call]) => [
        name,
        (...args: unknown[]) => ((calls[name] = (calls[name] ?? 0) + 1), call(...args)),
      ]),
    );
  const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (
    module: WebAssembly.Module,
    imports: unknown,
  ) => Promise<WebAssembly.Instance>;
  const stand = async (module: WebAssembly.Module, imports: Record<string, Calls>): Promise<unknown> => {
    // Node itself has modules, too.
    if (!imports['asyncio_host']) return instantiate(module, imports);
    const { exports } = await instantiate(module, {
      asyncio_host: counted({ ...imports['asyncio_host'], now: () => (time += msPerLook) }),
      wasi_snapshot_preview1: counted(imports['wasi_snapshot_preview1'] ?? {}),
    });
    const tick = (budget: number): number => {
      calls['asyncio_tick'] = (calls['asyncio_tick'] ?? 0) + 1;
      const answer = (exports['asyncio_tick'] as (budget: number) => number)(budget);
      answers.push(answer);
      if (answer <= 0) return answer;
      time += answer;
      return 0;
    };
    return { exports: { ...exports, asyncio_tick: tick } };
  };
  const mocked = context.mock.method(WebAssembly, 'instantiate', stand);
  const { failure } = await run(source, options);
  mocked.mock.restore();
  assert.equal(failure, undefined);
  return { calls, answers };
}

const burst = `
  asyncio::Coro<void> child() { for (int i = 0; i < 5; ++i) co_await asyncio::sleep(0s); }
  asyncio::Coro<void> burst() {
    std::vector<asyncio::Task<void>> tasks;
    for (int i = 0; i < 1000; ++i) tasks.push_back(asyncio::create_task(child()));
    for (auto& task : tasks) co_await task;
  }
  int main() { asyncio::run(burst()); }`;

const yields = `
  asyncio::Coro<void> yields() { for (int i = 0; i < 10'000; ++i) co_await asyncio::sleep(0s); }
  int main() { asyncio::run(yields()); }`;

test('a burst of ready tasks runs in one tick', async (context) => {
  const { answers, calls } = await count(context, burst, 0);
  // One for each run of the loop: the program's, and those that end asynchronous generators and threads.
  assert.ok(
    answers.every((answer) => answer === -1),
    String(answers),
  );
  assert.equal(calls['asyncio_tick'], calls['run']);
});

test('a tick ends when its time is used up, and the rest goes on in the next', async (context) => {
  const { answers } = await count(context, yields, 1);
  assert.ok(answers.length > 20, `${answers.length} ticks`);
  assert.ok(
    answers.every((answer) => answer === 0 || answer === -1),
    String(answers),
  );
});

test('short iterations share a look at the clock', async (context) => {
  const { calls } = await count(context, yields, 0);
  assert.ok((calls['now'] ?? 0) < 10_000 / 50, `${calls['now']} looks`);
});

test('an hour of waiting takes one tick more and no other call', async (context) => {
  const sleeping = (time: string): string => `
    asyncio::Coro<void> idle() { co_await asyncio::sleep(${time}); }
    int main() { asyncio::run(idle()); }`;
  const { answers, calls } = await count(context, sleeping('1h'), 0);
  assert.equal(answers.filter((answer) => answer > 0).length, 1);
  assert.ok(Math.abs((answers.find((answer) => answer > 0) ?? 0) - 3_600_000) < 1);
  const { calls: without } = await count(context, sleeping('0s'), 0);
  assert.equal(calls['asyncio_tick'], (without['asyncio_tick'] ?? 0) + 1);
  assert.ok((calls['now'] ?? 0) - (without['now'] ?? 0) <= 8, JSON.stringify([calls, without]));
});

test('the trace leaves in batches', async (context) => {
  let events = 0;
  const { calls } = await count(context, burst, 0, { onTrace: (batch) => (events += batch.length) });
  assert.ok(events > 10_000, `${events} events`);
  const full = Math.ceil((events * 32) / 65_536);
  assert.ok((calls['trace'] ?? 0) <= full + (calls['asyncio_tick'] ?? 0) + 2, `${calls['trace']} batches`);
});

test('the memory grows in few steps', async () => {
  const { stdout } = await run(`
    int main() {
      std::vector<char*> blocks;
      int steps = 0;
      for (std::size_t pages = __builtin_wasm_memory_size(0); blocks.size() < 64 * 1024;) {
        blocks.push_back(new char[1024]);
        if (const auto now = __builtin_wasm_memory_size(0); now != pages) { ++steps; pages = now; }
      }
      std::println("{} {}", steps, __builtin_wasm_memory_size(0) / 16);
    }`);
  const [steps = 0, mebibytes = 0] = stdout.split(' ').map(Number);
  assert.ok(steps <= 20, `${steps} steps`);
  // And not without measure.
  assert.ok(mebibytes <= 64 * 1.25 + 8, `${mebibytes} MiB`);
});
