/** Standard input: given before the run in Node, and while it runs in Chromium, where a program can wait for it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { InputQueue } from '../run/input-queue.ts';
import { hostUrl, openBlankPage, type BlankPage } from './browser.ts';
import { build, run } from './support.ts';

let blank: BlankPage;

before(async () => {
  blank = await openBlankPage();
});
after(() => blank?.close());

const input = (text: string): InputQueue => {
  const queue = new InputQueue();
  queue.give(text);
  queue.end();
  return queue;
};

/** Each way of C and C++ to read, in main and in a task. */
const readers = `
  #include <cstdio>
  #include <iostream>
  asyncio::Coro<void> in_task() {
    co_await asyncio::sleep(1ms);
    char line[80];
    if (std::fgets(line, sizeof line, stdin)) std::print("fgets {}", std::string(line));
    int number = 0;
    if (std::scanf("%d", &number) == 1) std::println("scanf {}", number);
    co_await asyncio::sleep(1ms);
    std::string word;
    while (std::cin >> word) std::println("cin {}", word);
    std::println("end {}", std::cin.eof());
  }
  int main() {
    std::string line;
    std::print("name? ");
    std::getline(std::cin, line);
    std::println("getline {}", line);
    asyncio::run(in_task());
  }`;
const said = 'name? getline Ada\nfgets second\nscanf 42\ncin größer\ncin last\nend true\n';

test('a program reads what it was given, in every way', async () => {
  const { stdout, failure } = await run(readers, { stdin: input('Ada\nsecond\n42\ngrößer\nlast') });
  assert.equal(failure, undefined);
  assert.equal(stdout, said);
});

test('where nothing can be waited for, what is still to come is the end', async () => {
  const { stdout, failure } = await run(readers, { jspi: false, stdin: new InputQueue() });
  assert.equal(failure, undefined);
  assert.equal(stdout, 'name? getline \nend true\n');
});

test('a program waits for lines that come while it runs, and has asked before', async () => {
  const module = Buffer.from(await build(readers)).toString('base64');
  const outcome = await blank.page.evaluate(
    async ({ module, url }) => {
      const { runProgram } = (await import(url)) as typeof import('../run/host.ts');
      let stdout = '';
      const asked: string[] = [];
      const lines = ['Ada\n', 'second\n', '42\n', 'größer\n', 'last', ''];
      const { failure, exitCode } = await runProgram({
        module: Uint8Array.from(atob(module), (character) => character.charCodeAt(0)),
        onOutput: (_stream, text) => (stdout += text),
        stdin: {
          read: async (most) => {
            asked.push(stdout);
            await new Promise((resolve) => setTimeout(resolve, 5));
            return new TextEncoder().encode(lines.shift() ?? '').subarray(0, most);
          },
        },
      });
      return { stdout, failure, exitCode, first: asked[0] };
    },
    { module, url: hostUrl },
  );
  assert.equal(outcome.failure, undefined);
  assert.equal(outcome.exitCode, 0);
  assert.equal(outcome.first, 'name? ');
  assert.equal(outcome.stdout, said);
});

test('a global object may read, too', async () => {
  const source = `
    #include <iostream>
    std::string first = [] { std::string line; std::getline(std::cin, line); return line; }();
    int main() { std::println("{}", first); }`;
  const { stdout, failure } = await run(source, { stdin: input('early\n') });
  assert.equal(failure, undefined);
  assert.equal(stdout, 'early\n');
});
