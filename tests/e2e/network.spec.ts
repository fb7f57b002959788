/** What the page lets programs reach by asyncio/web.hpp. */
import { readFileSync } from 'node:fs';
import { asyncProgram, expect, test } from './support/site.ts';

const web = '#include <asyncio/web.hpp>\nnamespace web = asyncio::web;\n';

/** The first program of the document. */
function documented(): string {
  const text = readFileSync(new URL('../../docs/browser-extras.md', import.meta.url), 'utf8');
  return /```cpp\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
}

test('a program fetches a file of the page and talks through a WebSocket, once it is run', async ({ site }) => {
  const asked: string[] = [];
  site.page.on('request', (request) => asked.push(request.url()));
  await site.openProgram(documented());
  await site.is('Ready');
  const examples = `${site.url}examples/examples.json`;
  const before = asked.filter((url) => url === examples).length;
  await site.runTo('Finished');
  expect(asked.filter((url) => url === examples)).toHaveLength(before + 1);
  const [list, ...messages] = await site.lines('stdout');
  expect(Object.keys(JSON.parse(list ?? '') as object)).toContain('hello');
  expect(messages).toEqual(['v1: hello']);
});

test('an address that is not the page’s is refused, in words, and nothing is sent', async ({ site }) => {
  await site.openProgram(
    asyncProgram(
      `  try { co_await web::WebSocket::connect("wss://example.org/chat"); }
       catch (const asyncio::PermissionError& error) { std::println("{}", error.what()); }
       co_await web::fetch("https://example.org/");`,
      web,
    ),
  );
  await site.runTo('Failed');
  const refusal = `this page lets programs reach nothing but its own origin, ${new URL(site.url).origin}`;
  expect(await site.lines('stdout')).toEqual([`WebSocket: wss://example.org/chat: ${refusal}`]);
  await expect(site.output).toContainText('asyncio::PermissionError');
  await expect(site.output).toContainText(`fetch(): https://example.org/: ${refusal}`);
});

test('Stop ends a program that waits for a message', async ({ site }) => {
  await site.openProgram(
    asyncProgram(
      `  auto socket = co_await web::WebSocket::connect("silent");
       std::println("waiting");
       co_await socket.receive();`,
      web,
    ),
  );
  await site.run.click();
  await expect(site.output).toContainText('waiting');
  await site.is('Running');
  await site.stop.click();
  await site.is('Stopped');
});
