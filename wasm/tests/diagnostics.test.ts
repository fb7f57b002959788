import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDiagnostics, readableText } from '../compiler/diagnostics.ts';

const parse = (stderr: string, source: string) => parseDiagnostics(stderr, 'main.cpp', source);

test('columns count UTF-16 units, whatever stands before them', () => {
  // Four bytes and two units for the emoji, two bytes and one unit for the umlaut.
  const source = 'int main() { auto s = "😀ä"; x; }';
  const column = Buffer.from(source).indexOf('x;') + 1;
  const [error] = parse(`main.cpp:1:${column}: error: use of undeclared identifier 'x'\n`, source);
  assert.equal(error?.column, source.indexOf('x;') + 1);
  assert.equal(error?.endColumn, source.indexOf('x;') + 2);
});

test('a range that begins at the message gives its end', () => {
  const [error] = parse('main.cpp:2:3:{2:3-2:9}{1:1-1:2}: error: no\n', '\n  abcdefgh;\n');
  assert.deepEqual([error?.line, error?.column, error?.endLine, error?.endColumn], [2, 3, 2, 9]);
});

test('without a range the word at the message is marked, in any script', () => {
  const [error] = parse('main.cpp:1:5: error: no\n', 'int größe;');
  assert.deepEqual([error?.column, error?.endColumn], [5, 10]);
});

test('notes belong to the message before them, and flags lose their brackets', () => {
  const text = [
    "main.cpp:3:7: warning: unused variable 'x' [-Wunused-variable]",
    '/usr/include/c++/v1/vector:10:2: note: declared here',
    'main.cpp:4:1: fatal error: stop',
  ].join('\n');
  const [warning, fatal] = parse(text, '\n\nint f(int x)\n}');
  assert.equal(warning?.severity, 'warning');
  assert.equal(warning?.option, 'Wunused-variable');
  assert.equal(warning?.message, "unused variable 'x'");
  assert.equal(warning?.notes[0]?.file, '/usr/include/c++/v1/vector');
  assert.equal(fatal?.severity, 'error');
});

test('a person does not see the ranges', () => {
  assert.equal(
    readableText('main.cpp:1:2:{1:2-1:3}{1:5-1:6}: error: no {1}\n  x\n'),
    'main.cpp:1:2: error: no {1}\n  x\n',
  );
});
