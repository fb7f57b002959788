import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProgram } from '../run/host.ts';
import { compiler } from './support.ts';
import type { CompileResult } from '../api/types.ts';

const headers = '#include <asyncio/asyncio.hpp>\n#include <print>\nusing namespace std::chrono_literals;\n';

async function output({ module, text }: CompileResult): Promise<string> {
  assert.ok(module, text);
  let printed = '';
  const { failure } = await runProgram({ module, clock: 'virtual', onOutput: (_, more) => (printed += more) });
  return printed + (failure?.message ?? '');
}

test('an optimised program does the same in less code', async () => {
  const source = `${headers}
asyncio::Coro<int> collatz(unsigned n) {
  int steps = 0;
  for (; n != 1; ++steps) n = n % 2 ? 3 * n + 1 : n / 2;
  co_await asyncio::sleep(1ms);
  co_return steps;
}
asyncio::Coro<void> async_main() {
  std::println("{} {}", co_await collatz(27), co_await collatz(97));
}
int main() { asyncio::run(async_main()); }
`;
  const [plain, fast] = [await (await compiler()).compile(source), await (await compiler()).compile(source, 2)];
  assert.deepEqual([plain.optimisation, fast.optimisation], [0, 2]);
  assert.equal(await output(fast), '111 118\n');
  assert.equal(await output(plain), '111 118\n');
  assert.ok((fast.module?.length ?? 0) < (plain.module?.length ?? 0));
});

test('where Clang cannot optimise a program, it is compiled as it is, and says so', async () => {
  const source = `${headers}
asyncio::Coro<void> work() {
  std::exception_ptr pending;
  for (int i = 0; i < 3; ++i) {
    try {
      co_await asyncio::sleep(10ms);
      std::println("{}", i);
    } catch (const asyncio::CancelledError&) {
      std::println("cancelled at {}", i);
      pending = std::current_exception();
    }
  }
  if (pending) std::rethrow_exception(pending);
}
asyncio::Coro<void> async_main() {
  auto task = asyncio::create_task(work());
  co_await asyncio::sleep(15ms);
  task.cancel();
  co_await asyncio::wait(std::vector{task});
  std::println("{}", task.cancelled());
}
int main() { asyncio::run(async_main()); }
`;
  const result = await (await compiler()).compile(source, 2);
  assert.equal(await output(result), '0\ncancelled at 1\n2\ntrue\n');
  assert.equal(result.optimisation, 0);
});

test('errors are told once, whatever the optimisation', async () => {
  const { ok, diagnostics } = await (await compiler()).compile('int main() { return oops; }\n', 2);
  assert.equal(ok, false);
  assert.deepEqual(
    diagnostics.map(({ line, message }) => ({ line, message })),
    [{ line: 1, message: "use of undeclared identifier 'oops'" }],
  );
});

test('mistakes are found in optimised programs, too', async () => {
  const source = `#include <vector>\nint main(int argc, char**) {\n  std::vector<int> v{1, 2};\n  return v[argc + 4];\n}\n`;
  const result = await (await compiler()).compile(source, 2);
  assert.equal(result.optimisation, 2);
  assert.equal(await output(result), 'vector[] index out of bounds at main.cpp:4');
});
