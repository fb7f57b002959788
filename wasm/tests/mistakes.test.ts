/** A program that does what no program may is ended there, and told what it did and in which line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProgramModule } from '../run/program-module.ts';
import { runProgram } from '../run/host.ts';
import { build, compile, run } from './support.ts';

/** Each is the body of a function of its own, with `null`, `zero` and `three` that the compiler cannot see through. */
const mistakes: readonly (readonly [code: string, message: RegExp])[] = [
  ['std::vector<int> v{1, 2, 3}; print(v[three]);', /vector\[\] index out of bounds/],
  ['const std::vector<std::string> v; print(v.front().size());', /front\(\) called on an empty vector/],
  ['std::vector<int> v; v.pop_back();', /pop_back called on an empty vector/],
  ['std::array<int, 3> a{}; print(a[three]);', /out-of-bounds access in std::array/],
  ['std::string s = "abc"; print(s[three + 1]);', /string index out of bounds/],
  ['std::string_view s = "abc"; print(s[three]);', /string_view\[\] index out of bounds/],
  ['std::span<int> s; print(s[zero]);', /span<T>::operator\[\]\(index\): index out of range/],
  ['std::optional<int> o; print(*o);', /optional operator\* called on a disengaged value/],
  ['std::optional<std::string> o; print(o->size());', /optional operator-> called on a disengaged value/],
  ['std::expected<int, int> e = std::unexpected(1); print(*e);', /expected::operator\* requires/],
  ['std::list<int> l; print(l.back());', /list::back called on empty list/],
  ['print(*null);', /null pointer: a read of 'int'/],
  ['*null = 1;', /null pointer: a write to 'int'/],
  ['print(*static_cast<volatile int*>(null));', /null pointer: an access to a volatile object/],
  ['*static_cast<volatile int*>(null) = 1;', /null pointer: an access to a volatile object/],
  ['int& r = *null; print(r);', /null pointer: a reference to 'int'/],
  ['print(reinterpret_cast<Node*>(null)->value);', /null pointer: an access to a member of 'Node'/],
  ['print(reinterpret_cast<Node*>(null)->get());', /null pointer: a member call on 'Node'/],
  ['std::unique_ptr<Node> p; print(p->value);', /null pointer: an access to a member of 'Node'/],
  ['int a[3] = {}; print(a[three]);', /index 3 is out of bounds of the array 'int\[3\]'/],
  ['int a[2][3] = {}; print(a[1][-1 + zero]);', /index -1 is out of bounds of the array 'int\[3\]'/],
  ['print(1 / zero);', /integer division by zero/],
  ['print(1 % zero);', /integer division by zero/],
  ['long long big = 7; print(big / zero);', /integer division by zero/],
  ['print(1 << (40 + zero));', /shift of 1 by 40 is out of the range of 'int'/],
  ['print(no_return(three));', /the end of a function that returns a value, without a return/],
  ['__builtin_unreachable();', /never reached/],
];

const head = `
#include <array>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <expected>
#include <list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>
struct Node { int padding; int value; int get() { return value; } };
int zero = 0, three = 3;
int* null = nullptr;
void print(long long value) { std::printf("%lld\\n", value); }
int no_return(int n) { if (n < 3) return n; }
`;
const functions = mistakes.map(([code], number) => `void mistake${number}() { ${code} }`);
const source = `${head}${functions.join('\n')}
void (*all[])() = {${mistakes.map((_, number) => `mistake${number}`).join(', ')}};
int main(int, char** arguments) { std::puts("begin"); all[std::atoi(arguments[1])](); }`;

test('mistakes are found where they are made', async () => {
  const { module, text } = await compile(source);
  assert.ok(module, text);
  const compiled = await ProgramModule.compile(module);
  for (const [number, [code, message]] of mistakes.entries()) {
    let stdout = '';
    const result = await runProgram({
      module: compiled,
      args: [String(number)],
      onOutput: (_stream, output) => (stdout += output),
    });
    const line = code.includes('no_return') ? /void print.*\n/ : new RegExp(`void mistake${number}\\(`);
    const expected = source.slice(0, source.search(line)).split('\n').length + Number(code.includes('no_return'));
    assert.equal(stdout, 'begin\n', code);
    assert.equal(result.failure?.kind, 'trap', code);
    assert.match(result.failure.message, message, code);
    assert.match(result.failure.message, new RegExp(` at main\\.cpp:${expected}(?::\\d+)?$`), code);
  }
});

test('the line is the program’s own, below the library and across an await', async () => {
  const { failure } = await run(`
#include <algorithm>
asyncio::Coro<void> inner(std::vector<int> v) {
  co_await asyncio::sleep(1ms);
  std::ranges::for_each(v, [&](int i) {
    std::print("{}",
               v[i]);
  });
}
int main() { asyncio::run(inner({0, 9})); }`);
  assert.match(failure?.message ?? '', /vector\[\] index out of bounds at main\.cpp:12$/);
});

test('traps, abort and endless recursion have their line', async () => {
  const wild = await run('int main() {\n  int* p = reinterpret_cast<int*>(0xfffffff0);\n  return *p;\n}');
  assert.match(wild.failure?.message ?? '', /memory access out of bounds.* at main\.cpp:8$/);
  const aborted = await run('#include <cstdlib>\nvoid f() {\n  std::abort();\n}\nint main() { f(); }');
  assert.match(aborted.failure?.message ?? '', /abort\(\).* at main\.cpp:8$/);
  const recursion = await run('int f(int n) {\n  return n ? f(n + 1) + 1 : 0;\n}\nint main() { return f(1) + 1; }');
  assert.match(recursion.failure?.message ?? '', /stack overflow.* at main\.cpp:6$/);
});

test('a coroutine that the compiler’s bug makes take another way has checks and lines, too', async () => {
  const { failure } = await run(`
asyncio::Coro<void> retries() {
  std::vector<int> v{1};
  for (size_t i = 0;; ++i) {
    try { co_await asyncio::sleep(1ms); v[i] += 1; } catch (const std::exception&) {}
  }
}
int main() { asyncio::run(retries()); }`);
  assert.match(failure?.message ?? '', /vector\[\] index out of bounds at main\.cpp:10$/);
});

test('what is no mistake is left alone', async () => {
  const { stdout, failure } = await run(`
    #include <cstdint>
    int main() {
      std::vector<int> v{1, 2, 3};
      std::uint32_t hash = 2166136261u;
      for (int i : v) hash = (hash ^ static_cast<std::uint32_t>(i)) * 16777619u;
      volatile int local = 5;
      volatile int* pointer = &local;
      *pointer = *pointer + 1;
      int* end = v.data() + v.size();
      std::println("{} {} {} {}", hash, int(*pointer), static_cast<signed char>(200), end - v.data());
      try { v.at(3); } catch (const std::out_of_range&) { std::println("at"); }
      delete static_cast<int*>(nullptr);
    }`);
  assert.equal(failure, undefined);
  assert.equal(stdout, '1456420779 6 -56 3\nat\n');
});

test('a line that is not known is left out', async () => {
  const bytes = await build('int main() { std::vector<int> v; return v[0]; }');
  const { failure } = await runProgram({ module: withoutLines(bytes), onOutput: () => {} });
  assert.equal(failure?.message, 'vector[] index out of bounds');
});

/** Renames the section that holds the lines. */
function withoutLines(module: Uint8Array): Uint8Array {
  const changed = module.slice();
  const at = Buffer.from(changed.buffer).indexOf('asyncio.lines');
  assert.ok(at > 0);
  changed[at] = 'x'.charCodeAt(0);
  return changed;
}
