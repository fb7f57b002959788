import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ProgramModule } from '../run/program-module.ts';
import { runtimeParts } from '../compiler/size.ts';
import { build, run } from './support.ts';

const small = `
  asyncio::Coro<void> hello() {
    std::puts("Hello");
    co_await asyncio::sleep(1s);
    std::puts("World");
  }
  int main() { asyncio::run(hello()); }`;

test('a small program takes less than 100 KiB, and says how much of it is the runtime', async () => {
  const bytes = await build(small);
  const compressed = gzipSync(bytes).length;
  assert.ok(compressed < 100 * 1024, `${compressed} bytes`);
  const { size } = await ProgramModule.compile(bytes);
  assert.ok(size);
  assert.ok(Math.abs(size.compressed - compressed) < 1_000, JSON.stringify({ size, compressed }));
  assert.ok(size.runtime > size.compressed / 5 && size.runtime < size.compressed, JSON.stringify(size));
});

test('what a program prints with std::print costs is no part of the runtime', async () => {
  const sizes = await Promise.all(
    [small, small.replaceAll('std::puts', 'std::println')].map(
      async (source) => (await ProgramModule.compile(await build(source))).size,
    ),
  );
  const [plain, printing] = sizes;
  assert.ok(plain && printing);
  assert.ok(printing.compressed > plain.compressed + 50_000);
  assert.ok(Math.abs(printing.runtime - plain.runtime) < 2_000, JSON.stringify(sizes));
});

test('the size comes with the result of a run', async () => {
  const { size } = await run(small, { clock: 'virtual' });
  assert.ok(size && size.compressed > 0);
});

test('only what the map says is the library’s counts, and nothing of it twice', () => {
  const module = Uint8Array.from({ length: 100 }, (_, index) => index);
  const map = `
    Addr      Off     Size Out     In      Symbol
       -       10       20 CODE
       -       10        4         main.o:(main)
       -       14        3         /usr/lib/libasyncio.a(loop_core.cpp.o):(_ZN7asyncio3runEv)
       -       14        3                 asyncio::run()
       -       17        2         /usr/lib/asyncio.pch.o:(_ZN7asyncio4CoroIvE3runEv)
       -       19        2         /usr/lib/asyncio.pch.o:(_ZNSt3__26vectorIiE)
       -       1b        2         /usr/lib/libc.a(puts.o):(puts)
  202000       30    10000         /usr/lib/libasyncio.a(trace_observer.cpp.o):(.bss.buffer)
`;
  const parts = runtimeParts(module, map).map((part) => [...part]);
  assert.deepEqual(parts, [
    [0x14, 0x15, 0x16],
    [0x17, 0x18],
  ]);
});
