/** Source that does not compile, however odd it is, ends in a clear message, and the next one compiles. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { compile } from './support.ts';

afterEach(async () => {
  const { ok, diagnostics } = await compile('int main() {}');
  assert.deepEqual([ok, diagnostics], [true, []]);
});

test('an error stands at its line and column, after an emoji too', async () => {
  const line = '  auto s = "😀😀"; undeclared(s);';
  const { ok, diagnostics, text } = await compile(`int main() {\n${line}\n}\n`);
  assert.equal(ok, false);
  const [error] = diagnostics;
  assert.deepEqual([error?.severity, error?.file, error?.line], ['error', 'main.cpp', 2]);
  assert.equal(error?.column, line.indexOf('undeclared') + 1);
  assert.equal(error?.endColumn, line.indexOf('(s)') + 1);
  assert.match(error?.message ?? '', /use of undeclared identifier 'undeclared'/);
  assert.match(text, /main\.cpp:2:\d+: error: use of undeclared identifier 'undeclared'/);
});

test('a warning has its flag and stops nothing', async () => {
  const { ok, module, diagnostics } = await compile('int main() { int unused = 1; }');
  assert.deepEqual([ok, module !== undefined], [true, true]);
  assert.deepEqual(
    diagnostics.map(({ severity, option }) => [severity, option]),
    [['warning', 'Wunused-variable']],
  );
});

test('a coroutine that is not awaited is warned about', async () => {
  const { diagnostics } = await compile(
    '#include <asyncio/asyncio.hpp>\nasyncio::Coro<void> f() { co_return; }\nint main() { f(); }',
  );
  assert.match(diagnostics[0]?.message ?? '', /a coroutine does nothing until it is awaited/);
});

test('nothing at all needs a main', async () => {
  for (const source of ['', '\n\n', '// nothing', '\u{feff}']) {
    const { ok, diagnostics, text } = await compile(source);
    assert.equal(ok, false);
    assert.deepEqual(
      diagnostics.map(({ message }) => message),
      ['Your program needs an int main().'],
    );
    assert.match(text, /Your program needs an int main\(\)/);
  }
});

test('a function that is used and has no body is named', async () => {
  const { diagnostics } = await compile('int missing(int);\nint main() { return missing(1); }');
  assert.match(diagnostics[0]?.message ?? '', /'missing\(int\)' is declared and used, but defined nowhere/);
  assert.deepEqual([diagnostics[0]?.line, diagnostics[0]?.column], [1, 5]);
});

test('NUL bytes are told and survived', async () => {
  const inside = await compile('int main() { return 0;\0 }');
  assert.equal(inside.ok, true);
  assert.match(inside.diagnostics[0]?.message ?? '', /null character/);
  const only = await compile('\0\0\0');
  assert.equal(only.ok, false);
});

test('any Unicode is taken', async () => {
  const { ok } = await compile(
    '#include <print>\nint main() { int größe = 1; std::println("{} \u{1F600} \\u00e9 日本語 \u202e", größe); }',
  );
  assert.equal(ok, true);
  const lone = await compile('int main() { auto s = "\ud800"; undeclared; }');
  assert.equal(
    lone.diagnostics.find(({ severity }) => severity === 'error')?.column,
    'int main() { auto s = "?"; '.length + 1,
  );
});

test('a megabyte is compiled', async () => {
  const { ok } = await compile(`${'// a line of a long comment\n'.repeat(40_000)}int main() {}`);
  assert.equal(ok, true);
});

test('what is longer than any program is refused', async () => {
  const { ok, diagnostics } = await compile(' '.repeat(5 << 20));
  assert.equal(ok, false);
  assert.match(diagnostics[0]?.message ?? '', /too long/);
});

test('source that is nested too deeply ends in a message', async () => {
  const brackets = await compile(`int main() { return ${'('.repeat(100_000)}1${')'.repeat(100_000)}; }`);
  assert.equal(brackets.ok, false);
  assert.ok(brackets.diagnostics.length > 0);
  const types = await compile(
    'template <int N> struct S { using T = typename S<N - 1>::T; };\ntemplate <> struct S<-1> {};\nint main() { S<100000>::T x; }',
  );
  assert.equal(types.ok, false);
  assert.ok(types.diagnostics.length > 0);
  const operators = await compile(`int main() { int x = 0; return ${'x + '.repeat(30_000)}x; }`);
  assert.ok(operators.ok || operators.diagnostics.length > 0);
});

test('a crash of the compiler is told as such', async () => {
  // Clang's own test of its crash handling.
  const { ok, diagnostics } = await compile('#pragma clang __debug llvm_fatal_error\nint main() {}');
  assert.equal(ok, false);
  assert.match(diagnostics[0]?.message ?? '', /The compiler itself failed/);
  const trap = await compile('#pragma clang __debug crash\nint main() {}');
  assert.equal(trap.ok, false);
  assert.match(trap.diagnostics[0]?.message ?? '', /The compiler itself failed/);
});

test('a missing header is an error at its include', async () => {
  const { diagnostics } = await compile('#include <no/such/header.hpp>\nint main() {}');
  assert.match(diagnostics[0]?.message ?? '', /file not found/);
  assert.equal(diagnostics[0]?.line, 1);
});
