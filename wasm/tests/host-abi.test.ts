/** What a module may import and export is checked before any of it runs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import binaryen from 'binaryen';
import { checkInterface, importable, RefusedModule } from '../run/host-abi.ts';
import { runProgram } from '../run/host.ts';
import { ProgramModule } from '../run/program-module.ts';

const exports = `
  (memory (export "memory") 1 16384)
  (global $sp (export "__stack_pointer") (mut i32) (i32.const 65536))
  (func (export "_initialize"))
  (func (export "asyncio_configure") (param i32 i32))
  (func (export "asyncio_main") (result i32) (i32.const 0))
  (func (export "asyncio_tick") (param f64) (result f64) (f64.const -1))
  (func (export "asyncio_time") (result f64) (f64.const 0))
  (func (export "asyncio_trap") unreachable)`;

/** A module of these parts; the imports come first, as they must. */
function module(imports: string, rest = exports): Uint8Array {
  const parsed = binaryen.parseText(`(module ${imports} ${rest})`);
  parsed.setFeatures(binaryen.Features.All);
  const bytes = parsed.emitBinary();
  parsed.dispose();
  return bytes;
}

test('a module with the documented imports and exports is let in', async () => {
  const bytes = module(`
    (import "asyncio_host" "now" (func (result f64)))
    (import "asyncio_host" "report" (func (param i32 i32 i32 i32 i32)))
    (import "wasi_snapshot_preview1" "fd_seek" (func (param i32 i64 i32 i32) (result i32)))`);
  assert.ok((await ProgramModule.compile(bytes)).module instanceof WebAssembly.Module);
});

const foreign: readonly (readonly [string, RegExp])[] = [
  // What every object inherits.
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf'].map(
    (name) => [`(import "${name}" "name" (func))`, new RegExp(`imports "name" from "${name}"`)] as const,
  ),
  ...['constructor', '__proto__', 'toString', '__lookupGetter__'].map(
    (name) =>
      [`(import "asyncio_host" "${name}" (func))`, new RegExp(`imports "${name}" from "asyncio_host"`)] as const,
  ),
  ['(import "env" "f" (func))', /imports "f" from "env"/],
  ['(import "wasm:js-string" "length" (func (param externref) (result i32)))', /from "wasm:js-string"/],
  ['(import "" "" (func))', /imports "" from ""/],
  // A name that is offered, as something else.
  ['(import "asyncio_host" "now" (global externref))', /imports "now" from "asyncio_host" as a global: externref/],
  ['(import "asyncio_host" "now" (func (result externref)))', /as a function: \(\) -> externref; .* -> f64/],
  ['(import "asyncio_host" "report" (func (result i32)))', /imports "report"/],
  ['(import "asyncio_host" "trace" (func (param externref i32)))', /as a function: externref i32/],
  ['(import "asyncio_host" "trace" (memory 1 1))', /as a memory/],
  ['(import "asyncio_host" "trace" (table 1 funcref))', /as a table/],
  ['(import "asyncio_host" "trace" (tag (param i32)))', /as a tag/],
  ['(import "asyncio_host" "now" (func (result f32)))', /-> f32/],
  [`(import "${'x'.repeat(10_000)}" "f" (func))`, /from "x{60}…"/],
];

for (const [imports, message] of foreign) {
  test(`refused: ${imports.slice(0, 80)}`, async () => {
    await assert.rejects(ProgramModule.compile(module(imports)), (error) => {
      assert.ok(error instanceof RefusedModule);
      assert.match(error.message, message);
      return true;
    });
  });
}

const shadowing: readonly (readonly [string, string, RegExp])[] = [
  ['(func (export "then"))', exports, /exports "then"/],
  ['(func (export "toString") (result i32) (i32.const 1))', exports, /exports "toString"/],
  ['(func (export "__proto__"))', exports, /exports "__proto__"/],
  ['', exports.replace('(param f64) (result f64) (f64.const -1)', ''), /exports no "asyncio_tick"/],
  [
    '',
    exports.replace('(memory (export "memory") 1 16384)', '(memory 1 16384) (func (export "memory"))'),
    /no "memory"/,
  ],
  ['', exports.replace('(mut i32) (i32.const 65536)', 'f64 (f64.const 0)'), /no "__stack_pointer"/],
  ['', exports.replace('1 16384', '1 65536'), /past a gibibyte/],
  ['', exports.replace('1 16384', '1'), /past a gibibyte/],
  ['(func $s) (start $s)', exports, /start function/],
];

for (const [more, rest, message] of shadowing) {
  test(`refused: ${message.source}`, () => {
    assert.throws(() => checkInterface(module('', `${more} ${rest}`)), message);
  });
}

test('what is cut, padded or damaged anywhere is refused, or is the same module', async () => {
  const bytes = module('(import "asyncio_host" "now" (func (result f64)))');
  for (let length = 0; length < bytes.length; length++) {
    await assert.rejects(ProgramModule.compile(bytes.slice(0, length)));
  }
  for (let at = 0; at < bytes.length; at++) {
    for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
      const damaged = bytes.slice();
      damaged[at] = value;
      const checked = await ProgramModule.compile(damaged).catch(() => undefined);
      for (const { module, name } of checked ? WebAssembly.Module.imports(checked.module) : []) {
        assert.ok(importable.get(module)?.has(name), `${module}.${name} at ${at}`);
      }
    }
  }
});

test('how a refused module ends is told as of any program', async () => {
  const { exitCode, failure } = await runProgram({
    module: module('(import "constructor" "values" (func (param externref) (result externref)))'),
    onOutput: () => assert.fail(),
  });
  assert.equal(exitCode, 126);
  assert.equal(failure?.kind, 'refused');
  assert.match(failure.message, /^The program was refused before it ran: it imports "values" from "constructor"/);
});

test('the document lists the same imports', () => {
  const text = readFileSync(new URL('../../docs/host-abi.md', import.meta.url), 'utf8');
  for (const [module, names] of importable) {
    const section = text.slice(text.indexOf(`\`${module}\``));
    for (const name of names.keys()) assert.ok(section.includes(name), `${module}: ${name}`);
  }
});
