/** The clocks that a run may have: whose time passes, and that all who tell of it agree. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProgram } from '../run/host.ts';
import { slowdown } from '../api/clocks.ts';
import type { Clock, RunResult, TraceEvent } from '../api/types.ts';
import { build } from './support.ts';

interface Told {
  result: RunResult;
  events: TraceEvent[];
  output: { text: string; time: number }[];
}

async function tell(module: Uint8Array, clock: Clock): Promise<Told> {
  const events: TraceEvent[] = [];
  const output: Told['output'] = [];
  const result = await runProgram({
    module,
    clock,
    onOutput: (_stream, text, time) => output.push({ text, time }),
    onTrace: (batch) => events.push(...batch),
  });
  assert.equal(result.failure, undefined);
  return { result, events, output };
}

const two = `
  asyncio::Coro<void> waits(std::string name, std::chrono::milliseconds time) {
    co_await asyncio::sleep(time);
    std::println("{}", name);
  }
  asyncio::Coro<void> both() { co_await asyncio::gather(waits("late", 1h), waits("early", 10s)); }`;

test('with virtual time all that is told is the same in each run, times included', async () => {
  const module = await build(`${two} int main() { asyncio::run(both()); }`);
  const first = await tell(module, 'virtual');
  assert.deepEqual(first.output, [
    { text: 'early\n', time: 10_000 },
    { text: 'late\n', time: 3_600_000 },
  ]);
  assert.equal(first.result.clockMs, 3_600_000);
  const second = await tell(module, 'virtual');
  assert.deepEqual(second.events, first.events);
  assert.deepEqual(second.output, first.output);
});

test('virtual time goes on from one loop to the next', async () => {
  const { output, events, result } = await tell(
    await build(`${two} int main() { for (int i = 0; i < 2; ++i) asyncio::run(waits("a second", 1s)); }`),
    'virtual',
  );
  assert.deepEqual(
    output.map(({ time }) => time),
    [1_000, 2_000],
  );
  assert.deepEqual(
    events.map(({ time }) => time),
    events.map(({ time }) => time).sort((a, b) => a - b),
  );
  assert.equal(result.clockMs, 2_000);
});

test('a deadlock is told with virtual time as with any', async () => {
  const { failure } = await runProgram({
    module: await build(`
      asyncio::Coro<void> stuck() {
        co_await asyncio::sleep(1h);
        co_await asyncio::get_running_loop().create_future<int>();
      }
      int main() { asyncio::run(stuck()); }`),
    clock: 'virtual',
    onOutput: () => {},
  });
  assert.equal(failure?.kind, 'deadlock');
});

test('in slow motion the loop, the system, the trace and the output have the same slow time', async () => {
  const module = await build(`
    asyncio::Coro<void> timed() {
      using Clock = std::chrono::steady_clock;
      auto& loop = asyncio::get_running_loop();
      const auto [before, system] = std::pair(loop.time(), Clock::now());
      co_await asyncio::sleep(20ms);
      std::println("{} {}", loop.time() - before >= 20ms, Clock::now() - system >= 20ms);
    }
    int main() { asyncio::run(timed()); }`);
  const { result, events, output } = await tell(module, 'slow');
  assert.equal(output.map(({ text }) => text).join(''), 'true true\n');
  const timeOf = (kind: TraceEvent['kind']): number => events.find((event) => event.kind === kind)?.time ?? NaN;
  assert.ok(timeOf('woken') - timeOf('suspended') >= 20);
  assert.ok((output[0]?.time ?? 0) >= timeOf('woken'));
  assert.ok(result.wallMs >= 20 * slowdown);
  assert.equal(result.clockMs, result.wallMs / slowdown);
});

test('the real clock has one figure for both', async () => {
  const { result } = await tell(await build(`${two} int main() { asyncio::run(waits("soon", 5ms)); }`), 'real');
  assert.ok(result.clockMs >= 5 && result.clockMs === result.wallMs);
});
