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
asyncio::Coro<int> attempt(int n) {
  co_await asyncio::sleep(1ms);
  if (n < 3) throw std::runtime_error("no");
  co_return n;
}
asyncio::Coro<void> async_main() {
  for (int n = 0; n < 5; ++n) {
    try {
      std::println("{}", co_await attempt(n));
      continue;
    } catch (const std::runtime_error& error) {
      std::println("{}", error.what());
    }
    co_await asyncio::sleep(1ms);
  }
}
int main() { asyncio::run(async_main()); }
`;
  const result = await (await compiler()).compile(source, 2);
  assert.equal(await output(result), 'no\nno\nno\n3\n4\n');
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
