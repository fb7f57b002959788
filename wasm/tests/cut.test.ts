import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastCut } from '../compiler/cut.ts';

/** The places of `|` in a text, which are all that may be cut; each the beginning of a line. */
function check(marked: string): void {
  const source = marked.replaceAll('|', '');
  const expected: number[] = [];
  for (let at = marked.indexOf('|'); at >= 0; at = marked.indexOf('|', at + 1)) expected.push(at - expected.length);
  const found = new Set<number>();
  for (let limit = 0; limit <= source.length; limit++) found.add(lastCut(source, limit));
  found.delete(0);
  assert.deepEqual([...found], expected, marked);
}

test('functions, variables and types can be cut apart', () => {
  check('#include <print>\nint a;\n|void f() {\n  int b;\n}\n|struct S {\n  int c;\n};\n|int main() {}\n');
});

test('what goes on after a brace is not cut', () => {
  check('struct {\n  int a;\n}\nx;\n|void f() try {\n}\ncatch (...) {\n}\n|int v{3},\nw{};\n|int z;\n');
  check('S::S() : a{1}, b{2}\n{\n}\n|enum E { a }\ne;\n|auto f = [](int) {\n}\n;\n|int z;\n');
});

test('blocks of namespaces and of other languages are cut behind their end', () => {
  check('namespace n {\nint a;\n}\n|inline namespace {\nint b;\n}\n|extern "C" {\nint c;\n}\n|int z;\n');
});

test('brackets and semicolons in strings, characters and comments are none', () => {
  check(
    'auto a = "}\\";{";\n|char b = \'{\';\n|auto c = R"x(;\n}\n)" )x";\n|// }{\n/* ;\n*/ int d = 1\'000;\n|int z;\n',
  );
});

test('no cut between the lines of a condition, nor in a line, nor in a comment', () => {
  check('#if 1\nint a;\n#else\nint a;\n#endif\nint b; int c;\n|int d; /*\n*/ int e; // f\n|int z;\n');
});

test('no cut behind what a precompiled header does not keep', () => {
  check('int a;\n|#pragma pack(push, 1)\nint b;\nint c;\n');
  check('int a;\n|#define B \\\n  int b;\nint c;\n|#line 5\nint d;\nint e;\n');
  check('int a;\n|int b = __COUNTER__;\nint c;\nint d;\n');
});

test('a text that ends anywhere, or is none of C++, is no trouble', () => {
  const source = 'int a;\nvoid f() { if (x) { g("}") } /* ';
  for (let end = 0; end < source.length; end++) assert.ok(lastCut(source.slice(0, end), end) <= end);
  assert.equal(lastCut('}}}}\n;\n"\n;\n', 100), 0);
  assert.equal(lastCut(`int a;\n${'{'.repeat(100_000)}`, 200_000), 7);
});
