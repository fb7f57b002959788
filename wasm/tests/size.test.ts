import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ProgramModule } from '../run/program-module.ts';
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
  // It asks whether it writes to a terminal, which takes a little of the runtime's files.
  assert.ok(Math.abs(printing.runtime - plain.runtime) < 5_000, JSON.stringify(sizes));
});

test('the size comes with the result of a run', async () => {
  const { size } = await run(small, { clock: 'virtual' });
  assert.ok(size && size.compressed > 0);
});

test("what a program names like the runtime is not the runtime's", async () => {
  const [own, mimicking] = await Promise.all(
    ['', 'struct asyncio_like { int more(asyncio::Event&) { return 1; } };'].map(
      async (before) => (await ProgramModule.compile(await build(before + small))).size,
    ),
  );
  assert.equal(mimicking?.runtime, own?.runtime);
});
