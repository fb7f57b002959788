/**
 * Two changes to Clang's module that its sources would make by options, if it were built here.
 *
 * Its `sbrk` grows the memory by a few pages, thousands of times a compile; each time the engine does its accounting and collects
 * garbage, which takes two thirds of a compile's time. Ours grows by 64 MiB and gives out from that. And the memory has a
 * limit: what a hostile program makes Clang ask for must not be all that a machine has.
 */
import binaryen from 'binaryen';
import { ByteReader, leb128 } from '../module/leb128.ts';
import { concatenate } from '../module/sections.ts';
import { ToolchainError } from '../../tools/toolchain/run.mjs';

/** A program of a hundred lines takes 110 MiB, precompiling the headers a GiB. */
const mostPages = (1536 << 20) / 65536;
const stepPages = 1024;

const section = { memory: 5, global: 6, code: 10 } as const;
/** `local.get 0; i32.const 16; i32.shr_u; memory.grow`: no other function has it. */
const sbrkMark = [0x20, 0x00, 0x41, 0x10, 0x76, 0x40, 0x00];
const longestSbrk = 200;
/** Part of the names of what is made by it. */
export const patchVersion = `sbrk-${stepPages}-${mostPages}`;

export function patchClang(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(module);
  const globals = countOf(bodyOf(sections, section.global));
  const parts = sections.map(({ id, body }) => {
    switch (id) {
      case section.memory:
        return encodeSection(id, limited(body));
      case section.global:
        return encodeSection(id, withGlobal(body));
      case section.code:
        return encodeSection(id, withSbrk(body, sbrkBody(globals)));
      default:
        return encodeSection(id, [body]);
    }
  });
  return concatenate([module.subarray(0, 8), ...parts.flat()]);
}

interface Section {
  id: number;
  body: Uint8Array;
}

function sectionsOf(module: Uint8Array): Section[] {
  const sections: Section[] = [];
  for (let at = 8; at < module.length;) {
    const id = module[at] ?? 0;
    const [size, begin] = readNumber(module, at + 1);
    sections.push({ id, body: module.subarray(begin, begin + size) });
    at = begin + size;
  }
  return sections;
}

function bodyOf(sections: readonly Section[], wanted: number): Uint8Array {
  const found = sections.find(({ id }) => id === wanted);
  if (!found) throw new ToolchainError(`the page's Clang has no section ${wanted}: it cannot be patched`);
  return found.body;
}

function countOf(body: Uint8Array): number {
  return readNumber(body, 0)[0];
}

/** One memory with a lower and an upper limit. */
function limited(body: Uint8Array): Uint8Array[] {
  const [least] = readNumber(body, 2);
  if (body[0] !== 1 || body[1] !== 1) throw new ToolchainError("the memory of the page's Clang is not as expected");
  return [Uint8Array.of(1, 1, ...leb128(least), ...leb128(mostPages))];
}

/** One more at the end, which nothing else refers to: the break. */
function withGlobal(body: Uint8Array): Uint8Array[] {
  const [count, begin] = readNumber(body, 0);
  const mutableI32Zero = [0x7f, 0x01, 0x41, 0x00, 0x0b];
  return [Uint8Array.from(leb128(count + 1)), body.subarray(begin), Uint8Array.from(mutableI32Zero)];
}

function withSbrk(body: Uint8Array, replacement: Uint8Array): Uint8Array[] {
  const found = functionsOf(body).filter(({ end, code }) => end - code <= longestSbrk && hasMark(body, code, end));
  const [sbrk] = found;
  if (!sbrk || found.length !== 1)
    throw new ToolchainError(`the page's Clang has ${found.length} functions like sbrk: it cannot be patched`);
  const size = Uint8Array.from(leb128(replacement.length));
  return [body.subarray(0, sbrk.begin), size, replacement, body.subarray(sbrk.end)];
}

/** Where each function begins, with its length; where its code begins and ends. */
function functionsOf(body: Uint8Array): { begin: number; code: number; end: number }[] {
  const [count, first] = readNumber(body, 0);
  let begin = first;
  return Array.from({ length: count }, () => {
    const [size, code] = readNumber(body, begin);
    const found = { begin, code, end: code + size };
    begin = found.end;
    return found;
  });
}

function hasMark(body: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (sbrkMark.every((byte, index) => body[at + index] === byte)) return true;
  }
  return false;
}

/** @param breakIndex of the global that holds the break, 0 before the first call */
function sbrkBody(breakIndex: number): Uint8Array {
  const others = '(global i32 (i32.const 0)) '.repeat(breakIndex);
  const module = binaryen.parseText(`(module
    (memory 1 65536) ${others} (global $break (mut i32) (i32.const 0))
    (func (export "sbrk") (param $more i32) (result i32) (local $old i32) (local $new i32) (local $pages i32)
      (if (i32.eqz (global.get $break)) (then (global.set $break (i32.shl (memory.size) (i32.const 16)))))
      (local.set $old (global.get $break))
      (local.set $new (i32.add (local.get $old) (local.get $more)))
      (if (i32.lt_u (local.get $new) (local.get $old)) (then (return (i32.const -1))))
      (if (i32.gt_u (local.get $new) (i32.shl (memory.size) (i32.const 16))) (then
        (local.set $pages (i32.sub
          (i32.add (i32.shr_u (i32.sub (local.get $new) (i32.const 1)) (i32.const 16)) (i32.const 1))
          (memory.size)))
        (if (i32.eq (i32.const -1) (memory.grow (select (local.get $pages) (i32.const ${stepPages})
              (i32.gt_u (local.get $pages) (i32.const ${stepPages})))))
          (then (if (i32.eq (i32.const -1) (memory.grow (local.get $pages))) (then (return (i32.const -1))))))))
      (global.set $break (local.get $new))
      (local.get $old)))`);
  const code = bodyOf(sectionsOf(module.emitBinary()), section.code);
  module.dispose();
  const [only] = functionsOf(code);
  if (!only) throw new ToolchainError('Binaryen made no function');
  return code.slice(only.code, only.end);
}

function encodeSection(id: number, parts: readonly Uint8Array[]): Uint8Array[] {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  return [Uint8Array.of(id, ...leb128(size)), ...parts];
}

/** @returns an unsigned LEB128 number and where it ends */
function readNumber(bytes: Uint8Array, at: number): [value: number, end: number] {
  const reader = new ByteReader(bytes);
  reader.at = at;
  return [reader.uleb(), reader.at];
}
