import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkerDiagnostics } from '../compiler/linker-errors.ts';

test('a program without main is told what it needs', () => {
  const [error] = linkerDiagnostics(
    'wasm-ld: error: libstandalonewasm.a(__main_void.o): undefined symbol: __main_argc_argv\n',
    'int f();',
  );
  assert.equal(error?.message, 'Your program needs an int main().');
  assert.equal(error?.line, 1);
});

test('a function without a body is pointed at where the program names it', () => {
  const source = 'int xf();\nint f(int);\nint main() { return f(1); }';
  const stderr = 'wasm-ld: error: main.o: undefined symbol: f(int)\nwasm-ld: error: main.o: undefined symbol: f(int)\n';
  const errors = linkerDiagnostics(stderr, source);
  assert.equal(errors.length, 1);
  assert.deepEqual([errors[0]?.line, errors[0]?.column, errors[0]?.endColumn], [2, 5, 6]);
  assert.match(errors[0]?.message ?? '', /'f\(int\)' is declared and used, but defined nowhere/);
});

test('what the library defines already is said to be there twice', () => {
  const [error] = linkerDiagnostics(
    'wasm-ld: error: duplicate symbol: asyncio_main\n>>> defined in main.o\n',
    'extern "C" int asyncio_main() { return 1; }',
  );
  assert.match(error?.message ?? '', /'asyncio_main' is defined twice/);
});
