import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ByteReader, leb128, signedLeb128 } from '../module/leb128.ts';
import { readLines } from '../compiler/dwarf-lines.ts';
import { encodeLines, lineAt } from '../module/line-table.ts';
import { concatenate, customSection, takeApart } from '../module/sections.ts';
import { withVolatileChecks } from '../compiler/volatile-checks.ts';
import { withLine } from '../run/where.ts';

const u32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];
const text = (value: string) => [...new TextEncoder().encode(value), 0];
const address = (value: number) => [0, 5, 2, ...u32(value)];
const endSequence = [0, 1, 1];

/** A unit as Clang writes it: version 4, line base -5, line range 14, opcode base 13. */
function unit(files: readonly [name: string, directory: number][], program: number[]): number[] {
  const operands = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];
  const names = files.flatMap(([name, directory]) => [...text(name), directory, 0, 0]);
  const rest = [1, 1, 1, 256 - 5, 14, 13, ...operands, ...text('/usr/include'), 0, ...names, 0];
  const body = [4, 0, ...u32(rest.length), ...rest, ...program];
  return [...u32(body.length), ...body];
}
const special = (line: number, advance: number) => line + 5 + 14 * advance + 13;

test('only the lines of the wanted file are kept, in the order of the code', () => {
  const section = Uint8Array.from([
    ...unit(
      [
        ['vector', 1],
        ['main.cpp', 0],
      ],
      [
        ...[...address(100), 4, 2, 3, 9, 1],
        ...[special(1, 4), special(0, 2), 4, 1, special(0, 6), 4, 2, special(3, 1), 2, 20],
        ...endSequence,
        ...[...address(40), 4, 2, special(6, 0), 8, special(2, 0), 9, 7, 0, special(1, 0), 2, 3],
        ...endSequence,
        // A function that was left out.
        ...[...address(0), 4, 2, special(5, 0), special(1, 9), 2, 90, ...endSequence],
      ],
    ),
    ...unit([['main.cpp', 1]], [...address(200), special(1, 0), 2, 5, ...endSequence]),
  ]);
  assert.deepEqual(readLines(section, 'main.cpp', 1000), [
    { offset: 1040, line: 7 },
    { offset: 1057, line: 9 },
    { offset: 1064, line: 10 },
    { offset: 1067, line: 0 },
    { offset: 1100, line: 10 },
    { offset: 1104, line: 11 },
    { offset: 1112, line: 0 },
    { offset: 1113, line: 14 },
    { offset: 1133, line: 0 },
  ]);
});

test('a table that was encoded says the line of each byte', () => {
  const table = encodeLines([
    { offset: 1000, line: 7 },
    { offset: 1200, line: 300 },
    { offset: 70_000, line: 0 },
    { offset: 80_000, line: 1 },
  ]);
  const lines = [0, 999, 1000, 1199, 1200, 69_999, 70_000, 79_999, 80_000, 1e9].map((at) => lineAt(table, at));
  assert.deepEqual(lines, [undefined, undefined, 7, 7, 300, 300, undefined, undefined, 1, 1]);
});

test('numbers come out as they went in, and any bytes end', () => {
  for (const value of [0, 1, 63, 64, 127, 128, 300, 2 ** 31 - 1])
    assert.equal(new ByteReader(Uint8Array.from(leb128(value))).uleb(), value);
  for (const value of [0, 63, 64, -1, -64, -65, 300, -300, 2 ** 31 - 1, -(2 ** 31)])
    assert.equal(new ByteReader(Uint8Array.from(signedLeb128(value))).sleb(), value);
  for (let seed = 1; seed < 200; seed++) {
    const bytes = Uint8Array.from({ length: seed }, (_, index) => (seed * 7919 + index * index * 31) & 255);
    const line = lineAt(bytes, seed * 1000);
    assert.ok(line === undefined || line > 0);
  }
});

test('a module is taken apart and keeps its code', () => {
  const empty = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const code = [10, 2, 1, 0];
  const before = customSection('first', Uint8Array.of(1, 2));
  const module = concatenate([
    Uint8Array.from(empty),
    before,
    Uint8Array.from(code),
    customSection('last', Uint8Array.of(3)),
  ]);
  const parts = takeApart(module);
  assert.deepEqual([...parts.bare], [...empty, ...code]);
  assert.equal(parts.bare[parts.code], 1);
  assert.deepEqual([...(parts.custom.get('first') ?? [])], [1, 2]);
  assert.deepEqual([...(parts.custom.get('last') ?? [])], [3]);
});

test('the innermost frame that has a line counts, in V8’s and in SpiderMonkey’s words', async () => {
  const table = encodeLines([
    { offset: 0x100, line: 5 },
    { offset: 0x200, line: 9 },
    { offset: 0x300, line: 0 },
  ]);
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const module = await WebAssembly.compile(concatenate([empty, customSection('asyncio.lines', table)]));
  const at = (stack: string, kind: 'trap' | 'exception' = 'trap') =>
    withLine({ kind, type: '', message: 'm' }, Object.assign(new Error('x'), { stack }), module).message;
  assert.equal(
    at(
      'RuntimeError: unreachable\n    at wasm://wasm/f00:wasm-function[3]:0x3f0\n    at wasm://wasm/f00:wasm-function[2]:0x210',
    ),
    'm at main.cpp:9',
  );
  assert.equal(at('@blob:null/1 line 2 > WebAssembly.instantiate:wasm-function[7]:0x1ff\n'), 'm at main.cpp:5');
  assert.equal(at('<?>.wasm-function[7]@[wasm code]'), 'm');
  assert.equal(at('wasm-function[2]:0x210', 'exception'), 'm');
});

test('accesses to volatile objects by pointers are checked, in the program’s own functions', () => {
  const own = (body: string) => `define void @f(ptr %0) !dbg !4 {\n${body}\n}\n`;
  const body = [
    '  %2 = alloca i32, align 4',
    '  %3 = load ptr, ptr %0, align 4, !dbg !6',
    '  %4 = load volatile i32, ptr %3, align 4, !dbg !7',
    '  store volatile ptr %3, ptr %0, align 4, !dbg !8',
    '  store volatile i32 %4, ptr %2, align 4, !dbg !9',
    '  store volatile i32 1, ptr @global, align 4, !dbg !10',
  ].join('\n');
  const lines = withVolatileChecks(own(body)).split('\n');
  const checks = lines.flatMap((line, index) => (line.includes('call void asm') ? [[line, lines[index + 1]]] : []));
  assert.deepEqual(
    checks.map(([check = '', access]) => [/"r"\((.*)$/.exec(check)?.[1], access?.trim().split(' ')[0]]),
    [
      ['ptr %3), !dbg !7', '%4'],
      ['ptr %0), !dbg !8', 'store'],
    ],
  );
  const library = own(body).replace(' !dbg !4', '');
  assert.equal(withVolatileChecks(library), library);
});
