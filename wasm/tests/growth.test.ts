/** How often Clang and wasm-ld grow their memory, each time of which costs the engine an accounting. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from './support.ts';

/** What the patched `sbrk` asks for at least; see packs/patch-clang.ts. */
const stepPages = 1024;
const pageSize = 65536;

const program = `
#include <asyncio/asyncio.hpp>
#include <map>
#include <print>
struct Page { std::string title; std::vector<std::string> links; };
asyncio::Coro<Page> fetch(std::string url) {
  co_await asyncio::sleep(std::chrono::milliseconds(1));
  co_return Page{url, {url + "a", url + "b"}};
}
asyncio::Coro<void> async_main() {
  std::map<std::string, Page> pages;
  std::vector<asyncio::Task<Page>> tasks;
  for (auto url : {"x", "y"}) tasks.push_back(asyncio::create_task(fetch(url)));
  for (const Page& page : co_await asyncio::gather(tasks)) pages[page.title] = page;
  for (const auto& [title, page] : pages) std::println("{}: {}", title, page.links.size());
}
int main() { asyncio::run(async_main()); }
`;

/** The memories of all instances that are made meanwhile, with their sizes at first. */
async function memoriesOf(work: () => Promise<unknown>): Promise<{ first: number; memory: WebAssembly.Memory }[]> {
  const memories: { first: number; memory: WebAssembly.Memory }[] = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class extends Instance {
    constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
      super(module, imports);
      const { memory } = this.exports;
      if (memory instanceof WebAssembly.Memory) memories.push({ first: memory.buffer.byteLength, memory });
    }
  };
  try {
    await work();
  } finally {
    WebAssembly.Instance = Instance;
  }
  return memories;
}

test('a compile and a link grow their memory a few times, by large steps', async () => {
  const memories = await memoriesOf(async () => assert.ok((await compile(program)).ok));
  // The compile, and the link.
  assert.ok(memories.length >= 2);
  for (const { first, memory } of memories) {
    const steps = (memory.buffer.byteLength - first) / pageSize / stepPages;
    assert.ok(Number.isInteger(steps), `grown by ${steps} steps`);
    assert.ok(steps < 20, `grown by ${steps} steps`);
  }
});
