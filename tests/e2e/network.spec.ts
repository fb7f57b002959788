/** What the page lets programs reach by asyncio/web.hpp. */
import { readFileSync } from 'node:fs';
import { asyncProgram, expect, firstVisit as test, type Site } from './support/site.ts';

const web = '#include <asyncio/web.hpp>\nnamespace web = asyncio::web;\n';

/** The first program of the document. */
function documented(): string {
  const text = readFileSync(new URL('../../docs/browser-extras.md', import.meta.url), 'utf8');
  return /```cpp\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
}

/** Lets the program that is open read from the site, as a reader would. */
async function allow(site: Site): Promise<void> {
  await site.page.getByRole('checkbox', { name: /^Let this program read from/ }).check();
}

test('a program is refused until the reader allows it, and then fetches a file of the page', async ({ site }) => {
  await site.openProgram(documented());
  await site.runTo('Failed');
  await expect(site.output).toContainText('programs here have no network, unless you allow it');
  const network = site.page.getByRole('region', { name: 'Network' });
  await expect(network).toContainText(`refused GET ${site.url}examples/examples.json from main.cpp:`);
  await allow(site);
  const asked: string[] = [];
  site.page.on('request', (request) => asked.push(request.url()));
  await site.runTo('Finished');
  expect(asked).toContain(`${site.url}examples/examples.json`);
  expect(Object.keys(JSON.parse(await site.stdout()) as object)).toContain('hello');
  await expect(network).toContainText('200 GET');
  // Another program has to ask again.
  await site.openExample('hello');
  await site.page.goBack().catch(() => null);
  await site.openProgram(documented());
  await site.runTo('Failed');
});

test('no request of a program carries cookies', async ({ site, context }) => {
  await context.addCookies([{ name: 'secret', value: '1', url: site.url, httpOnly: true }]);
  await site.openProgram(
    asyncProgram('  auto r = co_await web::fetch("examples/examples.json"); std::println("{}", r.ok());', web),
  );
  await site.runTo('Failed');
  await allow(site);
  const request = site.page.waitForRequest(/examples\.json/);
  await site.runTo('Finished');
  expect((await (await request).allHeaders()).cookie).toBeUndefined();
});

test('any other address, and any WebSocket, is refused in words, and nothing is sent', async ({ site }) => {
  await site.openProgram(
    asyncProgram(
      `  try { co_await web::WebSocket::connect("/chat"); }
       catch (const asyncio::PermissionError& error) { std::println("{}", error.what()); }
       co_await web::fetch("https://example.org/");`,
      web,
    ),
  );
  await site.runTo('Failed');
  const { origin } = new URL(site.url);
  const socket = `${origin.replace('http', 'ws')}/chat`;
  const cookies = 'this page opens no WebSocket for programs: it would carry the reader’s cookies';
  expect(await site.lines('stdout')).toEqual([`WebSocket: ${socket}: ${cookies}`]);
  await expect(site.output).toContainText('asyncio::PermissionError');
  await expect(site.output).toContainText(
    `fetch(): https://example.org/: programs here may reach nothing but this page’s own site, ${origin}`,
  );
  await expect(site.page.getByRole('region', { name: 'Network' })).toContainText(`refused WebSocket ${socket}`);
});

test('twenty thousand requests starve neither the page nor the next run', async ({ site }) => {
  const body = `  std::vector<asyncio::Task<web::Response>> tasks;
  for (int i = 0; i < 20000; ++i) tasks.push_back(asyncio::create_task(web::fetch("/nothing?" + std::to_string(i))));
  std::println("asked");
  co_await asyncio::sleep(1h);`;
  await site.openProgram(asyncProgram(body, `${web}#include <vector>\n`));
  await site.run.click();
  await expect(site.output).toContainText('asked');
  await site.stop.click();
  await site.is('Stopped');
  await site.openExample('hello');
  await site.runTo('Finished');
});
